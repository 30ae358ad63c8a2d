import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en/index.ts';
import { slotsOf } from '../../../shared/i18n/fill.ts';
import { type Language, languages } from '../../../shared/i18n/languages.ts';
import { failureCodes } from '../../../shared/model/failure-codes.ts';
import { catalogues, pluralForm, textsOf, withoutForm } from './catalogues.ts';
import { families } from './families.ts';

/** Words that another language writes as English does. */
const theSame: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  cs: ['Server', 'Start', 'Video'],
  de: ['Details', 'Label {{text}}', 'Server', 'Start', 'System', 'Updates', 'Video'],
  fr: [
    'Archive',
    'Contact',
    'Conversation',
    'Conversations',
    'Invitation',
    'Message',
    'Message {{uid}}.',
    'Messages',
    'Services',
    'Source',
    'Total',
    '{{count, number}} conversation',
    '{{count, number}} conversations',
    '{{count, number}} message',
    '{{count, number}} messages',
  ],
  es: ['Total'],
};

type Namespace = keyof typeof en;

const namespaces = Object.keys(en) as Namespace[];
const others = languages.filter(language => language !== 'en');
const pairs = others.flatMap(language =>
  namespaces.map(namespace => [language, namespace] as const),
);
const keysOf = (words: object) => new Set(textsOf(words).map(([key]) => withoutForm(key)));

test('there is a folder for each language', () => {
  expect(Object.keys(catalogues).sort()).toEqual([...languages].sort());
  expect(textsOf(en).length).toBeGreaterThan(700);
});

describe.each(pairs)('%s, %s', (language, namespace) => {
  const [english, theirs] = [en[namespace], catalogues[language][namespace]];

  test('has the keys that English has, and no other', () => {
    expect([...keysOf(theirs)].sort()).toEqual([...keysOf(english)].sort());
  });

  test('fills in the same things under the same names', () => {
    const inEnglish = new Map(textsOf(english));
    // "The one message" needs no number.
    const slots = (text: string) =>
      [...new Set(slotsOf(text))]
        .filter(name => name !== 'count')
        .sort()
        .join();
    const differing = textsOf(theirs).filter(([key, text]) => {
      const counterpart = inEnglish.get(key) ?? inEnglish.get(`${withoutForm(key)}_other`) ?? '';
      return slots(text) !== slots(counterpart);
    });
    expect(differing).toEqual([]);
  });
});

describe.each(languages)('%s', language => {
  const texts = namespaces.flatMap(namespace =>
    textsOf(catalogues[language][namespace]).map(
      ([key, text]) => [`${namespace}:${key}`, text] as const,
    ),
  );

  test('has every plural form that it knows', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const known = new Set<string>(texts.map(([key]) => key));
    const counted = new Set([...known].filter(key => pluralForm.test(key)).map(withoutForm));
    expect(counted.size).toBeGreaterThan(30);
    const missing = [...counted].flatMap(key =>
      forms.map(form => `${key}_${form}`).filter(each => !known.has(each)),
    );
    expect(missing).toEqual([]);
  });

  test('says something under every key, and nothing that i18next would look into', () => {
    const odd = texts.filter(([, text]) => text.trim() === '' || text.includes('$t('));
    expect(odd).toEqual([]);
  });

  test('has no brace that fills in nothing', () => {
    const left = texts.filter(([, text]) =>
      /[{}]/.test(text.replace(/\{\{\w+(, number)?\}\}/g, '')),
    );
    expect(left).toEqual([]);
  });
});

describe.each(others)('%s', language => {
  const texts = textsOf(catalogues[language]);

  test('repeats no English text, but for words that are the same', () => {
    const hasWords = (text: string) => /[a-z]{4,}/.test(text.replace(/\{\{.*?\}\}|Mailstow/g, ''));
    const inEnglish = new Set(textsOf(en).map(([, text]) => text));
    const repeated = texts.filter(
      ([, text]) => hasWords(text) && inEnglish.has(text) && !theSame[language].includes(text),
    );
    expect(repeated).toEqual([]);
  });

  test('has the marks of its own and none of a typewriter', () => {
    const marks = language === 'fr' ? /["']|(?<!\u202f)[;!?»]|«(?!\u202f)|(?<!\u00a0):/ : /["']/;
    expect(texts.filter(([, text]) => marks.test(text))).toEqual([]);
  });
});

/** Sources in which the words of a namespace are asked for. */
const rooms: Readonly<Record<Namespace, readonly string[]>> = {
  app: ['renderer', 'electron/services/exports/paper'],
  desktop: ['electron/desktop'],
  report: ['electron/engine/report', 'electron/services/runs'],
  signIn: ['electron/web', 'electron/services/sign-in'],
  failures: ['electron', 'renderer', 'shared/model', 'shared/i18n'],
  warnings: ['electron'],
};

const ofCatalogues = new RegExp(`^(${languages.join('|')})/`);

function sourcesOf(room: string): string {
  const folder = resolve(import.meta.dirname, '../../..', room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !ofCatalogues.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

describe('no word is there that nobody says', () => {
  test('each code of a warning is one that somebody warns of', () => {
    const sources = rooms.warnings.map(sourcesOf).join('\n');
    const said = new Set([...sources.matchAll(/warningOf\('([\w-]+)'/g)].map(([, code]) => code));
    expect([...keysOf(en.warnings)].filter(code => !said.has(code))).toEqual([]);
  });

  test.each(['app', 'desktop', 'report', 'signIn'] as const)('in %s', namespace => {
    const sources = rooms[namespace].map(sourcesOf).join('\n');
    const said = new Set([...sources.matchAll(/'([\w-]+(?:\.[\w-]+)*)'/g)].map(([, key]) => key));
    const levels = new Set(
      [...sources.matchAll(/`((?:[\w-]+\.)*[\w-]+)\.\$\{/g)].map(([, level = '']) => level),
    );
    const chosen = [...levels].flatMap(level =>
      (families[level] ?? []).map(key => `${level}.${key}`),
    );
    expect([...levels].filter(level => !Object.hasOwn(families, level))).toEqual([]);
    const known = keysOf(en[namespace]);
    expect(chosen.filter(key => !known.has(key))).toEqual([]);
    expect([...known].filter(key => !said.has(key) && !chosen.includes(key))).toEqual([]);
  });

  test('each code of a failure has its sentences, and is thrown somewhere', () => {
    const codes = Object.keys(failureCodes);
    expect(Object.keys(en.failures.codes).sort()).toEqual(codes.sort());
    const sources = rooms.failures
      .map(sourcesOf)
      .join('\n')
      .replace(/export const failureCodes[\s\S]*?as const/, '');
    // `disk-full-${work}`: the code's beginning or end stands in a template, the rest as a word.
    const templates = [...sources.matchAll(/`([\w-]*)\$\{[^`]*?\}([\w-]*)`/g)];
    const isSaid = (code: string) =>
      sources.includes(`'${code}'`) ||
      templates.some(([, start = '', end = '']) => {
        const varies = start + end !== '' && code.startsWith(start) && code.endsWith(end);
        const middle = code.slice(start.length, code.length - end.length);
        return varies && sources.includes(`'${middle}'`);
      });
    expect(codes.filter(code => !isSaid(code))).toEqual([]);
    expect(Object.keys(en.failures.words).filter(word => !sources.includes(`'${word}'`))).toEqual(
      [],
    );
  });
});
