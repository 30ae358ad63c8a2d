import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../../electron/engine/report/english.ts';
import { renderHtml } from '../../../electron/engine/report/render-html.ts';
import { reportWords } from '../../../electron/services/runs/report-language.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { failureOf } from '../../../shared/i18n/failure-of.ts';
import { failureWords } from '../../../shared/i18n/failure-words.ts';
import { i18n, loadLanguage } from '../../../shared/i18n/i18n.ts';
import { languages } from '../../../shared/i18n/languages.ts';
import { plainEnglish } from '../../../shared/i18n/plain-english.ts';
import { failure as schema } from '../../../shared/model/failure.ts';
import { aReport } from '../../engine/report/some-report.ts';
import { textsOf, withoutForm } from './catalogues.ts';

/** What formats, i18next, HTML or `String.replace` could take for their own. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom('{{', '}}', '{{path}}', '{{reason, number}}', '$t(', '$t(app:skip)', '<b>'),
      fc.constantFrom(
        '&amp;',
        '$&',
        '$1',
        '$$',
        '%s',
        '\n',
        '\r',
        '__proto__',
        '\\',
        '"',
        '\u202e',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''));

beforeAll(async () => {
  for (const language of languages) await loadLanguage(language);
});

describe('an argument comes out as it went in', () => {
  test.each(languages)('in %s', language => {
    fc.assert(
      fc.property(odd, odd, (path, reason) => {
        const told = failureOf('failed-writing-journal', { args: { path, reason } });
        const [start = '', middle = '', end = ''] = i18n
          .getResource(language, 'failures', 'codes.failed-writing-journal.message')
          .split(/\{\{\w+\}\}/);
        expect(failureWords(language, told).message).toBe(start + path + middle + reason + end);
        if (language === 'en') expect(told.message).toBe(start + path + middle + reason + end);
      }),
    );
  });

  test('and comes back from the stored report', () => {
    fc.assert(
      fc.property(odd, odd, (path, reason) => {
        const told = failureOf('failed-writing-journal', { args: { path, reason } });
        expect(schema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
      }),
    );
  });

  test.each(languages)('and makes no markup in the report in %s', async language => {
    const words = await reportWords(language);
    const tags = (html: string) => html.match(/<[^>]*>/g)?.join('');
    const page = (path: string) =>
      renderHtml(
        aReport({ ended: failureOf('failed-writing-journal', { args: { path, reason: path } }) }),
        words,
      );
    const shape = tags(page('x'));
    fc.assert(
      fc.property(odd, path => {
        expect(tags(page(path))).toBe(shape);
      }),
      { numRuns: 30 },
    );
  });
});

test('an argument that has the name of an option of i18next changes nothing', () => {
  const told = failureOf('failed-writing-journal', { args: { path: '/mail', reason: 'EBUSY' } });
  const stored = schema.parse({
    ...told,
    args: { ...told.args, lng: 'en', ns: 'app', keySeparator: '#', defaultValue: 'x', count: 2 },
  });
  expect(failureWords('cs', stored)).toEqual(failureWords('cs', told));
  expect(failureWords('cs', told).message).toContain('Mailstow nemohl');
});

test('a word among the arguments is said in the language', () => {
  const args = { path: '/mail', reason: { word: 'read-only-disk' } } as const;
  const told = failureOf('failed-using-folder', { args });
  expect(told.message).toBe('Mailstow could not use the folder /mail: the disk is read-only.');
  expect(failureWords('cs', told).message).toBe(
    'Mailstow nemohl použít složku /mail: disk je jen pro čtení.',
  );
});

describe('commands, which do without i18next, say what it would say', () => {
  const keys = [...new Set(textsOf(en.report).map(([key]) => withoutForm(key)))];
  const say = plainEnglish(en.report, english.number) as (key: string, values: object) => string;
  const t = i18n.getFixedT('en', 'report') as unknown as typeof say;

  test.each(keys)('%s', key => {
    const names = ['title', 'user', 'host', 'folders', 'size', 'from', 'to', 'message', 'limits'];
    const more = ['day', 'first', 'second', 'some', 'next', 'time', 'folder', 'reason'];
    fc.assert(
      fc.property(odd, fc.nat(), fc.nat(), (text, count, number) => {
        const texts = Object.fromEntries([...names, ...more].map(name => [name, text]));
        const values = { ...texts, count, archived: number, messages: number, uid: number };
        expect(say(key, values)).toBe(t(key, values));
      }),
      { numRuns: 20 },
    );
  });
});
