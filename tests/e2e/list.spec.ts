import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, saveAccount } from './calls.ts';
import { choose } from './controls.ts';
import type { Host } from './host.ts';
import { annasMailboxes, officeMailboxes } from './list-mail.ts';
import { expect, test } from './own-server.ts';
import { lookAt, lookAtHere } from './screens.ts';

async function archive(window: Page, host: Host, port: number, email: string): Promise<string> {
  const accountId = await saveAccount(window, join(host.folder, email), port, email);
  await call(window, 'runs.start', { accountId });
  const stateOf = async () => (await call(window, 'runs.list', undefined)).at(-1)?.state;
  await expect.poll(stateOf, { timeout: 60_000 }).toBe('done');
  return accountId;
}

const list = (window: Page) => window.getByRole('listbox', { name: 'Messages' });
const rows = (window: Page) => list(window).getByRole('option');
const folder = (window: Page, name: RegExp) => window.getByRole('treeitem', { name });
const subjects = (window: Page) => window.locator('.message-row-subject');

test.setTimeout(180_000);

test('the list: first words, recipients, columns, density and conversations, by mouse and by keyboard', async ({
  window,
  host,
  serve,
}) => {
  const first = await serve({ mailboxes: annasMailboxes });
  const second = await serve({ mailboxes: officeMailboxes });
  const id = await archive(window, host, first.port, 'anna@example.org');
  await archive(window, host, second.port, 'office@example.org');
  await window.setViewportSize({ width: 1440, height: 900 });
  await window.evaluate(`location.hash = '#/library/${id}'`);

  await test.step('first words, without what they answer', async () => {
    await folder(window, /^Inbox/).click();
    await expect(rows(window)).toHaveCount(3);
    await expect(rows(window).first()).toContainText('Thank you, bring boots.');
    await expect(rows(window).first()).not.toContainText('I am coming.');
    await expect(rows(window).last()).toContainText('We need eight pairs of hands.');
  });
  await test.step('a folder many levels deep has its name, whole', async () => {
    const deepest = folder(window, /^Photographs of the upper slope/);
    await expect(deepest).toHaveAttribute('aria-level', '5');
    await expect(deepest.locator('.cut')).toHaveAttribute(
      'title',
      'Projects/Vineyard/2025/Photographs of the upper slope',
    );
  });
  await test.step('what is open follows the folder', async () => {
    await rows(window).first().click();
    await expect(window.getByRole('heading', { name: 'Re: Harvest' })).toBeVisible();
    await folder(window, /^Sent/).click();
    await expect(window.getByText('Select a message to read')).toBeVisible();
  });
  await test.step('several are selected', async () => {
    await folder(window, /^Inbox/).click();
    const said = window.locator('.selection-bar [role=status]');
    await rows(window).first().click();
    await rows(window)
      .last()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect(said).toHaveText('2 selected');
    await window.keyboard.press('Escape');
    await expect(said).toHaveCount(0);
    await list(window).focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Shift+ArrowDown');
    await expect(said).toHaveText('2 selected');
    await window.keyboard.press('ControlOrMeta+a');
    await expect(said).toHaveText('3 selected');
    await folder(window, /^Sent/).click();
    await expect(said).toHaveCount(0);
  });
  await test.step('whom it was written to', async () => {
    await expect(rows(window)).toContainText('To Karel');
    await folder(window, /^Drafts/).click();
    await expect(rows(window)).toContainText('To Petr');
  });
  await lookAt(window, '12-list');
  await test.step('columns where there is room, in order by each', async () => {
    await window.setViewportSize({ width: 1760, height: 900 });
    await folder(window, /^Inbox/).click();
    const columns = window.getByRole('group', { name: 'Columns' });
    await columns.getByRole('button', { name: 'Sort by Size' }).click();
    await expect(subjects(window).first()).toContainText('A bill');
    await columns.getByRole('button', { name: 'Sort by Sender' }).focus();
    await window.keyboard.press('Enter');
    await expect(subjects(window).last()).toContainText('A bill');
    await window.keyboard.press('Enter');
    await expect(subjects(window).first()).toContainText('A bill');
    await lookAtHere(window, '12-list-columns');
    await folder(window, /^Sent/).click();
    await expect(columns.getByText('To', { exact: true })).toBeVisible();
    await window.setViewportSize({ width: 1440, height: 900 });
    await expect(columns).toHaveCount(0);
    await choose(window, 'Sort by', 'Date');
  });
  await test.step('all accounts in one list', async () => {
    await folder(window, /^All accounts/).click();
    await expect(window.getByRole('heading', { name: 'All accounts' })).toBeVisible();
    await expect(rows(window)).toHaveCount(11);
    await expect(subjects(window).nth(0)).toContainText('Re: Harvest, the invoice');
    await expect(rows(window).nth(0)).toContainText('office@example.org');
    await expect(rows(window).nth(0)).toContainText('For the office.');
    await expect(rows(window).nth(1)).toContainText('anna@example.org');
    await expect(window.getByRole('button', { name: /Sort by$/ })).toHaveCount(0);
    await lookAt(window, '12-all-accounts');
    await window.setViewportSize({ width: 1440, height: 900 });
    await rows(window).nth(0).click();
    await expect(window.getByRole('heading', { name: 'Re: Harvest, the invoice' })).toBeVisible();
    await window.getByRole('button', { name: 'Next message' }).click();
    await expect(window.getByRole('heading', { name: 'A walk' })).toBeVisible();
    const said = window.locator('.selection-bar [role=status]');
    await list(window).focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Shift+ArrowDown');
    await expect(said).toHaveText('2 selected');
    await window.keyboard.press('ControlOrMeta+a');
    await expect(said).toHaveText('11 selected');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'Reverse order' }).click();
    await expect(subjects(window).nth(0)).toContainText('A project');
    await expect(subjects(window).nth(10)).toContainText('Re: Harvest, the invoice');
    await window.getByRole('button', { name: 'Reverse order' }).click();
    await window.getByRole('tree', { name: 'Folders' }).focus();
    await window.keyboard.press('ArrowDown');
    await expect(window.getByRole('heading', { name: 'All messages' })).toBeVisible();
    await expect(rows(window)).toHaveCount(9);
    await window.keyboard.press('ArrowUp');
    await expect(rows(window)).toHaveCount(11);
    await window.keyboard.press('ArrowDown');
    await expect(rows(window)).toHaveCount(9);
  });
  await test.step('a conversation over two folders and two accounts', async () => {
    await folder(window, /^Inbox/).click();
    const conversations = window.getByRole('button', { name: 'Conversations' });
    await conversations.focus();
    await window.keyboard.press('Space');
    await expect(rows(window)).toHaveCount(2);
    await expect(rows(window).first()).toContainText('4 messages in this conversation');
    await list(window).focus();
    await window.keyboard.press('Home');
    const conversation = window.getByRole('listbox', { name: 'Conversation' });
    const parts = conversation.getByRole('option');
    await expect(parts).toHaveCount(4);
    await expect(parts.nth(0)).toContainText('Inbox');
    await expect(parts.nth(1)).toContainText('To Karel');
    await expect(parts.nth(2)).toHaveAttribute('aria-selected', 'true');
    await expect(parts.nth(3)).toContainText('office@example.org · Inbox');
    await lookAt(window, '12-conversation');
    await window.setViewportSize({ width: 1440, height: 900 });
    await conversation.focus();
    await window.keyboard.press('ArrowUp');
    await expect(window.getByText('I am coming.').last()).toBeVisible();
    await expect(rows(window).first()).toHaveAttribute('aria-selected', 'true');
    await parts.nth(3).click();
    await expect(window.getByRole('heading', { name: 'Re: Harvest, the invoice' })).toBeVisible();
    const said = window.locator('.selection-bar [role=status]');
    await list(window).focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Space');
    await expect(said).toHaveText('4 selected');
    await window.keyboard.press('Space');
    await expect(said).toHaveCount(0);
    await window.keyboard.press('ControlOrMeta+a');
    await expect(said).toHaveText('3 selected');
    // The two of the four that this folder has.
    await window.keyboard.press('Space');
    await expect(said).toHaveText('1 selected');
    await window.keyboard.press('Escape');
  });
  await test.step('density and conversations are kept', async () => {
    const heightOf = async () => (await rows(window).first().boundingBox())?.height ?? 0;
    const before = await heightOf();
    await window.getByRole('button', { name: 'Compact list' }).click();
    await expect.poll(heightOf).toBeLessThan(before);
    await window.reload();
    await expect(rows(window)).not.toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Compact list', pressed: true })).toBeVisible();
    await expect(
      window.getByRole('button', { name: 'Conversations', pressed: true }),
    ).toBeVisible();
    expect(await heightOf()).toBeLessThan(before);
    await lookAt(window, '12-list-compact');
  });
});
