import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginSetup, choose, expectFirstPage } from './controls.ts';
import { expect, fillInWho, missing, test } from './fixture.ts';
import { lookAt, lookAtHere, lookAtLargeText } from './screens.ts';

test.skip(missing !== undefined, missing);
test.setTimeout(240_000);

test('every screen of setting up', async ({ window, dovecot, user, host }) => {
  await expectFirstPage(window);
  await lookAt(window, '01-accounts-empty');
  await lookAtLargeText(window, '01-accounts-empty');
  await beginSetup(window);
  await lookAt(window, '02-who');
  await fillInWho(window, dovecot, { ...user, password: 'wrong' });
  await window.getByLabel('Certificate file', { exact: true }).fill(dovecot.ca);
  await window.getByRole('button', { name: 'Test connection' }).click();
  await expect(window.getByRole('alert')).toBeVisible();
  await lookAt(window, '03-who-failed');
  await lookAtLargeText(window, '03-who-failed');
  await window.getByLabel('Certificate file', { exact: true }).fill('');
  await window.getByLabel('Password', { exact: true }).fill(user.password);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await lookAt(window, '04-certificate');
  await lookAtLargeText(window, '04-certificate');
  await window.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
  await lookAt(window, '05-what');
  await lookAtLargeText(window, '05-what');
  await window.getByRole('button', { name: 'More choices' }).click();
  await window.getByText('Also write a list of all messages (index.csv)').click();
  await lookAt(window, '05-what-more');
  await window.getByRole('button', { name: 'Continue' }).click();
  await lookAt(window, '06-where');
  await window.getByRole('button', { name: 'Another folder…' }).click();
  if (host.fileDialog === 'page') {
    await expect(window.getByRole('dialog')).toBeVisible();
    await lookAt(window, '07-folders');
    await lookAtLargeText(window, '07-folders');
    await window.getByRole('button', { name: 'Use this folder' }).click();
  }
  await expect(window.getByText('Free space', { exact: true })).toBeVisible();
  await lookAt(window, '08-where-chosen');
  await window.getByRole('button', { name: 'Continue' }).click();
  await lookAt(window, '09-start');
  await window.getByRole('button', { name: 'Start archiving' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  const list = readFileSync(join(host.folder, '_Mailstow', 'index.csv'), 'utf8');
  expect(list.trimEnd().split('\r\n')).toHaveLength(1 + 6);
  await lookAt(window, '10-run-done');
  await lookAtLargeText(window, '10-run-done');
  await window.getByRole('button', { name: 'Accounts' }).first().click();
  await expect(window.getByRole('button', { name: 'Archive now' })).toBeVisible();
  await lookAt(window, '11-accounts');
  await lookAtLargeText(window, '11-accounts');
});

test('the library and the settings', async ({ window, archived }) => {
  expect(archived).toBe(true);
  await window.getByRole('button', { name: 'Open library' }).click();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(6);
  await lookAt(window, '12-library');
  await window.setViewportSize({ width: 900, height: 600 });
  await window.getByRole('button', { name: /choose another folder/ }).click();
  await expect(window.getByRole('dialog', { name: 'Folders' })).toBeVisible();
  await lookAtHere(window, '12-folders');
  await window.keyboard.press('Escape');
  await window
    .getByRole('option', { name: /Invoice 4711/ })
    .first()
    .click();
  await expect(window.getByRole('heading', { name: 'Invoice 4711' })).toBeVisible();
  await lookAt(window, '13-message');
  await lookAtLargeText(window, '13-message');
  await window.getByRole('button', { name: 'Save viewer.exe' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await lookAt(window, '14-attachment-warning');
  await window.keyboard.press('Escape');
  for (const view of ['Text', 'Headers', 'Source']) {
    await window.getByRole('tab', { name: view }).click();
    await lookAt(window, `15-message-${view.toLowerCase()}`);
  }
  await window.getByRole('button', { name: 'Settings' }).click();
  await lookAt(window, '17-settings');
  await lookAtLargeText(window, '17-settings');
  await window.getByRole('button', { name: 'Show report…' }).click();
  const report = window.getByRole('textbox', { name: 'Diagnostic report' });
  await expect(report).toHaveValue(/last run: complete/);
  await lookAt(window, '21-report');
  await lookAtLargeText(window, '21-report');
  await window.getByRole('button', { name: 'Copy' }).click();
  await expect(window.getByText('Copied.')).toBeVisible();
  await lookAt(window, '22-report-copied');
  await window.getByRole('button', { name: 'Close' }).click();
  await window.getByRole('button', { name: 'Help' }).click();
  await expect(window.getByRole('heading', { name: 'Help' })).toBeFocused();
  await lookAt(window, '23-help');
  await lookAtLargeText(window, '23-help');
  await window.keyboard.press('?');
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await lookAt(window, '24-keys');
  await lookAtLargeText(window, '24-keys');
  await window.keyboard.press('Escape');
  await window.getByRole('main').getByRole('button', { name: 'Settings' }).click();
  await choose(window, 'Language', 'Čeština');
  await expect(window.getByRole('heading', { name: 'Nastavení' })).toBeVisible();
  await lookAt(window, '18-settings-czech');
  await window.getByRole('button', { name: 'Účty' }).click();
  await window.getByRole('button', { name: /^Další možnosti pro/ }).click();
  await lookAt(window, '18-menu-czech');
  await window.getByRole('menuitem', { name: 'Odebrat účet…' }).click();
  await lookAt(window, '19-remove');
  await window.keyboard.press('Escape');
});
