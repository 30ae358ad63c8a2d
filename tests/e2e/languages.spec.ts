import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Language, languages } from '../../shared/i18n/languages.ts';
import { call } from './calls.ts';
import { expectFirstPage } from './controls.ts';
import { expect, missing, test } from './fixture.ts';
import { overflow, picturesOf } from './screens.ts';

test.skip(missing !== undefined, missing);

const sizes = [
  { width: 900, height: 600 },
  { width: 400, height: 700 },
];

/** What says its words in full. */
const short = '.page-bar h1, .button, .segment, .app-place, .menu-item';

test('every language has room on every screen', async ({ window, archived }) => {
  expect(archived).toBe(true);
  const [account] = await call(window, 'accounts.list', undefined);
  const screens = [
    { name: 'accounts', hash: '#/accounts', shows: '.account-actions' },
    { name: 'run', hash: `#/run/${account?.id}`, shows: '.sum' },
    { name: 'library', hash: `#/library/${account?.id}`, shows: '.message-head' },
    { name: 'settings', hash: '#/settings', shows: '.set' },
    { name: 'help', hash: '#/help', shows: '.help-signs' },
    { name: 'set-up', hash: '#/set-up', shows: '.steps' },
  ];
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const language of languages) {
    await speak(window, language);
    const pictures = picturesOf(window, 'languages');
    for (const size of sizes) {
      await window.setViewportSize(size);
      for (const { name, hash, shows } of screens) {
        await go(window, hash);
        if (name === 'library') await window.getByRole('option').first().click();
        await expect(window.locator(shows).first()).toBeVisible();
        if (size.width === 900)
          await window.screenshot({ path: join(pictures, `${language}-${name}.png`) });
        const at = `${language}, ${name}, ${size.width}`;
        if ((await overflow(window)) > 0) faults.push(`${at}: scrolls sideways`);
        faults.push(...(await cutWords(window)).map(words => `${at}: ${words}`));
      }
      await go(window, '#/accounts');
      await window.locator('.account-top').getByRole('button').click();
      await expect(window.getByRole('menu')).toBeVisible();
      faults.push(...(await cutWords(window)).map(words => `${language}, menu: ${words}`));
      await window.keyboard.press('Escape');
      await go(window, '#/set-up');
      await window.locator('input[type=email]').fill('anna@outlook.com');
      await window.keyboard.press('Tab');
      await window.locator('.card .notice-needs .button').click();
      const dialog = window.locator('.sign-in-steps');
      await expect(dialog).toBeVisible();
      if (size.width === 900)
        await window.screenshot({ path: join(pictures, `${language}-own-client.png`) });
      faults.push(...(await cutWords(window)).map(words => `${language}, client ID: ${words}`));
      await window.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  }
  expect(faults).toEqual([]);
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  // The desktop follows the system, and desktop/look.spec.ts says so.
  test('the window speaks German @browser-mode', async ({ window }) => {
    await expect(window.getByLabel('E-Mail-Adresse')).toBeVisible();
    await call(window, 'settings.set', { language: 'en' });
    await expectFirstPage(window);
  });
});

async function speak(window: Page, language: Language): Promise<void> {
  await call(window, 'settings.set', { language });
  await expect(window.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}\\b`));
}

async function go(window: Page, hash: string): Promise<void> {
  await window.evaluate(`location.hash = ${JSON.stringify(hash)}`);
}

/** Words that reach out of the box that they stand in. */
async function cutWords(window: Page): Promise<string[]> {
  const seen = window.locator(short).locator('visible=true');
  return seen.evaluateAll(all =>
    all
      .filter(each => {
        const box = each.getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(each);
        const { left, right } = words.getBoundingClientRect();
        return left < box.left - 1 || right > box.right + 1;
      })
      .map(({ textContent }) => `“${textContent}” is cut`),
  );
}
