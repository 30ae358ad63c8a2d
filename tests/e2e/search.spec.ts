import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parse } from '../../shared/search/parse.ts';
import { absentWords, plantedMessages } from '../fixtures/search/planted-messages.ts';
import { call, saveAccount } from './calls.ts';
import { choose } from './controls.ts';
import type { Host } from './host.ts';
import { test as base, expect } from './own-server.ts';
import { lookAt, lookAtHere, lookAtLargeText } from './screens.ts';
import { officeMailboxes, vineyardMailboxes } from './search-mail.ts';

interface Fixtures {
  /** Ids of two accounts that were archived and can be searched; the window shows the library of the first. */
  readonly searchable: readonly string[];
}

const test = base.extend<Fixtures>({
  searchable: async ({ window, host, serve }, use) => {
    const first = await serve({ mailboxes: vineyardMailboxes });
    const second = await serve({ mailboxes: officeMailboxes });
    const ids = [
      await archive(window, host, first.port, 'anna@example.org'),
      await archive(window, host, second.port, 'office@example.org'),
    ];
    await expectIndexed(window);
    await window.evaluate(`location.hash = '#/library/${ids[0]}'`);
    await expect(window.getByRole('option').first()).toBeVisible();
    await use(ids);
  },
});

async function archive(window: Page, host: Host, port: number, email: string): Promise<string> {
  const accountId = await saveAccount(window, join(host.folder, email), port, email);
  await call(window, 'runs.start', { accountId });
  const stateOf = async () => (await call(window, 'runs.list', undefined)).at(-1)?.state;
  await expect.poll(stateOf, { timeout: 60_000 }).toBe('done');
  return accountId;
}

async function expectIndexed(window: Page): Promise<void> {
  const states = async () =>
    (await call(window, 'search.state', undefined)).map(
      ({ state, done, of, attachments, failure }) =>
        [state, of - done, attachments, failure?.message ?? ''].join(', '),
    );
  await expect.poll(states, { timeout: 60_000 }).toEqual(['ready, 0, 0, ', 'ready, 0, 0, ']);
}

test.setTimeout(240_000);

const field = (window: Page): Locator =>
  window.getByRole('searchbox', { name: 'Search mail and attachments' });
const rows = (window: Page): Locator => window.getByRole('listbox').getByRole('option');

test('what was planted is found wherever it stands, and the row says where', async ({
  window,
  searchable,
}) => {
  expect(searchable).toHaveLength(2);
  const all = plantedMessages().flatMap(({ id, planted }) =>
    planted.map(({ word, language, place }) => ({ id, word, language, place })),
  );
  const wanted = [
    all.find(({ id, language }) => id === 'document-writer.docx' && language === 'czech'),
    all.find(({ id, language }) => id === 'document-chromium.pdf' && language === 'english'),
    all.find(({ id, language }) => id === 'body-html' && language === 'german'),
    all.find(({ id, place }) => id === 'charset-iso-2022-jp' && place === 'body'),
    ...(['from', 'subject', 'filename'] as const).map(place =>
      all.find(each => each.id === 'header-english' && each.place === place),
    ),
  ].filter(each => each !== undefined);
  expect(wanted).toHaveLength(7);
  for (const { id, word, place } of wanted) {
    await field(window).fill(word);
    await expect(rows(window), `${word} of ${id}`).toHaveCount(1);
    if (place === 'from' || place === 'subject' || place === 'body') {
      await expect(rows(window).locator('mark').first()).toHaveText(word);
    }
    if (place === 'attachment') {
      await expect(rows(window)).toContainText(`In ${id.replace('document-', '')}`);
      await expect(rows(window).locator('.message-row-snippet mark').first()).toHaveText(word);
      await rows(window).click();
      await expect(window.locator('.attachment').getByText('1 match')).toBeVisible();
    }
  }
});

test('every planted word finds its message and no other', async ({ window, searchable }) => {
  expect(searchable).toHaveLength(2);
  const found = async (word: string) => {
    const page = { sort: 'date', descending: true, offset: 0, limit: 5 } as const;
    const { query } = parse(word);
    for (;;) {
      const { goesOn, rows: hits } = await call(window, 'library.search', { query, ...page });
      if (!goesOn) return hits.map(({ size }) => size);
    }
  };
  for (const { id, bytes, planted } of plantedMessages()) {
    for (const { word } of planted) {
      expect(await found(word), `${word} of ${id}`).toEqual([bytes.length]);
    }
  }
  for (const word of absentWords) expect(await found(word), word).toEqual([]);
});

test('in a message every match is marked, and a key goes from one to the next', async ({
  window,
  searchable,
}) => {
  expect(searchable).toHaveLength(2);
  await field(window).fill('vineyard');
  await expect(rows(window)).toHaveCount(4);
  await window.getByRole('option', { name: /The road in June/ }).click();
  const page = window.frameLocator('iframe');
  await expect(page.locator('mark')).toHaveCount(3);
  await expect(page.getByText('The vineyard is hidden here.')).toBeHidden();
  await expect(window.getByText('Match 1 of 2')).toBeVisible();
  await expect(page.locator('mark:target')).toHaveText('vine');
  await window.keyboard.press('F3');
  await expect(window.getByText('Match 2 of 2')).toBeVisible();
  await expect(page.locator('mark:target')).toHaveText('Vineyard');
  await expect(page.locator('mark:target')).toBeInViewport();
  expect(await window.evaluate('document.scrollingElement.scrollTop')).toBe(0);
  await window.keyboard.press('Control+G');
  await expect(page.locator('mark:target')).toHaveText('vine');
  await window.keyboard.press('Shift+F3');
  await expect(page.locator('mark:target')).toHaveText('Vineyard');
  await window.getByRole('button', { name: 'Next match' }).click();
  await expect(page.locator('mark:target')).toHaveText('vine');
  await expect(page.locator('mark:target')).toBeInViewport();
  // A message of plain text alone.
  await window.getByRole('option', { name: /Vineyard in autumn/ }).click();
  const panel = window.getByRole('tabpanel');
  await expect(panel.locator('mark')).toHaveText(['vineyard', 'vineyard']);
  await expect(
    window.getByRole('heading', { name: 'Vineyard in autumn' }).locator('mark'),
  ).toHaveText('Vineyard');
  await window.keyboard.press('F3');
  await expect(panel.locator('mark').nth(1)).toHaveAttribute('data-present', 'true');
});

test('all of it with the keyboard alone', async ({ window, searchable }) => {
  expect(searchable).toHaveLength(2);
  await window.getByRole('listbox').focus();
  await window.keyboard.press('/');
  await expect(field(window)).toBeFocused();
  await window.keyboard.type('from:elodie vineyard');
  await expect(rows(window)).toHaveCount(2);
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('listbox')).toBeFocused();
  await expect(window.getByRole('heading', { name: 'Vineyard in autumn' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('heading', { name: 'The road in June' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('article', { name: 'Message' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Match 2 of 2')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('listbox')).toBeFocused();
  await window.keyboard.press('Control+f');
  await expect(field(window)).toBeFocused();
  await expect(field(window)).toHaveValue('vineyard');
  // The chip before the text: taken away by Delete, and by Backspace at the beginning of the text.
  await window.keyboard.press('Shift+Tab');
  await expect(window.getByRole('row', { name: 'From: elodie' }).getByRole('button')).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(rows(window)).toHaveCount(4);
  await expect(field(window)).toBeFocused();
  await window.keyboard.press('Home');
  await window.keyboard.type('on:2019 ');
  await expect(rows(window)).toHaveCount(1);
  await window.keyboard.press('Home');
  await window.keyboard.press('Backspace');
  await expect(rows(window)).toHaveCount(4);
  // From the first row up is the field again.
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('listbox')).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(field(window)).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(field(window)).toHaveValue('');
  await expect(window.getByRole('heading', { name: 'All messages' })).toBeVisible();
});

test('chips narrow by a click, and the search outlives a reload and the way back', async ({
  window,
  searchable,
}) => {
  expect(searchable).toHaveLength(2);
  const address = window.url();
  await field(window).fill('vineyard');
  await expect(rows(window)).toHaveCount(4);
  await window
    .getByRole('toolbar', { name: 'Narrow down' })
    .getByText('From: Élodie Martin')
    .click();
  await expect(rows(window)).toHaveCount(2);
  await expect(rows(window).first()).toContainText('Vineyard in autumn');
  await choose(window, 'Sort by', 'Oldest first');
  await expect(rows(window).first()).toContainText('The road in June');
  expect(window.url()).toBe(address);
  await window.reload();
  await expect(window.getByRole('row', { name: 'From: Élodie Martin' })).toBeVisible();
  await expect(field(window)).toHaveValue('vineyard');
  await expect(rows(window)).toHaveCount(2);
  await window.getByRole('button', { name: 'Accounts', exact: true }).first().click();
  await expect(field(window)).toBeHidden();
  await window.goBack();
  await expect(field(window)).toHaveValue('vineyard');
  await expect(rows(window)).toHaveCount(2);
  await window.getByRole('row', { name: 'From: Élodie Martin' }).getByRole('button').click();
  await expect(rows(window)).toHaveCount(4);
  await window.getByRole('option', { name: /Grape harvest/ }).click();
  await window.getByRole('button', { name: 'Find messages from karel@example.org' }).click();
  await expect(rows(window)).toHaveCount(1);
  await expect(window.getByRole('row', { name: 'From: karel@example.org' })).toBeVisible();
  // A folder shows what is in it, not what was found.
  await window.getByRole('treeitem', { name: /2019/ }).click();
  await expect(window.getByRole('row', { name: /^From/ })).toBeHidden();
  await expect(rows(window)).toHaveCount(1);
});

test('where nothing is found it says what would find more', async ({ window, searchable }) => {
  expect(searchable).toHaveLength(2);
  await field(window).fill('from:karel vineyard autumn');
  await expect(window.getByText('Nothing found')).toBeVisible();
  const without = window.getByRole('button', { name: 'Without autumn: 1 message' });
  await expect(without).toBeVisible();
  await expect(
    window.getByRole('button', { name: 'Without From: karel: 1 message' }),
  ).toBeVisible();
  await without.click();
  await expect(rows(window)).toHaveCount(1);
  await expect(field(window)).toHaveValue('vineyard');
});

test('what was not searched is said', async ({ window, searchable }) => {
  const [, office] = searchable;
  await field(window).fill('vineyard');
  await expect(rows(window)).toHaveCount(4);
  await expect(window.getByText('3 attachments could not be read.')).toBeVisible();
  await window.getByRole('button', { name: 'Show list' }).click();
  const list = window.getByRole('dialog', { name: 'Attachments that could not be read' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.getByRole('listitem').filter({ hasText: 'locked.pdf' })).toContainText(
    'Protected by a password',
  );
  await lookAtHere(window, '28-unreadable');
  await list.getByRole('button', { name: /locked.pdf/ }).click();
  await expect(window.locator('.attachment').getByText('locked.pdf')).toBeVisible();
  // One account is left out, and taken in again.
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  const isSearched = window.getByRole('switch', { name: 'Search in office@example.org' });
  await isSearched.press('Space');
  await expect(isSearched).not.toBeChecked();
  await lookAt(window, '29-settings-search');
  await window.goBack();
  await expect(rows(window)).toHaveCount(3);
  await expect(window.getByText('Search is off for office@example.org.')).toBeVisible();
  await window.getByRole('button', { name: 'Turn on' }).click();
  await expect(rows(window)).toHaveCount(4);
  expect(
    (await call(window, 'search.state', undefined)).find(each => each.accountId === office),
  ).toMatchObject({ on: true });
});

test('while the index is made, it says how much of it is there', async ({
  window,
  host,
  serve,
}) => {
  const messages = Array.from({ length: 4_000 }, (_, number) => ({
    bytes: `From: Anna <anna@example.org>\r\nSubject: Letter ${number}\r\n\r\nAbout the vineyard, number ${number}.\r\n`,
  }));
  const server = await serve({ mailboxes: [{ name: 'INBOX', messages }] });
  const accountId = await archive(window, host, server.port, 'anna@example.org');
  await window.evaluate(`location.hash = '#/library/${accountId}'`);
  await expect(window.getByRole('option').first()).toBeVisible();
  await call(window, 'search.delete', { accountId });
  await field(window).fill('vineyard');
  await expect(window.getByText(/^[\d,]+ of 4,000 messages are searched so far\.$/)).toBeVisible();
  await expect(window.getByText('messages are searched so far')).toBeHidden({ timeout: 120_000 });
  await expect(window.getByRole('heading', { name: '4,000 messages' })).toBeVisible();
});

test('how it looks', async ({ window, searchable }) => {
  expect(searchable).toHaveLength(2);
  await field(window).fill('from:elodie vineyard');
  await expect(rows(window)).toHaveCount(2);
  await window.getByRole('option', { name: /The road in June/ }).click();
  await expect(window.frameLocator('iframe').locator('mark:target')).toBeVisible();
  await lookAt(window, '25-search-message');
  await lookAtLargeText(window, '25-search-message');
  await field(window).press('Escape');
  await field(window).fill('vineyard');
  await expect(rows(window)).toHaveCount(4);
  await lookAt(window, '26-search');
  await lookAtLargeText(window, '26-search');
  await field(window).fill('vineyard zebra');
  await expect(window.getByText('Nothing found')).toBeVisible();
  await lookAt(window, '27-search-nothing');
  await lookAtLargeText(window, '27-search-nothing');
});
