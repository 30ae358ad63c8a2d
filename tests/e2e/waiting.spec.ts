import { join } from 'node:path';
import { saveAccount } from './calls.ts';
import { chooseNewFolder, expect, fillInOwnServer, footOf, test, tick } from './own-server.ts';
import { lookAt } from './screens.ts';

test.setTimeout(120_000);

for (const command of ['the greeting', 'LOGIN', 'LIST'] as const) {
  test(`a wait for a server that is silent from ${command} on ends with a press`, async ({
    window,
    serve,
  }) => {
    const server = await serve(
      command === 'the greeting'
        ? { greeting: 'silent' }
        : { onCommand: ({ name }) => (name === command ? 'silent' : 'default') },
    );
    await fillInOwnServer(window, server.port);
    const foot = footOf(window);
    for (const begin of command === 'LIST' ? ['Continue'] : ['Continue', 'Test connection']) {
      await foot.getByRole('button', { name: begin }).click();
      await expect(foot.getByText('Connecting…')).toBeVisible();
      await expect.poll(() => server.connections.some(({ open }) => open)).toBe(true);
      if (command === 'LIST') {
        await expect.poll(() => server.commands.some(({ name }) => name === command)).toBe(true);
        await lookAt(window, '40-who-waiting');
      }
      await foot.getByRole('button', { name: 'Cancel' }).click();
      await expect(foot.getByRole('button', { name: 'Continue' })).toBeEnabled();
      await expect.poll(() => server.connections.some(({ open }) => open)).toBe(false);
    }
    await expect(window.getByRole('alert')).toBeHidden();
    await expect(window.getByLabel('Password', { exact: true })).toHaveValue('secret');
  });
}

test('counting sizes can be stopped, and setting up goes on', async ({ window, host, serve }) => {
  const server = await serve({
    onCommand: ({ name }) => (name === 'EXAMINE' ? 'silent' : 'default'),
  });
  await fillInOwnServer(window, server.port);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText('Counting sizes…')).toBeVisible();
  await lookAt(window, '41-what-counting');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('Counting sizes…')).toBeHidden();
  await expect.poll(() => server.connections.some(({ open }) => open)).toBe(false);
  await window.getByRole('button', { name: 'Continue' }).click();
  await chooseNewFolder(window, host, 'mail');
  await expect(window.getByText('Estimated size')).toBeVisible();
});

const offers = {
  'tells sizes itself': ['IMAP4rev1', 'LIST-EXTENDED', 'LIST-STATUS', 'SPECIAL-USE', 'STATUS=SIZE'],
  'does not': ['IMAP4rev1', 'LIST-EXTENDED', 'SPECIAL-USE'],
};
for (const [offer, capabilities] of Object.entries(offers)) {
  test(`true sizes stand beside the folders, where the server ${offer}`, async ({
    window,
    host,
    serve,
  }) => {
    const server = await serve({ capabilities });
    await fillInOwnServer(window, server.port);
    await window.getByRole('button', { name: 'Continue' }).click();
    const line = (name: string) => window.locator('.mailbox-line', { hasText: name });
    await expect(line('Inbox')).toContainText('2.1 MB');
    await expect(line('Work')).toContainText('140 kB');
    await expect(line('Spam').getByRole('checkbox')).not.toBeChecked();
    const foot = footOf(window);
    await expect(foot).toContainText('4 messages in 2 of 3 folders · 2.2 MB');
    await tick(window, 'Work');
    await expect(foot).toContainText('3 messages in 1 of 3 folders · 2.1 MB');
    await lookAt(window, `42-what-sizes-${capabilities.length}`);
    await window.getByRole('button', { name: 'Continue' }).click();
    await chooseNewFolder(window, host, 'mail');
    await expect(window.getByText('Needed space').locator('..')).toContainText('2.1 MB');
    await lookAt(window, '43-where-needs');
    await window.getByRole('button', { name: 'Continue' }).click();
    await expect(window.getByText('2 messages in Work and Spam will be left out.')).toBeVisible();
    await lookAt(window, '44-start-left-out');
    expect(server.changes).toBe(0);
  });
}

test('filters chosen in setting up are said before, on the run, on the card and in the report', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve();
  await fillInOwnServer(window, server.port);
  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'More choices' }).click();
  await window.getByLabel('Smaller than').fill('1');
  await window.keyboard.press('Tab');
  await expect(window.getByLabel('Smaller than')).toHaveValue('1 MB');
  await lookAt(window, '45-what-filters');
  await window.getByRole('button', { name: 'Continue' }).click();
  await chooseNewFolder(window, host, 'mail');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText('Only messages smaller than 1 MB.')).toBeVisible();
  await window.getByRole('button', { name: 'Start archiving' }).click();
  await expect(window.getByText(/1 message was left out by your filters\./)).toBeVisible();
  await window.getByRole('button', { name: 'Accounts' }).first().click();
  await expect(window.getByText('3 messages are safe')).toBeVisible();
  await expect(window.getByText(/1 message was left out by your filters\./)).toBeVisible();
});

test('a folder’s row shows what is on disk already while its new mail is fetched', async ({
  window,
  host,
  serve,
}) => {
  let holds = false;
  let release: () => void = () => undefined;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const server = await serve({
    onCommand: async ({ name, line }) => {
      if (holds && name === 'UID FETCH' && line.includes('BODY.PEEK[]')) await held;
      return 'default';
    },
  });
  await saveAccount(window, join(host.folder, 'mail'), server.port);
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  const [inbox] = server.mailboxes;
  inbox?.append('Subject: News\r\n\r\nIt has just come.\r\n');
  holds = true;
  await window.getByRole('button', { name: 'Archive again' }).click();
  const row = window.getByRole('row', { name: /Inbox/ });
  await expect(row.getByRole('cell').nth(1)).toHaveText('3');
  await expect(row.getByRole('cell').nth(2)).toHaveText('4');
  release();
  await expect(window.getByText(/1 new message/)).toBeVisible();
});
