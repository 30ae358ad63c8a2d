import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guessServer } from '../../electron/services/accounts/guess-server.ts';
import { cs } from '../../renderer/words/cs.ts';
import { en } from '../../renderer/words/en.ts';
import { failureWords } from '../../renderer/words/failure-words.ts';
import { formatsFor } from '../../renderer/words/formats.ts';
import { loadWords } from '../../renderer/words/words.ts';
import type { FailureKind } from '../../shared/model/failure.ts';

const root = resolve(import.meta.dirname, '../../renderer');
const plural = /_(zero|one|two|few|many|other)$/;

function entries(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : entries(value, `${prefix}${key}.`),
  );
}

const english = new Map(entries(en));
const czech = new Map(entries(cs));
const keysOf = (words: Map<string, string>) => [
  ...new Set([...words.keys()].map(key => key.replace(plural, ''))),
];

describe('the catalogue', () => {
  test('has the same keys in both languages', () => {
    expect(english.size).toBeGreaterThan(100);
    expect(keysOf(czech).sort()).toEqual(keysOf(english).sort());
  });

  test.each([
    ['en', english],
    ['cs', czech],
  ] as const)('has every plural form that %s knows', (language, words) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set(
      [...words.keys()].filter(key => plural.test(key)).map(key => key.replace(plural, '')),
    );
    expect(counted.size).toBeGreaterThan(5);
    const missing = [...counted].flatMap(key =>
      forms.map(form => `${key}_${form}`).filter(each => !words.has(each)),
    );
    expect(missing).toEqual([]);
  });

  test('fills in the same things in both languages', () => {
    const slots = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
    const differing = [...czech].filter(([key, text]) => {
      const counterpart = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
      return slots(text).join() !== slots(counterpart).join();
    });
    expect(differing).toEqual([]);
  });

  test('has no word that nobody says', () => {
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      .map(name => readFileSync(join(root, name), 'utf8'))
      .join('\n');
    const said = new Set([...sources.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map(([, key]) => key));
    // `run.${state}` says all of that level.
    const levels = [...sources.matchAll(/`([a-z]\w*(?:\.\w+)*)\.\$\{/g)].map(([, level]) => level);
    const silent = keysOf(english).filter(
      key =>
        !said.has(key) && key.includes('.') && !levels.includes(key.slice(0, key.lastIndexOf('.'))),
    );
    expect(levels.length).toBeGreaterThan(3);
    expect(silent).toEqual([]);
  });
});

const told = {
  kind: 'login-refused',
  message: 'The server refuses this user.',
  nextStep: 'Check the password.',
  serverText: 'NO denied',
};

describe('a failure', () => {
  // Complete by type: a new kind does not compile until it stands here.
  const kinds: Record<FailureKind | 'not-signed-in' | 'not-reached', true> = {
    arguments: true,
    'credentials-file': true,
    'output-folder': true,
    'uidvalidity-file-missing': true,
    'uidvalidity-file-malformed': true,
    'name-not-found': true,
    connection: true,
    certificate: true,
    'unknown-response': true,
    transmit: true,
    receive: true,
    'no-answer': true,
    'unparsable-response': true,
    'no-uids': true,
    'no-uidvalidity': true,
    'message-not-stored': true,
    removal: true,
    'login-refused': true,
    'mailbox-not-found': true,
    'mailbox-not-listed': true,
    'folder-in-use': true,
    'disk-full': true,
    'other-account': true,
    stopped: true,
    defect: true,
    'not-signed-in': true,
    'not-reached': true,
  };

  test.each(Object.keys(kinds))('of the kind %s has words of its own in both languages', kind => {
    for (const level of ['failure', 'failureNext']) {
      const [inEnglish, inCzech] = [english, czech].map(words => words.get(`${level}.${kind}`));
      expect(inEnglish).toMatch(/\w.*\.$/);
      expect(inCzech).toMatch(/\w.*\.$/);
      expect(inCzech).not.toBe(inEnglish);
    }
  });

  test('is Czech in Czech, with the original and the server’s words in the fold', async () => {
    const { t } = await loadWords('cs');
    expect(failureWords(t, 'cs', told)).toEqual({
      message: cs.failure['login-refused'],
      nextStep: cs.failureNext['login-refused'],
      details: {
        title: 'Podrobnosti',
        text: 'The server refuses this user. Check the password.\n\nNO denied',
      },
    });
  });

  test.each([
    ['en-GB', en.provider.gmail],
    ['cs', cs.provider.gmail],
  ])('of a provider that is known says in %s what it asks for', async (language, advice) => {
    const { t } = await loadWords(language);
    const { nextStep } = failureWords(t, language, { ...told, noteKey: 'gmail' });
    expect(nextStep).toBe(advice);
  });

  test.each([
    ['en-GB', told],
    ['cs', { ...told, kind: 'of-a-later-version' }],
  ])('keeps the engine’s own sentences in %s (kind $kind)', async (language, failure) => {
    const { t } = await loadWords(language);
    const { message, nextStep, details } = failureWords(t, language, failure);
    expect([message, nextStep, details?.text]).toEqual([
      told.message,
      told.nextStep,
      told.serverText,
    ]);
  });
});

test.each([
  ...['gmail.com', 'outlook.com', 'yahoo.com', 'aol.com', 'icloud.com', 'fastmail.com', 'gmx.de'],
  ...['gmx.com', 'web.de', 'seznam.cz', 'proton.me', 'zoho.com', 'qq.com', '163.com', '126.com'],
  'yandex.com',
])('what is to be known about %s stands in the catalogue', domain => {
  const { note, noteKey } = guessServer(`accounts@${domain}`);
  expect(noteKey).toBeDefined();
  expect(english.get(`provider.${noteKey}`)).toBe(note);
  expect(czech.get(`provider.${noteKey}`)).toMatch(/[ěščřžýáíéů]/);
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
    expect(t('run.title', { email: '<b>&@example.org' })).toBe('Archive of <b>&@example.org');
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
