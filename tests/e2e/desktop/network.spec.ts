import { Outage } from '../../servers/outage.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { saveAccount } from '../calls.ts';
import { archiveRest, archiveUntil, expect, storedFiles, test } from './fixture.ts';

const messages = Array.from(
  { length: 400 },
  (_, index) => `Subject: ${index}\r\nMessage-ID: <${index}@example.com>\r\n\r\nHello.\r\n`,
);

test('a network that is lost in mid-run is waited for, and the run goes on by itself', async ({
  window,
  desktop,
}) => {
  const server = await startServer({
    mailboxes: [{ name: 'INBOX', messages }],
    beforeFetchResponse: () => ({ delay: 5 }),
  });
  const outage = await Outage.before(server.port);
  await saveAccount(window, desktop.folder, outage.port);
  await archiveUntil(window, 20);
  await outage.begin();
  await expect(window.getByText('Waiting', { exact: false }).first()).toBeVisible();
  await outage.end();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible({ timeout: 60_000 });
  expect(storedFiles(desktop.person)).toHaveLength(messages.length);
  await outage.begin();
  await server.stop();
});

test('started without a network the library is there, and archiving says what is wrong', async ({
  window,
  desktop,
  start,
}) => {
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages }] });
  await saveAccount(window, desktop.folder, server.port);
  await window.reload();
  await archiveRest(window);
  await desktop.leave();
  await server.stop();
  const next = await start({ person: desktop.person });
  const page = await next.app.firstWindow();
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(page.getByText('400 messages')).toBeVisible();
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page.getByRole('tabpanel')).toContainText('Hello.');
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.getByRole('button', { name: 'Archive now' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('127.0.0.1');
});
