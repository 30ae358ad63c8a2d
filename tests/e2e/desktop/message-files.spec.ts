import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newPerson } from '../electron-host.ts';
import { letters } from '../letters.ts';
import { desktopOf, expect, startAgain, test } from './fixture.ts';

const texts = letters.map(({ bytes }) => bytes as Buffer);
const invoice = texts.find(bytes => bytes.includes('Invoice 4711')) ?? '';

test('a message opens from its file: named at the start, by a second start, and again', async ({
  start,
  session,
}) => {
  const person = newPerson(desktopOf(session));
  const file = join(person.data, 'An invoice.EML');
  writeFileSync(file, invoice);
  chmodSync(file, 0o644);
  const other = join(person.data, 'other.eml');
  writeFileSync(other, 'From: somebody@example.com\r\nSubject: The other\r\n\r\nWords.\r\n');
  chmodSync(other, 0o644);
  const desktop = await start({ person, named: [file] });
  const window = await desktop.app.firstWindow();
  await expect(window.getByRole('heading', { name: 'Invoice 4711' }).first()).toBeVisible();
  await expect(window.frameLocator('iframe').getByText('please find the invoice')).toBeVisible();
  await window.getByRole('button', { name: 'Save invoice-4711.pdf' }).click();
  await expect.poll(() => desktop.saved()).toEqual(['invoice-4711.pdf']);
  await window.getByRole('button', { name: 'Show file' }).click();
  await expect.poll(() => desktop.dialogs.opened()).toEqual([file]);
  await window.reload();
  await expect(window.getByRole('heading', { name: 'Invoice 4711' }).first()).toBeVisible();

  expect(await startAgain(session, person, other)).toBe(0);
  await expect(window.getByRole('heading', { name: 'The other' })).toBeVisible();
  await expect(window).toHaveTitle('The other – Mailstow');
  expect(await startAgain(session, person, join(person.data, 'none.eml'))).toBe(0);
  await expect(window.getByRole('alert')).toContainText('none.eml');
  // What is no message file is not even looked at.
  expect(await startAgain(session, person, '/etc/passwd')).toBe(0);
  await expect(window.getByRole('alert')).toContainText('none.eml');
});
