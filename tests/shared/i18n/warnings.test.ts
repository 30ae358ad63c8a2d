import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en/index.ts';
import { failureOf } from '../../../shared/i18n/failure-of.ts';
import { slotsOf } from '../../../shared/i18n/fill.ts';
import { i18n, loadLanguage } from '../../../shared/i18n/i18n.ts';
import { languages } from '../../../shared/i18n/languages.ts';
import { type WarningCode, warningOf } from '../../../shared/i18n/warning-of.ts';
import { warningWords } from '../../../shared/i18n/warning-words.ts';
import { warning as schema, type Warning } from '../../../shared/model/warning.ts';
import { textsOf, withoutForm } from './catalogues.ts';

const texts = new Map(textsOf(en.warnings));
const codes = [...new Set([...texts.keys()].map(withoutForm))];
const cause = failureOf('failed-keeping-history', {
  args: { path: '/mail', reason: { word: 'read-only-disk' } },
});

/** A warning of any code, all of whose numbers are this one. */
function told(code: string, text: string, number: number): Warning {
  const any = warningOf as (code: string, details: object) => Warning;
  const slots = [
    ...(texts.get(`${code}_other`) ?? texts.get(code) ?? '').matchAll(/\{\{(.*?)\}\}/g),
  ];
  const args = slots
    .map(([, slot = '']) => [slot.replace(/,.*/, ''), /^count|,/.test(slot) ? number : text])
    .filter(([name]) => name !== 'message' && name !== 'nextStep');
  return any(code, { args: Object.fromEntries(args), cause });
}

const lost = warningOf('files-lost', { args: { mailbox: 'INBOX', count: 2 } });

beforeAll(async () => {
  for (const language of languages) await loadLanguage(language);
});

describe.each(languages)('in %s', language => {
  test.each(codes)('%s says all that it is filled with, as it is', code => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 999 }),
        (text, number) => {
          const { text: said, isEnglish } = warningWords(language, told(code, text, number));
          expect(isEnglish).toBe(false);
          const names = slotsOf(texts.get(`${code}_other`) ?? texts.get(code) ?? '');
          if (names.some(name => !['count', 'message', 'nextStep'].includes(name))) {
            expect(said.includes(text) || said.includes(`${number}`)).toBe(true);
          }
          expect(said).not.toMatch(/\{\{\w+\}\}/.test(text) ? /^$/ : /\{\{\w+/);
        },
      ),
      { numRuns: 10 },
    );
  });
});

test('commands, which do without i18next, say what it would say', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.string(), fc.nat(999), (code, text, number) => {
      const warning = told(code, text, number);
      expect(warningWords('en', warning).text).toBe(warning.message);
    }),
    { numRuns: 500 },
  );
});

test('a number is counted and written as the language does', () => {
  const said = (language: string, count: number) =>
    warningWords(language, { ...lost, args: { mailbox: 'INBOX', count } }).text;
  expect(said('de', 1)).toBe(
    'INBOX: 1 Datei wurde seit der letzten Archivierung gelöscht oder umbenannt; sie wurde neu heruntergeladen.',
  );
  expect(said('de', 12_000)).toContain('INBOX: 12.000 Dateien wurden');
  expect(said('cs', 3)).toContain('INBOX: 3 soubory byly');
  expect(said('cs', 5)).toContain('INBOX: 5 souborů bylo');
});

test('a failure that it tells of is said in the language', () => {
  const warning = warningOf('not-in-history', { cause });
  expect(warning.message).toBe(`${cause.message} ${cause.nextStep}`);
  expect(warningWords('de', warning).text).toBe(
    'Mailstow konnte nichts in den Verlauf in /mail eintragen: der Datenträger ist schreibgeschützt. Erlauben Sie das Schreiben in diesen Ordner. Die Nachrichten sind gespeichert; nur eine Zeile im Verlauf fehlt.',
  );
});

test('what it is filled with comes back from the stored report', () => {
  const warning = warningOf('extras-failed', { args: { folder: '_Mailstow' }, cause });
  expect(schema.parse(JSON.parse(JSON.stringify(warning)))).toEqual(warning);
});

describe('its own English sentence is what is shown of a warning', () => {
  test.each<[string, Warning]>([
    ['of an earlier version', { message: 'Something.' }],
    ['of a later version', { message: 'Something.', code: 'of-a-later-version', args: {} }],
    ['of a code that is a name of JavaScript', { message: 'Something.', code: 'constructor' }],
    ['that lacks an argument', { message: 'Something.', code: 'files-lost', args: { count: 1 } }],
    [
      'whose count is none',
      { message: 'Something.', code: 'files-lost', args: { mailbox: 'a', count: 'many' } },
    ],
    ['that lacks its failure', { message: 'Something.', code: 'not-in-history' }],
  ])('%s', (_which, warning) => {
    expect(warningWords('de', warning)).toEqual({ text: 'Something.', isEnglish: true });
  });
});

test('an argument that has the name of an option of i18next changes nothing', () => {
  const args = { ...lost.args, lng: 'en', ns: 'app', defaultValue: 'x', context: 'y' };
  expect(warningWords('cs', { ...lost, args })).toEqual(warningWords('cs', lost));
});

test('the compiler knows what a code needs', () => {
  const code: WarningCode = 'files-lost';
  // @ts-expect-error the mailbox is missing
  warningOf(code, { args: { count: 1 } });
  // @ts-expect-error a count is a number
  warningOf(code, { args: { mailbox: 'INBOX', count: '1' } });
  // @ts-expect-error the failure is missing
  warningOf('extras-failed', { args: { folder: '_Mailstow' } });
  // @ts-expect-error there is no such code
  warningOf('of-a-later-version');
  expect(i18n.exists(`warnings:${code}`, { count: 1 })).toBe(true);
});
