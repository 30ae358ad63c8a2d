import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, saveAccount } from './calls.ts';
import { choose, typeDay } from './controls.ts';
import { chooseNewFolder, expect, footOf, openEdit, test, tick } from './own-server.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

test.setTimeout(180_000);

const profileOf = async (window: Page) =>
  (await call(window, 'accounts.list', undefined))[0]?.profile;

async function archive(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
}

const toAccounts = (window: Page) =>
  window.getByRole('button', { name: 'Accounts' }).first().click();

test('every field of an account can be edited, and counts from the next run on', async ({
  window,
  host,
  serve,
}) => {
  const before = await serve();
  const after = await serve({ users: { other: 'else' } });
  await saveAccount(window, join(host.folder, 'first'), before.port);
  await archive(window);
  await toAccounts(window);
  await openEdit(window);
  const save = window.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await lookAt(window, '30-edit');
  await lookAtLargeText(window, '30-edit');

  await window.getByLabel('Email address').fill('new@example.org');
  await window.getByLabel('Port').fill(String(after.port));
  await window.getByLabel('User name').fill('other');
  const remember = window.getByText('Remember the password on this computer');
  const keeps = await remember.isVisible();
  if (keeps) await remember.click();
  await expect(window.getByText(/enter the password again/)).toBeVisible();
  await save.click();
  const alert = window.getByRole('alert');
  await expect(alert).toContainText('Mailstow needs the password for other.');
  await expect(alert).toBeInViewport();
  await lookAt(window, '31-edit-password');
  await alert.getByRole('button', { name: 'Enter new password' }).click();
  await expect(window.getByLabel('Password', { exact: true })).toBeFocused();
  await window.keyboard.type('wrong');
  await save.click();
  await expect(alert).toContainText('refused your user name or password');
  expect((await profileOf(window))?.user).toBe('user');
  await window.getByLabel('Password', { exact: true }).fill('else');
  await window.getByLabel('Certificate folder', { exact: true }).fill(host.folder);

  await tick(window, 'Work');
  await typeDay(window, 'Received on or after', '01012020');
  await typeDay(window, 'Received before', '31122030');
  await window.getByLabel('Larger than').fill('0.001');
  await window.getByLabel('Smaller than').fill('1');
  await window.getByText('Headers only', { exact: true }).click();
  const folder = await chooseNewFolder(window, host, 'second');
  await expect(window.getByText(/^Your archive stays in .*first/)).toBeVisible();
  await expect(window.getByText('Free space', { exact: true })).toBeVisible();
  await lookAt(window, '32-edit-changed');
  await save.click();
  await expect(window.getByText('Changes to new@example.org are saved.')).toBeVisible();
  expect(await profileOf(window)).toEqual({
    email: 'new@example.org',
    user: 'other',
    server: {
      host: '127.0.0.1',
      port: after.port,
      security: 'none',
      certificateFolder: host.folder,
    },
    leftOut: ['Work'],
    headersOnly: true,
    unseenOnly: false,
    receivedSince: Date.UTC(2020, 0, 1),
    receivedBefore: Date.UTC(2030, 11, 31),
    largerThan: 1_000,
    smallerThan: 1_000_000,
    folder,
    rememberPassword: !keeps,
  });

  await expect(window.getByText('Never archived').first()).toBeVisible();
  const asked = before.commands.length;
  await archive(window);
  expect(before.commands).toHaveLength(asked);
  // Of four in the inbox and spam: one is too old, one too large; the folder of work is left out.
  await expect(window.getByText(/2 messages were left out by your filters\./)).toBeVisible();
  await expect(window.getByText(/1 message in Work was left out, as you chose\./)).toBeVisible();
  await toAccounts(window);
  await expect(window.getByText(/2 messages were left out by your filters\./)).toBeVisible();
  await lookAt(window, '33-accounts-filtered');
});

test('nothing counts before it is saved, and closing the window loses nothing', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve();
  await saveAccount(window, join(host.folder, 'mail'), server.port);
  const before = await profileOf(window);
  await openEdit(window);
  await window.getByLabel('Email address').fill('changed@example.org');
  await expect(window.getByText('Your changes are not saved yet.')).toBeVisible();
  await window.reload();
  await expect(window.getByLabel('Email address')).toHaveValue('changed@example.org');
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  await toAccounts(window);
  await openEdit(window);
  await expect(window.getByLabel('Email address')).toHaveValue('changed@example.org');
  await footOf(window).getByRole('button', { name: 'Cancel' }).click();
  await openEdit(window);
  await expect(window.getByLabel('Email address')).toHaveValue('accounts@example.org');
  expect(await profileOf(window)).toEqual(before);
});

test('a server that cannot be reached now: the known folders can be chosen, the new server be saved', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve();
  await saveAccount(window, join(host.folder, 'mail'), server.port);
  await archive(window);
  await toAccounts(window);
  await server.stop();
  await openEdit(window);
  const folders = window.getByRole('region', { name: 'Folders' });
  await expect(folders.getByRole('alert')).toContainText('refused the connection');
  await expect(folders.getByText(/These are the folders in your archive/)).toBeVisible();
  await lookAt(window, '34-edit-offline');
  await tick(window, 'Work');
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByText(/^Changes to .* are saved\.$/)).toBeVisible();
  expect(await profileOf(window)).toMatchObject({ leftOut: ['Work'] });

  await openEdit(window);
  await window.getByLabel('Server', { exact: true }).fill('localhost');
  await window.getByLabel('Password', { exact: true }).fill('secret');
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  const failed = window.getByRole('region', { name: 'Sign-in and server' }).getByRole('alert');
  await expect(failed).toBeInViewport();
  await failed.getByRole('button', { name: 'Check server settings' }).click();
  await expect(window.getByLabel('Server', { exact: true })).toBeFocused();
  await failed.getByRole('button', { name: 'Save anyway' }).click();
  await expect(window.getByText(/^Changes to .* are saved\.$/).last()).toBeVisible();
  expect(await profileOf(window)).toMatchObject({ server: { host: 'localhost' } });
});

test('filters that contradict each other are said, and cannot be saved', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve();
  await saveAccount(window, join(host.folder, 'mail'), server.port);
  await openEdit(window);
  const save = window.getByRole('button', { name: 'Save', exact: true });
  await typeDay(window, 'Received on or after', '02012020');
  await typeDay(window, 'Received before', '02012020');
  await expect(window.getByText(/must be later than/)).toBeVisible();
  await expect(save).toBeDisabled();
  await typeDay(window, 'Received before', '03012020');
  await expect(window.getByText(/must be later than/)).toBeHidden();
  await window.getByLabel('Larger than').fill('2');
  await window.getByLabel('Smaller than').fill('1');
  await window.keyboard.press('Tab');
  await expect(window.getByText(/must be more than/)).toBeVisible();
  await expect(save).toBeDisabled();
  await lookAt(window, '35-edit-contradiction');
});

test('a run goes on as it began; what is edited counts from the next one on', async ({
  window,
  host,
  serve,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const server = await serve({
    onCommand: async ({ name }) => {
      if (name === 'UID FETCH') await held;
      return 'default';
    },
  });
  const account = await saveAccount(window, join(host.folder, 'mail'), server.port);
  await window.getByRole('button', { name: 'Archive now' }).click();
  await toAccounts(window);
  await openEdit(window);
  await expect(window.getByText('This account is being archived right now.')).toBeVisible();
  await tick(window, 'Work');
  await lookAt(window, '36-edit-running');
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  release();
  await expect(window.getByText('All 5 messages are safe')).toBeVisible();
  expect((await call(window, 'runs.list', undefined))[0]?.accountId).toBe(account);
  await archive(window);
  await expect(window.getByText(/1 message in Work was left out/)).toBeVisible();
});

test('a wait for a silent server in editing ends with a press', async ({ window, host, serve }) => {
  const good = await serve();
  const silent = await serve({ greeting: 'silent' });
  await saveAccount(window, join(host.folder, 'mail'), silent.port);
  await openEdit(window);
  const folders = window.getByRole('region', { name: 'Folders' });
  await expect(folders.getByText('Loading the folders from the server…')).toBeVisible();
  await folders.getByRole('button', { name: 'Cancel' }).click();
  await expect(folders.getByText('Loading the folders from the server…')).toBeHidden();
  await expect.poll(() => silent.connections.some(({ open }) => open)).toBe(false);
  await window.getByRole('button', { name: 'Test connection' }).click();
  await expect(window.getByText('Connecting…')).toBeVisible();
  await footOf(window).getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('Connecting…')).toBeHidden();
  await expect(window.getByRole('heading', { name: 'Edit account' })).toBeVisible();
  await expect.poll(() => silent.connections.some(({ open }) => open)).toBe(false);
  await window.getByLabel('Port').fill(String(good.port));
  await window.getByLabel('Password', { exact: true }).fill('secret');
  await choose(window, 'Security', 'None');
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByText(/^Changes to .* are saved\.$/)).toBeVisible();
});
