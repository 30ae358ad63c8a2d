import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beginSetup, expectFirstPage } from './controls.ts';
import { archiveEverything, expect, fillInWho, missing, test } from './fixture.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

test.skip(missing !== undefined, missing);

test('from the first sight of the window to a finished archive with the mouse', async ({
  window,
  dovecot,
  user,
  host,
}) => {
  await archiveEverything(window, dovecot, user, host);
  const stored = readdirSync(host.folder, { recursive: true, encoding: 'utf8' });
  expect(stored.filter(name => name.endsWith('.eml'))).toHaveLength(6);
  await window.getByRole('button', { name: 'Open library' }).click();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(6);
});

test('the same with the keyboard alone', async ({ window, dovecot, user, host }) => {
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve());
  const tabTo = async (name: string | RegExp) => {
    const wanted = window
      .getByRole('button', { name })
      .or(window.getByLabel(name, { exact: true }));
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await wanted.and(window.locator(':focus')).count()) > 0) return;
      await press('Tab');
    }
    throw new Error(`the Tab key does not lead to ${name}`);
  };
  const type = async (name: string, text: string) => {
    await tabTo(name);
    await press('ControlOrMeta+a');
    await window.keyboard.type(text);
  };
  await expectFirstPage(window);
  await type('Email address', `${user.name}@example.org`);
  await press('Enter');
  await type('Password', user.password);
  // Nobody's domain is looked up in vain, which opens the settings.
  await expect(window.getByText('No mail server was found')).toBeVisible();
  await type('Server', dovecot.host);
  await type('Port', String(dovecot.ports.imaps));
  await type('User name', user.name);
  await type('Certificate file', dovecot.ca);
  await tabTo('Continue');
  await press('Enter');
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeFocused();
  await tabTo('Continue');
  await press('Enter');
  await expect(window.getByRole('heading', { name: 'Choose where to keep it' })).toBeFocused();
  await tabTo('Another folder…');
  await press('Enter');
  if (host.fileDialog === 'page') {
    await expect(window.getByRole('dialog')).toBeVisible();
    await tabTo('Use this folder');
    await press('Enter');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
  await tabTo('Continue');
  await press('Enter');
  await expect(window.getByRole('heading', { name: 'Ready' })).toBeFocused();
  await tabTo('Start archiving');
  await press('Enter');
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  const stored = readdirSync(host.folder, { recursive: true, encoding: 'utf8' });
  expect(stored.filter(name => name.endsWith('.eml'))).toHaveLength(6);
});

test('an unknown certificate is shown, and trusted for this account alone', async ({
  window,
  dovecot,
  user,
}) => {
  await beginSetup(window);
  await fillInWho(window, dovecot, user);
  await window.getByRole('button', { name: 'Continue' }).click();
  const dialog = window.getByRole('dialog', { name: 'This server can’t be verified' });
  await expect(dialog).toBeVisible();
  const shown = await dialog.locator('.fingerprint').innerText();
  const { X509Certificate } = await import('node:crypto');
  expect(shown).toBe(new X509Certificate(dovecot.certificates.right.cert).fingerprint256);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await window.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
});

test('a certificate file given in the dialogue does as well', async ({ window, dovecot, user }) => {
  await beginSetup(window);
  await fillInWho(window, dovecot, user);
  await window.getByRole('button', { name: 'Continue' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByText('I have a certificate file or folder').click();
  await dialog.getByRole('textbox', { name: 'Certificate file' }).fill(dovecot.ca);
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
});

test('a certificate file is found on the machine that Mailstow runs on', async ({
  window,
  dovecot,
  user,
  host,
}) => {
  const file = join(host.folder, 'ca.pem');
  copyFileSync(dovecot.ca, file);
  await host.choose(file);
  await beginSetup(window);
  await fillInWho(window, dovecot, user);
  await window.getByRole('button', { name: 'Continue' }).click();
  const dialog = window.getByRole('dialog', { name: 'This server can’t be verified' });
  await dialog.getByText('I have a certificate file or folder').click();
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  if (host.fileDialog === 'page') {
    const browser = window.getByRole('dialog', { name: 'Choose a certificate file' });
    await lookAt(window, '04-certificate-file');
    await lookAtLargeText(window, '04-certificate-file');
    await browser.getByRole('button', { name: 'ca.pem' }).click();
    await expect(browser).toBeHidden();
  }
  await expect(dialog.getByRole('textbox', { name: 'Certificate file' })).toHaveValue(/ca\.pem$/);
  await lookAt(window, '04-certificate-own');
  await lookAtLargeText(window, '04-certificate-own');
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
});

test('a wrong password is said in a sentence, with what to do and the server’s own words', async ({
  window,
  dovecot,
  user,
}) => {
  await beginSetup(window);
  await fillInWho(window, dovecot, { ...user, password: 'wrong' });
  await window.getByLabel('Certificate file', { exact: true }).fill(dovecot.ca);
  await window.getByRole('button', { name: 'Test connection' }).click();
  const alert = window.getByRole('alert');
  await expect(alert).toBeVisible();
  await alert.getByText('Technical details').click();
  await expect(alert.locator('pre')).toContainText('Authentication failed');
});

test('what a provider asks for is said before anything is sent, with the way to its page', async ({
  window,
}) => {
  await beginSetup(window);
  await window.getByLabel('Email address').fill('accounts@gmail.com');
  await window.keyboard.press('Tab');
  const link = window.getByRole('link', { name: 'Open Google’s page' });
  await expect(link).toHaveAttribute('href', 'https://myaccount.google.com/apppasswords');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await lookAt(window, '02-who-provider');
  await lookAtLargeText(window, '02-who-provider');
});

test('where no server is found the settings open, and what was tried is said', async ({
  window,
}) => {
  await beginSetup(window);
  await window.getByLabel('Email address').fill('accounts@example.org');
  await window.keyboard.press('Tab');
  await expect(window.getByText('No mail server was found for example.org.')).toBeVisible();
  await expect(window.getByLabel('Server', { exact: true })).toHaveValue('imap.example.org');
  await window.getByRole('button', { name: 'What was tried' }).click();
  await expect(window.getByText('Known providers: example.org')).toBeVisible();
  await lookAt(window, '02-who-not-found');
  await lookAtLargeText(window, '02-who-not-found');
});

test('closing the window half-way loses nothing but the password', async ({
  window,
  dovecot,
  user,
}) => {
  await beginSetup(window);
  await fillInWho(window, dovecot, user);
  await window.reload();
  await expect(window.getByLabel('Email address')).toHaveValue(`${user.name}@example.org`);
  await expect(window.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(window.getByLabel('Port')).toHaveValue(String(dovecot.ports.imaps));
});
