import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call } from './calls.ts';
import { expect, missing, test } from './fixture.ts';
import { letters } from './letters.ts';
import { lookAt, lookAtHere, lookAtLargeText } from './screens.ts';

test.skip(missing !== undefined, missing);
test.setTimeout(180_000);

/** With the keys alone: what is focused is pressed. */
async function press(window: Page, role: 'button' | 'menuitem', name: RegExp): Promise<void> {
  const target = window.getByRole(role, { name });
  await target.focus();
  await window.keyboard.press('Enter');
}

async function menuOf(window: Page, more: RegExp, entry: RegExp): Promise<void> {
  await press(window, 'button', more);
  await expect(window.getByRole('menu')).toBeVisible();
  await press(window, 'menuitem', entry);
}

test('folders on the server are made, renamed and deleted by keyboard, and what is not archived stays', async ({
  window,
  host,
  dovecot,
  user,
}) => {
  const { id: accountId } = await call(window, 'accounts.save', {
    profile: {
      email: 'anna@example.org',
      user: user.name,
      server: {
        ...{ host: dovecot.host, port: dovecot.ports.imaps, security: 'tls' },
        certificateFile: dovecot.ca,
      },
      ...{ leftOut: [], headersOnly: false, unseenOnly: false },
      folder: join(host.folder, 'mail'),
      rememberPassword: true,
    },
    password: user.password,
  });
  const archive = async () => {
    await call(window, 'runs.start', { accountId });
    const isDone = async () => (await call(window, 'runs.list', undefined))[0]?.state;
    await expect.poll(isDone).toBe('done');
  };
  await archive();

  await menuOf(window, /^More for anna/, /^Folders on the server/);
  await expect(window.getByRole('heading', { name: 'Folders on the server' })).toBeFocused();
  const list = window.getByRole('list', { name: 'Folders on the server' });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.getByRole('listitem').filter({ hasText: '2025' })).toContainText(/2 messages/i);

  await press(window, 'button', /^New folder/);
  await expect(window.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await window.keyboard.type('..');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('can’t be the name of a new folder');
  await lookAtHere(window, '60-folders-new');
  await window.getByRole('textbox', { name: 'Name' }).fill('旅行');
  await window.keyboard.press('Enter');
  await expect(window.getByText('旅行 was made.')).toBeVisible();
  await expect(list.getByRole('listitem').filter({ hasText: '旅行' })).toContainText('Subscribed');

  await menuOf(window, /^More for 旅行/, /^Rename/);
  await window.getByRole('textbox', { name: 'Name' }).fill('Reisen');
  await window.keyboard.press('Enter');
  await expect(window.getByText('旅行 is now called Reisen.')).toBeVisible();
  await expect(list.getByRole('listitem').filter({ hasText: 'Reisen' })).toBeVisible();
  await lookAt(window, '61-folders');
  await lookAtLargeText(window, '61-folders');

  await dovecot.deliver(user, 'Work/2025', ...letters.slice(2, 3));
  await menuOf(window, /^More for 2025/, /^Delete/);
  const dialog = window.getByRole('dialog', { name: 'Delete 2025 at your provider?' });
  await expect(dialog).toContainText('not safely in your archive: 1 of 3.');
  await expect(dialog.getByRole('button', { name: 'Delete at provider' })).toHaveCount(0);
  await lookAtHere(window, '62-folders-not-archived');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await archive();
  await menuOf(window, /^More for 2025/, /^Delete/);
  await expect(dialog).toContainText('3 messages are in it. Your archive has all of them');
  await lookAtHere(window, '63-folders-archived');
  await press(window, 'button', /^Delete at provider/);
  await expect(window.getByText('2025 was deleted at your provider.')).toBeVisible();
  await expect(list.getByRole('listitem').filter({ hasText: '2025' })).toHaveCount(0);
  const names = await dovecot.doveadm('mailbox', 'list', '-u', user.name);
  expect(names.trim().split('\n').sort()).toEqual(['INBOX', 'Junk', 'Reisen', 'Work']);

  const places = window.getByRole('navigation', { name: 'Places' });
  await places.getByRole('button', { name: 'Accounts' }).press('Enter');
  await menuOf(window, /^More for anna/, /^Server/);
  const details = window.getByRole('dialog', { name: 'Server of anna@example.org' });
  await expect(details).toContainText(/Fingerprint \(SHA-256\)(\s*[0-9A-F]{2}:){31}[0-9A-F]{2}/);
  await expect(details).toContainText('Trusted');
  await press(window, 'button', /^Technical details/);
  await expect(details).toContainText('IMAP4REV1');
  await expect(details).toContainText('TLSv1.3');
  await lookAtHere(window, '64-server');
  await window.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
});
