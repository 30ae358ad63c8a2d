import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fr } from '../../../shared/i18n/fr/index.ts';

/** The words of a process that has just started. */
const begin = async () => ({
  ...(await import('../../../shared/i18n/i18n.ts')),
  ...(await import('../../../renderer/words/words.ts')),
});

beforeEach(() => vi.resetModules());

afterEach(() => vi.doUnmock('../../../shared/i18n/fr/index.ts'));

describe('a process', () => {
  test('begins with English, and has another language after it was loaded', async () => {
    const { i18n, loadLanguage } = await begin();
    expect(Object.keys(i18n.store.data)).toEqual(['en']);
    const t = i18n.getFixedT('fr', 'desktop');
    expect(t('edit')).toBe('Edit');
    expect(await loadLanguage('fr')).toBe('fr');
    expect(t('edit')).toBe(fr.desktop.edit);
    expect(Object.keys(i18n.store.data)).toEqual(['en', 'fr']);
  });

  test('speaks English where a language cannot be loaded', async () => {
    vi.doMock('../../../shared/i18n/fr/index.ts', () => {
      throw new Error('The file is gone.');
    });
    const { i18n, loadLanguage, loadWords } = await begin();
    expect(await loadLanguage('fr')).toBe('en');
    expect((await loadWords('fr-CA')).language).toBe('en');
    expect(i18n.t('settings.title')).toBe('Settings');
  });
});

describe('the window', () => {
  test('keeps the region for numbers and dates', async () => {
    const { loadWords } = await begin();
    const words = await loadWords('fr-CA');
    expect(words.language).toBe('fr-CA');
    expect(words.t('settings.title')).toBe(fr.app.settings.title);
  });

  test('speaks what was chosen last, whichever language comes first', async () => {
    const { i18n, loadWords } = await begin();
    await Promise.all([loadWords('fr'), loadWords('en-GB')]);
    expect(i18n.language).toBe('en-GB');
    await Promise.all([loadWords('en-GB'), loadWords('fr')]);
    expect(i18n.language).toBe('fr');
  });
});
