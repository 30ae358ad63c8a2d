import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../../shared/i18n/languages.ts';
import { catalogues, pluralForm, textsOf, withoutForm } from './catalogues.ts';

const folder = resolve(import.meta.dirname, '../../../test-results');
const file = join(folder, 'words.txt');

/** What a language says under a key, a plural form a line. */
function linesOf(language: (typeof languages)[number], key: string, texts: [string, string][]) {
  return texts
    .filter(([name]) => withoutForm(name) === key)
    .map(([name, text]) => `  ${language} ${pluralForm.exec(name)?.[1] ?? ''}\t${text}`);
}

test('all texts of all languages stand below each other in a file for natives to read', () => {
  const all = languages.map(language => [language, textsOf(catalogues[language])] as const);
  const keys = [...new Set(textsOf(catalogues.en).map(([key]) => withoutForm(key)))];
  const blocks = keys.map(key =>
    [key, ...all.flatMap(([language, texts]) => linesOf(language, key, texts))].join('\n'),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${blocks.join('\n\n')}\n`);
  const written = readFileSync(file, 'utf8').split('\n');
  const texts = written.filter(line => line.startsWith('  ')).map(line => line.split('\t')[1]);
  expect(texts.sort()).toEqual(all.flatMap(([, each]) => each.map(([, text]) => text)).sort());
  expect(written.filter(line => line === 'app.settings.title')).toHaveLength(1);
});
