import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { type MenuActions, type MenuPlace, menuTemplate } from '../../electron/desktop/menu.ts';
import { loadWords, wordsFor } from '../../electron/desktop/words.ts';
import { desktop as czech } from '../../shared/i18n/cs/desktop.ts';
import { desktop as english } from '../../shared/i18n/en/desktop.ts';

const en = wordsFor('en', 'en');
await loadWords('cs', 'en');
const cs = wordsFor('cs', 'en');

type Item = MenuItemConstructorOptions;

const nothing: MenuActions = {
  go: () => undefined,
  about: () => undefined,
  showLog: () => undefined,
  showLicences: () => undefined,
};

function flat(items: readonly Item[]): Item[] {
  return items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}
const menuOf = (platform: NodeJS.Platform, actions = nothing, words = en) =>
  menuTemplate(platform, words, actions);
const labels = (platform: NodeJS.Platform) => menuOf(platform).map(({ label }) => label);

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', platform => {
  test('says everything in the language of the person', () => {
    for (const item of flat(menuOf(platform, nothing, cs))) {
      if (item.type === 'separator') continue;
      // A role without a label of ours would be in English.
      expect([...Object.values(czech), 'Mailstow'], JSON.stringify(item)).toContain(item.label);
    }
  });

  test('offers what people press without thinking, and no developer’s tools', () => {
    const roles = flat(menuOf(platform)).map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining(['copy', 'paste', 'selectAll', 'quit', 'zoomIn', 'togglefullscreen']),
    );
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('toggleDevTools');
  });

  test('leads to the places of the window, says who made it, shows the log and the licences', () => {
    const gone: string[] = [];
    const go = (place: MenuPlace) => gone.push(place);
    const about = () => gone.push('about');
    const showLog = () => gone.push('log');
    const showLicences = () => gone.push('licences');
    for (const { click } of flat(menuOf(platform, { go, about, showLog, showLicences }))) {
      (click as (() => void) | undefined)?.();
    }
    expect(gone.sort()).toEqual([
      'about',
      'accounts',
      'library',
      'licences',
      'log',
      'report',
      'settings',
    ]);
  });

  test('gives no role a click of its own, which macOS would not hear', () => {
    expect(
      flat(menuOf(platform)).filter(({ role, click, submenu }) => role && click && !submenu),
    ).toEqual([]);
  });
});

describe('the conventions of each system', () => {
  test('macOS has the menu of the app first, and the others in their order', () => {
    expect(labels('darwin')).toEqual(['Mailstow', 'File', 'Edit', 'View', 'Window', 'Help']);
    const [own] = menuOf('darwin');
    expect(flat(own ? [own] : []).map(({ role }) => role)).toContain('hideOthers');
  });

  test('elsewhere quitting and the settings are under File', () => {
    expect(labels('linux')).toEqual(['File', 'Edit', 'View', 'Help']);
    const [file] = menuOf('win32');
    expect(flat(file ? [file] : []).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Settings…', 'Quit Mailstow']),
    );
  });
});

describe('words', () => {
  test.each([
    ['system', 'cs-CZ', 'Soubor'],
    ['system', 'en-GB', 'File'],
    ['system', 'de-AT', 'Datei'],
    ['system', 'it-IT', 'File'],
    ['system', 'csb-PL', 'File'],
    ['cs', 'en-GB', 'Soubor'],
    ['en', 'cs-CZ', 'File'],
  ] as const)('language %s on a system in %s', async (language, system, word) => {
    await loadWords(language, system);
    expect(wordsFor(language, system).t('file')).toBe(word);
  });

  test('count as each language does', () => {
    expect([1, 2, 5, 1_200].map(count => en.t('newMessages', { count }))).toEqual([
      '1 new message was saved.',
      '2 new messages were saved.',
      '5 new messages were saved.',
      '1,200 new messages were saved.',
    ]);
    expect([1, 2, 5].map(count => cs.t('newMessages', { count }))).toEqual([
      'Byla uložena 1 nová zpráva.',
      'Byly uloženy 2 nové zprávy.',
      'Bylo uloženo 5 nových zpráv.',
    ]);
  });

  test('of two languages are never the same by neglect', () => {
    const said = new Set<string>(Object.values(czech));
    expect(Object.values(english).filter(word => said.has(word))).toEqual([]);
  });
});
