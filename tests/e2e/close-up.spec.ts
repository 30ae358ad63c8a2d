import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { allFiles, anInvitation, protectedMessage, withFiles } from '../fixtures/mail/close-up.ts';
import { startServer } from '../servers/scripted/server.ts';
import { call, saveAccount } from './calls.ts';
import { expect, test } from './fixture.ts';
import { lookAt, lookAtHere } from './screens.ts';

const messages = [
  withFiles('Files of every kind', allFiles(), 6),
  withFiles('Please come', [{ name: 'invite.ics', type: 'text/calendar', bytes: anInvitation }], 5),
  subject('Signed by Anna', protectedMessage('self-made')),
  subject('Signed and wrapped', protectedMessage('opaque')),
  subject('Signed and changed', altered(protectedMessage('detached'))),
  subject('For certain keys', protectedMessage('encrypted-by-number')),
  subject('By another kind of key', protectedMessage('pgp-signed')),
];

function subject(text: string, message: Buffer): Buffer {
  return Buffer.from(
    message.toString('latin1').replace('Subject: Plan', `Subject: ${text}`),
    'latin1',
  );
}

function altered(message: Buffer): Buffer {
  return Buffer.from(message.toString('latin1').replace('Friday', 'Monday'), 'latin1');
}

const open = (window: Page, name: string) =>
  window
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();

test('files, invitations and signatures of messages, by mouse and by keyboard', async ({
  window,
  host,
}) => {
  test.setTimeout(120_000);
  const elsewhere: string[] = [];
  window.on('request', request => {
    if (!host.owns(request.url()) && !request.url().startsWith('data:'))
      elsewhere.push(request.url());
  });
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages }] });
  const accountId = await saveAccount(window, host.folder, server.port);
  await call(window, 'runs.start', { accountId });
  const query = { sort: 'date', descending: false, offset: 0, limit: 50 } as const;
  const list = () => call(window, 'library.messages', { accountId, ...query });
  await expect.poll(async () => (await list()).total, { timeout: 60_000 }).toBe(messages.length);
  await window.reload();
  await window.getByRole('button', { name: 'Open library' }).click();

  await test.step('a file is looked at, and the next, with the mouse', async () => {
    await open(window, 'Files of every kind');
    await window.getByRole('button', { name: 'Preview photo.png' }).click();
    const dialog = window.getByRole('dialog');
    const shown = dialog.frameLocator('iframe');
    const picture = shown.locator('img');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(16);
    await dialog.getByRole('button', { name: 'Next attachment' }).click();
    await expect(dialog.getByRole('heading', { name: 'plan.pdf' })).toBeVisible();
    const page = shown.locator('img').first();
    await expect(page).toBeVisible({ timeout: 30_000 });
    expect(await page.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(500);
    await lookAt(window, 'preview');
    await dialog.getByRole('button', { name: 'Next attachment' }).click();
    await expect(shown.getByRole('cell', { name: 'Friday' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Next attachment' }).click();
    await expect(shown.getByText('Harmless words')).toBeVisible();
    await expect(shown.locator('script, iframe, meta[http-equiv=refresh]')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Next attachment' }).click();
    await expect(dialog.getByText('too large to be shown')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the same with the keyboard', async () => {
    const button = window.getByRole('button', { name: 'Preview rooms.csv' });
    await button.focus();
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog');
    await expect(dialog.frameLocator('iframe').getByRole('cell', { name: '12' })).toBeVisible();
    await window.keyboard.press('ArrowLeft');
    await expect(dialog.getByRole('heading', { name: 'plan.pdf' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });

  await test.step('one is saved, and all at once, after a warning', async () => {
    await window.getByRole('button', { name: 'Save rooms.csv' }).click();
    await expect.poll(() => host.saved()).toEqual(['rooms.csv']);
    await window.getByRole('button', { name: 'Save all' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Save anyway' }).click();
    const names = allFiles()
      .map(({ name }) => name)
      .sort();
    const kept = () =>
      host.fileDialog === 'system'
        ? readdirSync(host.folder)
            .filter(name => names.includes(name))
            .sort()
        : host.saved().slice(1).toSorted();
    await expect.poll(kept).toEqual(names);
  });

  await test.step('an invitation is shown as one, and saved', async () => {
    await open(window, 'Please come');
    const card = window.getByRole('region', { name: 'Invitation' });
    await expect(card).toContainText('Summer plan');
    await expect(card).toContainText('Room 12');
    await expect(card).toContainText('Ben <ben@example.org> (accepted)');
    await card.getByRole('button', { name: /Save/ }).focus();
    await window.keyboard.press('Enter');
    await expect.poll(() => host.saved().includes('invite.ics')).toBe(true);
    await lookAtHere(window, 'invitation');
  });

  await test.step('what is signed and encrypted is told', async () => {
    const told = window.getByRole('article', { name: 'Message' });
    await open(window, 'Signed by Anna');
    await expect(told).toContainText('The signer vouches only for themselves');
    await open(window, 'Signed and wrapped');
    await expect(told).toContainText('The signature of Anna <anna@example.org> holds');
    await expect(window.getByRole('button', { name: 'Preview plan.csv' })).toBeVisible();
    await lookAtHere(window, 'signed');
    await open(window, 'Signed and changed');
    await expect(told).toContainText('the message is not as it was signed');
    await open(window, 'For certain keys');
    await expect(told).toContainText(/Key of the certificate [0-9A-F]+ by Middle/);
    await open(window, 'By another kind of key');
    await expect(told).toContainText('Mailstow has no OpenPGP keys');
  });
  await server.stop();
  expect(elsewhere).toEqual([]);
});
