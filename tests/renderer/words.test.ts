import { describe, expect, test } from 'vitest';
import { guessServer } from '../../electron/services/accounts/guess-server.ts';
import { failureWords } from '../../renderer/words/failure-words.ts';
import { formatsFor } from '../../renderer/words/formats.ts';
import { loadWords } from '../../renderer/words/words.ts';
import { cs } from '../../shared/i18n/cs/index.ts';
import { en } from '../../shared/i18n/en/index.ts';
import { failureOf } from '../../shared/i18n/failure-of.ts';

const args = {
  path: '/mail/{{path}} $t(app:skip) <b>',
  reason: { word: 'no-permission' },
} as const;
const told = { ...failureOf('failed-writing-journal', { args }), serverText: 'NO denied' };
/** As versions before the codes told it. */
const earlier = {
  kind: 'login-refused',
  message: 'The server refuses this user.',
  nextStep: 'Check the password.',
  serverText: 'NO denied',
};

describe('a failure', () => {
  test('is Czech in Czech, whole, with the server’s words in the fold', async () => {
    const { t } = await loadWords('cs');
    expect(failureWords(t, 'cs', told)).toEqual({
      message: `Mailstow nemohl zapsat svůj žurnál v ${args.path}: chybí oprávnění.`,
      nextStep: cs.failures.codes['failed-writing-journal'].nextStep,
      details: { title: 'Technické podrobnosti', text: 'NO denied' },
    });
  });

  test('of an earlier version tells in Czech what its kind tells, the original in the fold', async () => {
    const { t } = await loadWords('cs');
    expect(failureWords(t, 'cs', earlier)).toEqual({
      ...cs.failures.kinds['login-refused'],
      details: {
        title: 'Podrobnosti',
        text: 'The server refuses this user. Check the password.\n\nNO denied',
      },
    });
  });

  test.each([
    ['en-GB', en.app.provider.gmail],
    ['cs', cs.app.provider.gmail],
  ])('of a provider that is known says in %s what it asks for', async (language, advice) => {
    const { t } = await loadWords(language);
    const { nextStep } = failureWords(t, language, { ...earlier, noteKey: 'gmail' });
    expect(nextStep).toBe(advice);
  });

  test.each([
    ['en-GB', 'of an earlier version', earlier],
    ['en-GB', 'of this version', told],
    ['cs', 'of a later version', { ...earlier, kind: 'of-a-later-version', code: 'unheard-of' }],
    ['en-GB', 'that lacks an argument', { ...told, args: {} }],
  ])('keeps the engine’s own sentences in %s, %s', async (language, _which, failure) => {
    const { t } = await loadWords(language);
    const { message, nextStep, details } = failureWords(t, language, failure);
    expect([message, nextStep, details?.text]).toEqual([
      failure.message,
      failure.nextStep,
      failure.serverText,
    ]);
  });
});

test.each([
  ...['gmail.com', 'outlook.com', 'yahoo.com', 'aol.com', 'icloud.com', 'fastmail.com', 'gmx.de'],
  ...['gmx.com', 'web.de', 'seznam.cz', 'proton.me', 'zoho.com', 'qq.com', '163.com', '126.com'],
  'yandex.com',
])('what is to be known about %s stands in the catalogue', async domain => {
  const { noteKey } = await guessServer(`accounts@${domain}`);
  expect(noteKey).toBeDefined();
  if (noteKey === undefined) return;
  expect(en.app.provider[noteKey]).toMatch(/\w{3}/);
  expect(cs.app.provider[noteKey]).toMatch(/[ěščřžýáíéů]/);
});

describe('words', () => {
  test('count as Czech does', async () => {
    const { t } = await loadWords('cs');
    const said = [1, 2, 5, 1_234].map(count => t('library.total', { count }));
    expect(said.map(each => each.replace(/\s/g, ' '))).toEqual([
      '1 zpráva',
      '2 zprávy',
      '5 zpráv',
      '1 234 zpráv',
    ]);
  });

  test('leave what people are called as it is', async () => {
    const { t } = await loadWords('en');
    expect(t('run.title', { email: '<b>&@example.org' })).toBe('Archiving <b>&@example.org');
  });
});

describe('formats', () => {
  const { fileSize, duration } = formatsFor('en');

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_500, '1.5 kB'],
    [80_000, '80 kB'],
    [2_000_000_000_000, '2 TB'],
    [5e15, '5,000 TB'],
  ])('%d bytes read %s', (value, text) => {
    expect(fileSize(value)).toBe(text);
  });

  test.each([
    [61, '2 minutes'],
    [3_600, '60 minutes'],
    [7_200, '2 hours'],
  ])('%d seconds read %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
