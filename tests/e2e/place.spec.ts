import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { LoopDisk, loopMissing } from '../accidents/loop-disk.ts';
import { handOver } from '../electron-runtime/ordinary-user.ts';
import { type ScriptedServer, startServer } from '../servers/scripted/server.ts';
import { call, saveAccount } from './calls.ts';
import { beginSetup } from './controls.ts';
import { test as base, expect, fillInWho, missing } from './fixture.ts';
import type { Host } from './host.ts';
import { letters } from './letters.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

interface Fixtures {
  readonly server: ScriptedServer;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
  server: async ({}, use) => {
    const messages = letters.map(({ bytes }) => Buffer.from(bytes as Buffer));
    const server = await startServer({ mailboxes: [{ name: 'INBOX', messages }] });
    await use(server);
    await server.stop();
  },
});

test.setTimeout(120_000);

const noDisk = loopMissing();

/** Chooses a folder in the dialogue that is open, or that the system shows. @param press opens it */
async function chooseFolder(window: Page, host: Host, path: string, press: () => Promise<void>) {
  await host.choose(path);
  await press();
  if (host.fileDialog === 'system') return;
  const dialog = window.getByRole('dialog');
  for (const level of relative(host.folder, path)
    .split('/')
    .filter(each => each !== '')) {
    await dialog.getByRole('button', { name: level, exact: true }).click();
  }
  await dialog.getByRole('button', { name: 'Use this folder' }).click();
}

async function archiveNow(window: Page): Promise<number> {
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible({ timeout: 60_000 });
  const [run] = await call(window, 'runs.list', undefined);
  await window.getByRole('button', { name: 'Accounts', exact: true }).first().click();
  return run?.stored ?? -1;
}

/** Whether the card knows already that the archive is gone, or the run finds out: the person is asked. */
function askForIt(window: Page): Promise<void> {
  return window.getByRole('button', { name: /^(Archive now|Find archive…)$/ }).click();
}

/** An account that has archived once into a folder. */
async function archivedInto(window: Page, folder: string, server: ScriptedServer) {
  const id = await saveAccount(window, folder, server.port);
  await window.reload();
  expect(await archiveNow(window)).toBe(letters.length);
  return id;
}

test('a folder that was moved between two runs is found, and nothing is fetched again', async ({
  window,
  host,
  server,
}) => {
  const folder = join(host.folder, 'Archive');
  await archivedInto(window, folder, server);
  const moved = join(host.folder, 'Other disk', 'Renamed');
  mkdirSync(join(host.folder, 'Other disk'));
  handOver(join(host.folder, 'Other disk'));
  renameSync(folder, moved);

  await window.reload();
  await expect(window.getByText('The archive isn’t where it was')).toBeVisible();
  await lookAt(window, '60-away');
  await window.getByRole('button', { name: 'Find archive…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Where is it now?' });
  await expect(dialog.getByText('Start a new archive…')).toBeVisible();
  await dialog.getByRole('button', { name: 'Start a new archive…' }).click();
  await expect(window.getByText(/download everything again and save it in/)).toBeVisible();
  await lookAt(window, '61-new-archive');
  await window.getByRole('button', { name: 'Back' }).click();
  const choose = () => dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await chooseFolder(window, host, join(host.folder, 'Other disk'), choose);
  await expect(dialog.getByText(/No Mailstow archive was found in/)).toBeVisible();
  await chooseFolder(window, host, moved, choose);
  await expect(window.getByText(/was found\. Nothing has to be downloaded again/)).toBeVisible();

  expect(await archiveNow(window)).toBe(0);
  expect(existsSync(folder)).toBe(false);
  await window.getByRole('button', { name: 'Open library' }).click();
  await window
    .getByRole('option', { name: /Invoice 4711/ })
    .first()
    .click();
  await expect(window.frameLocator('iframe').getByText('please find the invoice')).toBeVisible();
});

test('what Mailstow finds by itself is offered first', async ({ window, host, server }) => {
  const folder = join(host.folder, 'Archive');
  await archivedInto(window, folder, server);
  const renamed = join(host.folder, 'Archive of my mail');
  renameSync(folder, renamed);
  await askForIt(window);
  const dialog = window.getByRole('dialog', { name: 'Where is it now?' });
  await expect(dialog.getByText(renamed)).toBeVisible();
  await lookAt(window, '62-where-is-it');
  await lookAtLargeText(window, '62-where-is-it');
  await dialog.getByRole('button', { name: 'Use this folder' }).click();
  expect(await archiveNow(window)).toBe(0);
  expect(existsSync(folder)).toBe(false);
});

test('a disk that is not mounted: nothing is written below its mount point; it is waited for', async ({
  window,
  host,
  server,
}) => {
  test.skip(noDisk !== undefined, noDisk);
  const disk = new LoopDisk(join(host.folder, 'disk'));
  disk.mount();
  try {
    await archivedInto(window, join(disk.folder, 'Mail'), server);
    disk.unmount();
    await askForIt(window);
    const dialog = window.getByRole('dialog', { name: 'Where is it now?' });
    await dialog.getByRole('button', { name: 'Wait until the disk is connected' }).click();
    await expect(window.getByText(/Mailstow is waiting for the disk/)).toBeVisible();
    await lookAt(window, '63-waiting-for-disk');
    expect(readdirSync(disk.folder)).toEqual([]);

    disk.mount();
    await expect(window.getByText(/The archive isn’t where it was/)).toBeHidden();
    await expect
      .poll(async () => (await call(window, 'runs.list', undefined))[0])
      .toMatchObject({ state: 'done', stored: 0, done: letters.length });
  } finally {
    disk.remove();
  }
});

test('an archive on read-only media is opened without its account, and a message read', async ({
  window,
  host,
  server,
}) => {
  test.skip(noDisk !== undefined, noDisk);
  const disk = new LoopDisk(join(host.folder, 'disk'));
  disk.mount();
  try {
    const folder = join(disk.folder, 'Mail');
    const id = await archivedInto(window, folder, server);
    await call(window, 'accounts.remove', { accountId: id });
    disk.unmount();
    disk.mount('ro');
    await window.reload();
    const open = () => window.getByRole('button', { name: 'Open an existing archive…' }).click();
    await lookAt(window, '64-first-page');
    // A folder that holds none.
    await chooseFolder(window, host, disk.folder, open);
    await expect(window.getByText(/No Mailstow archive was found in/)).toBeVisible();
    await chooseFolder(window, host, folder, open);

    await window
      .getByRole('option', { name: /Invoice 4711/ })
      .first()
      .click();
    const letter = window.frameLocator('iframe').getByText('please find the invoice');
    await expect(letter).toBeVisible();
    await window.getByRole('button', { name: 'Accounts', exact: true }).first().click();
    await expect(window.getByText('Opened archive of user on 127.0.0.1.')).toBeVisible();
    await expect(window.getByText(`${letters.length} messages`)).toBeVisible();
    await lookAt(window, '65-opened-archive');
    await lookAtLargeText(window, '65-opened-archive');
    expect(readdirSync(join(folder, '.mailstow'))).toContain('account.json');

    await window.getByRole('button', { name: 'More for user' }).click();
    await window.getByRole('menuitem', { name: 'Set up its account again' }).click();
    await expect(window.getByLabel('User name')).toHaveValue('user');
    await expect(window.getByLabel('Server', { exact: true })).toHaveValue('127.0.0.1');
    await window.getByRole('button', { name: 'Accounts', exact: true }).first().click();
    await window.getByRole('button', { name: 'More for user' }).click();
    await window.getByRole('menuitem', { name: 'Remove from list' }).click();
    await expect(window.getByText('Opened archive of user')).toBeHidden();
  } finally {
    disk.remove();
  }
});

test('another account’s folder is refused in the step where it is chosen', async ({
  window,
  host,
  dovecot,
  user,
}) => {
  test.skip(missing !== undefined, missing);
  const taken = join(host.folder, 'Taken');
  mkdirSync(join(taken, '.mailstow'), { recursive: true });
  const account = { user: 'somebody', host: 'mail.example.org' };
  writeFileSync(join(taken, '.mailstow', 'account.json'), JSON.stringify(account));
  for (const each of [taken, join(taken, '.mailstow')]) handOver(each);
  handOver(join(taken, '.mailstow', 'account.json'));

  await beginSetup(window);
  await fillInWho(window, dovecot, user);
  await window.getByLabel('Certificate file', { exact: true }).fill(dovecot.ca);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
  await window.getByRole('button', { name: 'Continue' }).click();
  const other = () => window.getByRole('button', { name: 'Another folder…' }).click();
  await chooseFolder(window, host, taken, other);
  await expect(
    window.getByText('This folder contains the archive of somebody on mail.example.org.'),
  ).toBeVisible();
  await expect(window.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await lookAt(window, '66-taken');
  await window.getByRole('button', { name: 'Use the suggested place' }).click();
  await expect(window.getByRole('button', { name: 'Continue' })).toBeEnabled();
});
