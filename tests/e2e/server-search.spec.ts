import { join } from 'node:path';
import { call, saveAccount } from './calls.ts';
import { expect, test } from './own-server.ts';
import { lookAtHere } from './screens.ts';

test.setTimeout(180_000);

const letter = (subject: string) => ({
  bytes: `From: Anna <anna@example.org>\r\nSubject: ${subject}\r\nDate: Fri, 03 May 2024 12:00:00 +0000\r\n\r\nOf the harvest.\r\n`,
});

test('what is not archived yet is found on the server, archived, and then found here', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve({
    mailboxes: [
      { name: 'INBOX', messages: [letter('Harvest in spring')] },
      { name: 'Work', messages: [] },
    ],
  });
  const accountId = await saveAccount(window, join(host.folder, 'mail'), server.port);
  await call(window, 'runs.start', { accountId });
  const stateOf = async () => (await call(window, 'runs.list', undefined)).at(-1)?.state;
  await expect.poll(stateOf, { timeout: 60_000 }).toBe('done');
  server.mailbox('INBOX').append(letter('Harvest in summer'), letter('Harvest in autumn'));
  server.mailbox('Work').append(letter('Harvest of work'));

  await window.evaluate(`location.hash = '#/library/${accountId}'`);
  const rows = window.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toBeVisible();
  await window.getByRole('searchbox', { name: 'Search mail and attachments' }).fill('harvest');
  await expect(rows.locator('mark').first()).toHaveText('Harvest', { timeout: 60_000 });
  await expect(rows).toHaveCount(1);

  const look = window.getByRole('button', { name: 'Look on the server too' });
  await look.press('Enter');
  await expect(window.getByText('3 more on the server.')).toBeVisible();
  await lookAtHere(window, '70-found-on-server');
  await window.getByRole('button', { name: 'Archive all new mail' }).press('Enter');
  const none = window.getByText('Everything found on the server is in the archive.');
  await expect(none).toBeVisible({ timeout: 60_000 });
  await expect(rows).toHaveCount(4, { timeout: 60_000 });
  expect(server.changes).toBe(0);

  const field = window.getByRole('searchbox', { name: 'Search mail and attachments' });
  await field.fill('harvest of snow');
  await expect(none).toHaveCount(0);
  await expect(window.getByText('Nothing found')).toBeVisible();
  await look.click();
  await expect(none).toBeVisible();
});
