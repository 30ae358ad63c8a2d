import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ScriptedPop3, startPop3 } from '../servers/scripted-pop3/server.ts';
import { call } from './calls.ts';
import { choose } from './controls.ts';
import { letters } from './letters.ts';
import { chooseNewFolder, expect, fillInOwnServer, footOf, openEdit, test } from './own-server.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

test.setTimeout(180_000);

/** A server that speaks POP3 alone, as some providers do. */
async function serveInbox(): Promise<ScriptedPop3> {
  const messages = letters.flatMap(({ bytes }, index) =>
    Buffer.isBuffer(bytes) ? [{ bytes, uidl: `letter-${index}` }] : [],
  );
  return await startPop3({ messages });
}

const toAccounts = (window: Page) =>
  window.getByRole('button', { name: 'Accounts' }).first().click();

async function archiveAgain(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  await toAccounts(window);
}

const profileOf = async (window: Page) =>
  (await call(window, 'accounts.list', undefined))[0]?.profile;

test('a mailbox that gives out its inbox alone: set up, archived, its deletion chosen, counted', async ({
  window,
  host,
}) => {
  const server = await serveInbox();
  const all = letters.length;
  await fillInOwnServer(window, server.port);
  await window.getByRole('button', { name: 'Continue' }).click();
  const alert = window.getByRole('alert');
  await expect(alert).toContainText('This server offers mail by POP3, not by IMAP.');
  await alert.getByRole('button', { name: 'Fetch the inbox only' }).click();
  await expect(window.getByText('Connected. Your address and password are correct.')).toBeVisible();
  await expect(window.getByRole('button', { name: /What to fetch$/ })).toContainText('POP3');
  await lookAt(window, '60-inbox-by-hand');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText('Your inbox, and nothing else')).toBeVisible();
  await expect(window.getByText(`${all} messages`)).toBeVisible();
  await expect(window.getByRole('checkbox', { name: 'Everything' })).toHaveCount(0);
  await lookAt(window, '61-inbox-what');
  await window.getByRole('button', { name: 'Continue' }).click();
  const folder = await chooseNewFolder(window, host, 'inbox');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText(/^Nothing on the server will be deleted\./)).toBeVisible();
  await window.getByRole('button', { name: 'Start archiving' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  expect(server.count('RETR')).toBe(all);

  await toAccounts(window);
  await expect(window.getByText('Inbox only', { exact: true })).toBeVisible();
  await archiveAgain(window);
  expect(server.count('RETR')).toBe(all);

  await openEdit(window);
  await expect(window.getByText(/This stays as it was set up/)).toBeVisible();
  const toggle = window.getByRole('switch', { name: 'Delete archived messages on the server' });
  await expect(toggle).not.toBeChecked();
  const section = window.getByRole('region', { name: 'Deleting on the server' });
  await expect(section.getByText('Off: everything stays on the server.')).toBeVisible();
  await toggle.focus();
  await window.keyboard.press('Space');
  const question = window.getByRole('dialog', { name: 'Delete archived messages on the server?' });
  await expect(question).toContainText(`user on 127.0.0.1 that are saved whole in ${folder}`);
  await expect(question).toContainText('A run at least 30 days later reads it again.');
  await lookAt(window, '62-inbox-deletion');
  await lookAtLargeText(window, '62-inbox-deletion');
  await window.keyboard.press('Escape');
  await expect(toggle).not.toBeChecked();
  await window.keyboard.press('Space');
  await question.getByLabel('Days').fill('45');
  await window.keyboard.press('Tab');
  await question.getByRole('button', { name: 'Delete after 45 days' }).click();
  await expect(toggle).toBeChecked();
  await expect(section.getByText(/found whole twice, 45 days apart/)).toBeVisible();
  expect((await profileOf(window))?.deleteAfter).toBeUndefined();
  await lookAt(window, '63-inbox-edit');
  await footOf(window).getByRole('button', { name: 'Save' }).click();
  await expect(window.getByText(/^Changes to .* are saved\.$/)).toBeVisible();
  expect((await profileOf(window))?.deleteAfter).toBe(45);
  await expect(
    window.getByText('Deletes archived messages on the server after 45 days'),
  ).toBeVisible();
  await lookAt(window, '64-inbox-card');
  await archiveAgain(window);
  expect(server.count('RETR')).toBe(all);

  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Check archive' }).click();
  await expect(window.getByText(/^This is about the inbox\./)).toBeVisible();
  await checkWithServer(window);
  await window.getByRole('tab', { name: 'Report' }).click();
  await expect(
    window.getByRole('row', { name: new RegExp(`^Inbox ${all} ${all} 0$`) }),
  ).toBeVisible();
  await lookAt(window, '65-inbox-report');

  await numbers(window);

  await toAccounts(window);
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Remove account…' }).click();
  await window.getByRole('button', { name: 'Remove account', exact: true }).click();
  await expect(window.getByText(/was removed\. Its archive is still there\./)).toBeVisible();
  await call(window, 'archives.open', { folder: join(host.folder, 'inbox') });
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Set up its account again' }).click();
  await expect(window.getByRole('button', { name: /What to fetch$/ })).toContainText('POP3');
  await expect(window.getByLabel('Port')).toHaveValue('995');
  await choose(window, 'What to fetch', 'All folders (IMAP)');
  await expect(window.getByLabel('Port')).toHaveValue('993');
  expect(server.count('DELE')).toBe(0);
  await server.stop();
});

async function checkWithServer(window: Page): Promise<void> {
  await window.getByText('Compare with the server too').click();
  await window.getByRole('button', { name: 'Check now' }).click();
  await expect(window.getByText(/as they were saved/).first()).toBeVisible();
}

/** By the mouse, and by the keyboard alone. */
async function numbers(window: Page): Promise<void> {
  const all = letters.length;
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(all);
  const [mailbox] = await call(window, 'library.mailboxes', {
    accountId: (await call(window, 'accounts.list', undefined))[0]?.id ?? '',
  });
  expect(mailbox).toMatchObject({ messages: all, unread: 0 });
  await window.getByRole('button', { name: 'Numbers' }).click();
  const kinds = window.getByRole('table', { name: 'By kind of attachment' });
  const pdf = kinds.getByRole('button', { name: 'PDF' });
  await expect(pdf).toBeVisible({ timeout: 30_000 });
  await lookAt(window, '66-numbers');
  await lookAtLargeText(window, '66-numbers');
  await pdf.click();
  const field = window.getByRole('searchbox');
  await expect(field).toBeVisible();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(1);

  await window.getByRole('button', { name: 'Numbers' }).focus();
  await window.keyboard.press('Enter');
  const years = window.getByRole('table', { name: 'By year' });
  const year = years.getByRole('row').nth(1);
  await expect(year.getByRole('cell').first()).toHaveText(/\d/);
  const [messages] = await year.getByRole('cell').allTextContents();
  await year.getByRole('button').focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('listbox').getByRole('option').first()).toBeVisible();
  expect(messages).toBeDefined();

  await window.getByRole('button', { name: 'Numbers' }).focus();
  await window.keyboard.press('Enter');
  const senders = window.getByRole('table', { name: 'By sender' });
  await window.getByRole('radio', { name: 'Size' }).focus();
  await window.keyboard.press('Space');
  const first = senders.getByRole('row').nth(1);
  await expect(first.getByRole('cell').first()).toHaveText(/\d/);
  const expected = Number((await first.getByRole('cell').allTextContents())[0]);
  await first.getByRole('button').focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(expected);
  await window.getByRole('button', { name: /^Clear/ }).click();
}
