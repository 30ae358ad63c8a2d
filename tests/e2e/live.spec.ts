import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Outage } from '../servers/outage.ts';
import { call, saveAccount } from './calls.ts';
import { expect, openEdit, test } from './own-server.ts';
import { lookAt } from './screens.ts';

test.setTimeout(240_000);

/** Nobody measures here how soon it comes: `prove live` does. */
const patience = { timeout: 60_000 };

const letter = (subject: string) => ({
  bytes: `From: Anna <anna@example.org>\r\nSubject: ${subject}\r\nDate: ${new Date().toUTCString()}\r\n\r\nIt has just come.\r\n`,
});

const upToDate = 'Up to date. New mail is saved as it arrives.';
const toAccounts = (window: Page) =>
  window.getByRole('button', { name: 'Accounts' }).first().click();

/** By keyboard alone. */
async function switchKeepUp(window: Page, on: boolean): Promise<void> {
  await openEdit(window);
  const toggle = window.getByRole('switch', { name: /^Keep up with new mail/ });
  await toggle.focus();
  await window.keyboard.press('Space');
  await expect(toggle).toBeChecked({ checked: on });
  await lookAt(window, `34-edit-keep-up-${on ? 'on' : 'off'}`);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
}

test('mail arrives while one looks: card and library follow, also after the network was away', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve();
  const line = await Outage.before(server.port);
  const inbox = server.mailbox('INBOX');
  await saveAccount(window, join(host.folder, 'live'), line.port);
  await switchKeepUp(window, true);

  // What there is is archived first, as by hand.
  await expect(window.getByText('All 5 messages are safe')).toBeVisible(patience);
  await expect(window.getByText(upToDate)).toBeVisible(patience);
  inbox.append(letter('Fresh from the press'));
  await expect(window.getByText('All 6 messages are safe')).toBeVisible(patience);
  await lookAt(window, '35-keep-up-watching');

  await window.getByRole('button', { name: 'Library' }).first().click();
  await expect(window.getByText('Fresh from the press').first()).toBeVisible(patience);
  inbox.append(letter('Hot off the wire'));
  await expect(window.getByText('Hot off the wire').first()).toBeVisible(patience);
  await toAccounts(window);
  await expect(window.getByText('All 7 messages are safe')).toBeVisible(patience);

  await line.begin();
  await expect(window.getByText(/^Waiting for the network or the server/)).toBeVisible(patience);
  await lookAt(window, '36-keep-up-offline');
  inbox.append(letter('Sent while away'));
  await line.end();
  await expect(window.getByText('All 8 messages are safe')).toBeVisible(patience);
  await expect(window.getByText(upToDate)).toBeVisible(patience);

  // By hand in between.
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible(patience);
  await toAccounts(window);
  await expect(window.getByText(upToDate)).toBeVisible(patience);

  await switchKeepUp(window, false);
  await expect(window.getByText('All 8 messages are safe')).toBeVisible(patience);
  await expect(window.getByText(upToDate)).toBeHidden();
  expect(await call(window, 'watches.list', undefined)).toEqual([]);
  expect(server.changes).toBe(0);
  await line.begin();
});
