import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { saveAccount } from './calls.ts';
import { expect, test } from './own-server.ts';
import { lookAt, lookAtHere } from './screens.ts';

test.setTimeout(120_000);

test('an account that is removed leaves its mail, and comes back with a press', async ({
  window,
  host,
  serve,
}) => {
  const server = await serve();
  const folder = join(host.folder, 'mail');
  await saveAccount(window, folder, server.port);
  const stored = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.eml'),
    );
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  expect(stored()).toHaveLength(5);
  await window.getByRole('button', { name: 'Accounts' }).first().click();
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Remove account…' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toContainText(`Your archive in ${folder} is not touched.`);
  await lookAt(window, '50-remove');
  await dialog.getByRole('button', { name: 'Remove account' }).click();
  await expect(
    window.getByRole('heading', { name: 'Keep your mail, whatever happens' }),
  ).toBeVisible();
  await lookAtHere(window, '51-removed');
  expect(stored()).toHaveLength(5);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(window.getByText('All 5 messages are safe')).toBeVisible();
  // Nobody is asked for the password again.
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText('No new messages.', { exact: false })).toBeVisible();
  await expect(window.getByRole('dialog')).toBeHidden();
});
