import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { saveAccount } from './calls.ts';
import { holdWithin } from './scale/attempts.ts';
import { expect, test } from './scale/fixture.ts';
import { smoothnessDuring } from './scale/page-figures.ts';

/** A fifth of what `npm run prove -- folders` holds the same bounds for. */
const folders = Number(process.env.MAILSTOW_FOLDERS ?? 200);
const messages = folders * 100;
const otherAccounts = 9;

test.setTimeout(600_000);
test.use({ trace: 'off' });

test('many folders, accounts and messages: scrolling and switching never make anybody wait', async ({
  window,
  host,
  account,
}) => {
  await account(messages, 0, folders);
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible({ timeout: 400_000 });
  for (let other = 1; other <= otherAccounts; other += 1) {
    await saveAccount(window, join(host.folder, `other-${other}`), 9, `other-${other}@example.org`);
  }
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  const tree = window.getByRole('tree');
  const list = window.getByRole('listbox');
  await expect(tree.getByRole('treeitem', { name: /^accounts@example.org/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^All messages/ })).toContainText(
    (messages + 2 * folders).toLocaleString('en'),
    { timeout: 120_000 },
  );
  // By class: looking for roles is work that the page itself is charged for.
  const row = window.locator('.message-row');
  const without = (what: string, act: () => Promise<void>) =>
    holdWithin(what, { 'longest task (ms)': 50 }, async () => ({
      'longest task (ms)': (await smoothnessDuring(window, act)).task,
    }));
  await without('the tree is scrolled', () => wheel(window, tree));
  await without('the list is scrolled', () => wheel(window, list));
  await without('twenty folders are gone through', async () => {
    await tree.focus();
    for (let step = 0; step < 20; step += 1) await window.keyboard.press('ArrowDown');
    await expect(row).toHaveCount(2);
    await window.keyboard.press('Home');
  });
  await without('the account is switched', async () => {
    await tree.hover();
    await window.mouse.wheel(0, 1_000_000);
    await window.locator('.tree-account', { hasText: 'other-9@' }).click();
    await expect(window.locator('.empty', { hasText: 'Nothing archived yet' })).toBeVisible();
    await window.mouse.wheel(0, -1_000_000);
    await window.locator('.tree-account', { hasText: 'accounts@' }).click();
    await expect(row.first()).toBeVisible();
  });
  await without('the place is switched', async () => {
    await window.locator('.app-place', { hasText: 'Accounts' }).click();
    await expect(window.locator('.account h2', { hasText: 'other-9@' })).toBeVisible();
    await window.locator('.app-place', { hasText: 'Library' }).click();
    await expect(row.first()).toBeVisible();
  });
});

async function wheel(page: Page, over: Locator): Promise<void> {
  await over.hover();
  for (let turn = 0; turn < 40; turn += 1) {
    await page.mouse.wheel(0, turn < 20 ? 200 : 2_000);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.wheel(0, -1_000_000);
}
