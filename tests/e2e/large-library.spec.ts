import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, saveAccount } from './calls.ts';
import { expect, test } from './fixture.ts';
import { makeLargeArchive } from './large/large-archive.ts';
import { holdWithin } from './scale/attempts.ts';
import { memoryOf, smoothnessDuring, timeToPaint, timeToText } from './scale/page-figures.ts';

/** A small part of what `npm run prove -- library` does, which has the machine for itself and holds the bounds. */
const messages = Number(process.env.MAILSTOW_LIBRARY ?? 5_000);
const accounts = 10;
const folders = Math.max(20, Math.round(messages / 1_000));
const isFull = messages >= 1_000_000;
/** Times that something is measured for the 95th of a hundred. */
const times = isFull ? 40 : 4;
/** How many times as long it may take among the other specs. */
const room = isFull ? 1 : 4;

test.setTimeout(isFull ? 1_200_000 : 90_000);
test.use({ trace: 'off' });

const row = '[role=option] .message-row-sender';

test('a large library: rows, folders and conversations are there at once, and nothing stands still', async ({
  window,
  host,
}) => {
  const first = await fillAccounts(window, host.folder);
  await window.evaluate(`location.hash = '#/accounts'`);
  await window.reload();
  console.log(`first rows, cold: ${(await timeToPaint(window, 'Library', row)).toFixed(0)} ms`);
  await holdWithin('the library opens', { 'first rows (ms)': 100 * room }, async () => {
    await window.getByRole('button', { name: 'Accounts', exact: true }).click();
    await expect(window.locator(row)).toHaveCount(0);
    return { 'first rows (ms)': await timeToPaint(window, 'Library', row) };
  });
  await holdWithin('folders are switched', { 'p95 (ms)': 100 * room }, async () => ({
    'p95 (ms)': await foldersSwitched(window),
  }));
  await holdWithin('the list is scrolled', { 'longest task (ms)': 50 * room }, async () => {
    await folder(window, 'All messages').click();
    return { 'longest task (ms)': (await smoothnessDuring(window, () => wheel(window))).task };
  });
  await window.getByRole('button', { name: 'Conversations' }).click();
  await expect(window.locator('.message-row-count').first()).toBeVisible();
  // The other accounts look once a minute for what came meanwhile.
  console.log(`conversation, cold: ${(await openConversation(window)).toFixed(0)} ms`);
  await holdWithin('conversations open', { 'p95 (ms)': 100 * room }, async () => ({
    'p95 (ms)': await conversationsOpened(window),
  }));
  await holdWithin('conversations are scrolled', { 'longest task (ms)': 50 * room }, async () => ({
    'longest task (ms)': (await smoothnessDuring(window, () => wheel(window))).task,
  }));
  await holdWithin('folders of conversations', { 'p95 (ms)': 100 * room }, async () => ({
    'p95 (ms)': await foldersSwitched(window),
  }));
  await holdWithin('memory', { 'scripts (MB)': 50, 'page (MB)': 250 }, async () => {
    const { heap, process } = await memoryOf(window, await host.pageProcesses(window));
    return { 'scripts (MB)': heap, 'page (MB)': process };
  });
  const query = { accountId: first, sort: 'date', descending: true, limit: 100 } as const;
  const { total } = await call(window, 'library.messages', { ...query, offset: 0 });
  await holdWithin(
    'any page',
    { 'by date (ms)': 100 * room, 'of conversations (ms)': 100 * room },
    async () => ({
      'by date (ms)': await timeOf(() =>
        call(window, 'library.messages', { ...query, offset: Math.floor(total / 2) }),
      ),
      'of conversations (ms)': await timeOf(() =>
        call(window, 'library.messages', {
          ...query,
          offset: Math.floor(total / 10),
          conversations: true,
        }),
      ),
    }),
  );
});

/** Half of the messages and of the folders are of the first. @returns its id */
async function fillAccounts(window: Page, place: string): Promise<string> {
  const ids: string[] = [];
  for (let number = 0; number < accounts; number += 1) {
    const part = number === 0 ? 0.5 : 0.5 / (accounts - 1);
    const folder = join(place, `account-${number}`);
    mkdirSync(folder);
    makeLargeArchive({
      ...{ folder, number },
      messages: Math.round(messages * part),
      folders: Math.max(1, Math.round(folders * part)),
    });
    // The desktop app runs as somebody else than the specs.
    execFileSync('chmod', ['-R', 'a+rwX', folder]);
    const id = await saveAccount(window, folder, 9, `account-${number}@example.org`);
    ids.push(id);
  }
  // What is measured is the list.
  await Promise.all(ids.map(accountId => call(window, 'search.switch', { accountId, on: false })));
  return ids[0] ?? '';
}

const folder = (window: Page, name: string) =>
  window.locator('.tree-row', { has: window.getByText(name, { exact: true }) });

/** The 95th of a hundred times until the first row is of the folder that was chosen, milliseconds. */
async function foldersSwitched(window: Page): Promise<number> {
  const figures: number[] = [];
  await window.locator('.folder-tree .virtual-list').evaluate(list => list.scrollTo(0, 0));
  for (let time = 0; time < times; time += 1) {
    const name = time % 2 === 0 ? 'Inbox' : `Projects/0/${Math.floor(time / 2) % 5}`;
    const shown = time % 2 === 0 ? 'INBOX: ' : `${name}: `;
    figures.push(await timeToText(window, folder(window, name).first(), row, shown));
  }
  return percentile(figures);
}

/** Of the rows that were opened; the row that is open already shows nothing new. */
let opened = 0;

async function openConversation(window: Page): Promise<number> {
  const list = window.getByRole('listbox', { name: 'Messages' });
  const option = list.getByRole('option').filter({ has: window.locator('.message-row-count') });
  const shown = option.nth(opened % 3);
  opened += 1;
  const figure = await timeToText(window, shown, '.conversation-row', '');
  await window.keyboard.press('Escape');
  return figure;
}

async function conversationsOpened(window: Page): Promise<number> {
  const figures: number[] = [];
  for (let time = 0; time < times; time += 1) figures.push(await openConversation(window));
  return percentile(figures);
}

function percentile(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

async function wheel(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Messages' }).hover();
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 40 ? 300 : 3_000);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.wheel(0, -10_000_000);
  await expect(page.locator(row).first()).toBeVisible();
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
