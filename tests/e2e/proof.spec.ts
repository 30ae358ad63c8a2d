import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, missing, startArchiving, test } from './fixture.ts';
import { letters } from './letters.ts';
import { lookAt, lookAtHere, lookAtLargeText } from './screens.ts';

test.skip(missing !== undefined, missing);
test.setTimeout(240_000);

/** From wherever the window is. */
async function openTab(window: Page, tab: string): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Accounts' }).click();
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: tab }).click();
  await expect(window.getByRole('tab', { name: tab, selected: true })).toBeVisible();
}

function messagesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => name.endsWith('.eml') && !name.startsWith('.mailstow'))
    .map(name => join(folder, name));
}

test('an archive proves itself: its report, its history, and a check that finds what was done to it', async ({
  window,
  archived,
  host,
}) => {
  expect(archived).toBe(true);
  await openTab(window, 'Report');
  await expect(window.getByRole('row', { name: /^Inbox/ })).toBeVisible();
  await expect(window.getByRole('row', { name: /^Junk .*Left out/ })).toBeVisible();
  await lookAt(window, '30-report');
  await lookAtLargeText(window, '30-report');
  await window.getByRole('button', { name: 'Save report' }).click();
  await expect.poll(() => host.saved()).toHaveLength(1);

  await window.getByRole('tab', { name: 'Check archive' }).click();
  await lookAt(window, '31-check');
  await window.getByRole('button', { name: 'Check now' }).click();
  await expect(window.getByText('All 6 files are as they were saved.')).toBeVisible();
  await lookAt(window, '32-check-sound');

  const [altered = '', deleted = ''] = messagesIn(host.folder);
  const bytes = readFileSync(altered);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(altered, bytes);
  rmSync(deleted);
  await window.getByText('Compare with the server too').click();
  await window.getByRole('button', { name: 'Check again' }).click();
  await expect(window.getByText('2 files are damaged or missing.')).toBeVisible();
  const list = window.getByRole('region', { name: 'Damaged and missing files' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await lookAt(window, '33-check-damaged');
  await lookAtLargeText(window, '33-check-damaged');

  await window.getByRole('tab', { name: 'History' }).click();
  await expect(window.getByRole('row')).toHaveCount(4);
  await lookAt(window, '34-history');
  await lookAtLargeText(window, '34-history');
  await window.getByRole('navigation').getByRole('button', { name: 'Accounts' }).click();
  await expect(window.getByText('2 files are damaged or missing')).toBeVisible();
  await lookAt(window, '35-card-damaged');

  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  expect(messagesIn(host.folder)).toHaveLength(6);
  await openTab(window, 'Check archive');
  await expect(window.getByText(/Everything was archived since then/)).toBeVisible();
  await window.getByRole('button', { name: 'Check again' }).click();
  await expect(window.getByText('All 6 files are as they were saved.')).toBeVisible();
  await window.reload();
  await expect(window.getByText('All 6 files are as they were saved.')).toBeVisible();
});

/** Enough that a check can be watched and stopped on any machine. */
const many = 8_000;
/** Milliseconds: the files are read for seconds, and would hold the process behind the window up as long. */
const longestWait = 1_000;

test('a long check goes on beside the window, and is stopped', async ({
  window,
  dovecot,
  user,
  host,
}) => {
  const [letter] = letters;
  if (letter === undefined) throw new Error('there are no letters');
  await dovecot.deliver(user, 'Big', ...Array.from({ length: many }, () => letter));
  await startArchiving(window, dovecot, user, host);
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible({ timeout: 60_000 });
  await openTab(window, 'Check archive');
  await window.getByText('Compare with the server too').click();
  await host.longestDelay();
  await window.getByRole('button', { name: 'Check now' }).click();
  await expect(window.getByText('Reading every file…')).toBeVisible();
  await window.getByRole('tab', { name: 'History' }).click();
  await expect(window.getByText('8,006 new messages')).toBeVisible();
  await window.getByRole('tab', { name: 'Check archive' }).click();
  await lookAtHere(window, '37-check-going');
  await expect(window.getByText(/^All 8,006 files are as they were saved\./)).toBeVisible({
    timeout: 60_000,
  });
  expect(await host.longestDelay()).toBeLessThan(longestWait);
  await expect(window.getByText(/Everything on the server is in your archive\./)).toBeVisible();

  await window.getByRole('button', { name: 'Check again' }).click();
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByText('You stopped the check.')).toBeVisible();
  await window.getByRole('tab', { name: 'History' }).click();
  await expect(window.getByRole('row').nth(1)).toContainText('You stopped the check.');
});
