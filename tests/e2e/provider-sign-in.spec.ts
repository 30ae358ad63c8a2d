import type { Locator, Page } from '@playwright/test';
import { signInAt } from '../servers/oidc/person.ts';
import { call } from './calls.ts';
import type { Host } from './host.ts';
import { chooseNewFolder, openEdit } from './own-server.ts';
import {
  address,
  beginAt,
  enterCodeThere,
  expect,
  forgetThere,
  missing,
  password,
  providerPage,
  signInThere,
  test,
  toProvider,
} from './provider/own-provider.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

test.skip(missing !== undefined, missing);
test.setTimeout(180_000);

/** From the folders on to the end of the run. */
async function archive(window: Page, host: Host): Promise<void> {
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
  await window.getByRole('button', { name: 'Continue' }).click();
  await chooseNewFolder(window, host, 'mail');
  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'Start archiving' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
}

const accounts = (window: Page) => window.getByRole('button', { name: 'Accounts' }).first().click();
/** Of the provider's page. */
const addressOf = async (dialog: Locator) =>
  (await dialog.getByRole('link', { name: /^Open/ }).getAttribute('href')) ?? '';
const dialogOf = (window: Page) => window.getByRole('dialog');

test('an account is set up on the provider’s page; once that is revoked, the card leads there again', async ({
  window,
  host,
  page,
  provider,
  mail,
}) => {
  await toProvider(window, mail);
  await lookAt(window, '60-provider');
  await lookAtLargeText(window, '60-provider');
  await beginAt(window, provider).click();
  await expect(dialogOf(window).getByText('Valid for another')).toBeVisible();
  await lookAt(window, '61-browser');
  await lookAtLargeText(window, '61-browser');
  const tab = await providerPage(window, host, page);
  await signInThere(tab, address);
  await archive(window, host);
  expect((await call(window, 'accounts.list', undefined))[0]).toMatchObject({
    ...{ hasPassword: true, signedInBy: { issuer: provider.issuer } },
  });

  await provider.revokeAll(address);
  await window.getByRole('button', { name: 'Archive again' }).click();
  const alert = window.getByRole('alert');
  await expect(alert).toContainText('has expired or was revoked');
  await lookAt(window, '62-run-revoked');
  await accounts(window);
  const again = window.getByRole('button', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  await expect(window.getByText('3 messages are safe.')).toBeVisible();
  await lookAt(window, '63-card-revoked');
  await again.click();
  await signInThere(await providerPage(window, host, page), address);
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  await accounts(window);
  await expect(window.getByRole('button', { name: 'Archive now' })).toBeVisible();
});

test('a code is enough, typed in a browser anywhere', async ({
  window,
  host,
  page,
  provider,
  mail,
}) => {
  await toProvider(window, mail);
  await beginAt(window, provider).click();
  const dialog = dialogOf(window);
  await dialog.getByRole('button', { name: 'Is your browser on another computer?' }).click();
  await dialog.getByRole('button', { name: 'Use a code instead' }).click();
  const code = dialog.getByRole('status', { name: 'Code' });
  await expect(code).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/);
  await expect(dialog.getByText(/^Valid for another/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy code' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  await lookAt(window, '64-code');
  await lookAtLargeText(window, '64-code');
  const elsewhere = await page.context().browser()?.newPage();
  if (elsewhere === undefined) throw new Error('there is no other browser');
  await elsewhere.goto((await dialog.locator('.sign-in-address').textContent()) ?? '');
  await enterCodeThere(elsewhere, (await code.textContent()) ?? '', address);
  await archive(window, host);
  await elsewhere.close();
});

test('an address that was copied from a browser on another computer is enough', async ({
  window,
  host,
  provider,
  mail,
}) => {
  await toProvider(window, mail);
  await beginAt(window, provider).click();
  const dialog = dialogOf(window);
  await dialog.getByRole('button', { name: 'Copy address' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Is your browser on another computer?' }).click();
  const url = await addressOf(dialog);
  // That of another computer comes to nothing there.
  const { url: redirected } = await signInAt(url, address, { visits: false });
  const field = dialog.getByLabel('Address your browser ended at');
  await field.fill('https://example.org/');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('This is not the address');
  await lookAt(window, '65-copied');
  await field.fill(redirected);
  await window.keyboard.press('Enter');
  await archive(window, host);
});

test('somebody else’s sign-in, one that was not allowed, and a provider that is away have a way on', async ({
  window,
  host,
  page,
  provider,
  mail,
}) => {
  await toProvider(window, mail);
  await beginAt(window, provider).click();
  const dialog = dialogOf(window);
  const alert = dialog.getByRole('alert');
  const { url } = await signInAt(await addressOf(dialog), address, { visits: false });
  await provider.turn('off');
  await page.context().request.get(url);
  await expect(alert).toContainText('did not respond');
  await lookAt(window, '66-provider-away');
  await provider.turn('on');
  await alert.getByRole('button', { name: 'Try again' }).click();

  await signInThere(await providerPage(window, host, page), address, { denies: true });
  await expect(alert).toContainText('was not allowed to give Mailstow access');
  await lookAt(window, '67-denied');

  await forgetThere(page);
  await alert.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInThere(await providerPage(window, host, page), 'berta@example.org');
  await expect(alert).toContainText('You signed in as berta@example.org, not as anna@example.org');
  await expect(alert.getByRole('button', { name: 'Sign in as berta@example.org' })).toBeVisible();
  await lookAt(window, '68-other');
  expect(await call(window, 'accounts.list', undefined)).toEqual([]);
  await alert.getByRole('button', { name: 'Sign in', exact: true }).click();
  const tab = await providerPage(window, host, page);
  await expect(tab.locator('form')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(beginAt(window, provider)).toBeVisible();
});

test.describe('where the build has no client ID', () => {
  test.use({ providerOptions: { clientId: 'own-client' } });

  test('the person’s own is enough', async ({ window, host, page, mail }) => {
    await toProvider(window, mail);
    await expect(window.getByText(/^This build of Mailstow has no client ID/)).toBeVisible();
    await expect(window.getByLabel('Password', { exact: true })).toBeVisible();
    await lookAt(window, '69-no-client');
    await window.getByRole('button', { name: 'Use your own client ID…' }).click();
    const id = window.getByRole('textbox', { name: 'Client ID' });
    await id.fill('wrong-client');
    await lookAt(window, '70-own-client');
    await lookAtLargeText(window, '70-own-client');
    await window.keyboard.press('Enter');
    const refused = await providerPage(window, host, page);
    await expect(refused.getByText(/invalid_client/).first()).toBeVisible();
    await dialogOf(window).getByRole('button', { name: 'Cancel' }).click();
    await window.getByRole('button', { name: 'Use your own client ID…' }).click();
    await id.fill('own-client');
    await window.keyboard.press('Enter');
    await signInThere(await providerPage(window, host, page), address);
    await archive(window, host);
  });

  test('what is left is said at Microsoft and at Google', async ({ window }) => {
    await window.getByLabel('Email address').fill('anna@outlook.com');
    await window.getByRole('button', { name: 'Continue' }).click();
    await expect(window.getByText(/no client ID for Microsoft/)).toBeVisible();
    await expect(window.getByText(/accepts no passwords from mail apps/)).toBeVisible();
    await expect(window.getByLabel('Password', { exact: true })).toBeHidden();
    await lookAt(window, '71-no-client-microsoft');
    await window.getByRole('button', { name: 'Use your own client ID…' }).click();
    await expect(window.getByText('http://localhost')).toBeVisible();
    await lookAt(window, '72-own-client-microsoft');
    await lookAtLargeText(window, '72-own-client-microsoft');
    await window.keyboard.press('Escape');
    await window.getByLabel('Email address').fill('anna@gmail.com');
    await window.keyboard.press('Tab');
    await expect(window.getByText(/no client ID for Google/)).toBeVisible();
    await expect(window.getByLabel('App password')).toBeVisible();
    await expect(window.getByRole('link', { name: 'Open Google’s page' })).toBeVisible();
    await lookAt(window, '73-no-client-google');
  });
});

test('editing shows which sign-in is used, ends it, and puts a password in its place', async ({
  window,
  host,
  page,
  provider,
  mail,
}) => {
  await toProvider(window, mail);
  await beginAt(window, provider).click();
  await signInThere(await providerPage(window, host, page), address);
  await archive(window, host);
  await accounts(window);
  await openEdit(window);
  await expect(window.getByText(/^You’re signed in with 127\.0\.0\.1/)).toBeVisible();
  await lookAt(window, '74-edit-provider');
  await window.getByRole('button', { name: 'Sign out' }).click();
  await expect(window.getByText(/^Mailstow is no longer signed in with/)).toBeVisible();
  await lookAt(window, '75-edit-signed-out');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('button', { name: 'Sign in again' })).toBeVisible();

  await openEdit(window);
  await window.getByRole('button', { name: 'Use a password instead' }).click();
  await window.getByLabel('Password', { exact: true }).fill(password);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByText(/^Changes to .* are saved\.$/)).toBeVisible();
  const [saved] = await call(window, 'accounts.list', undefined);
  expect(saved).toMatchObject({ hasPassword: true });
  expect(saved?.signedInBy).toBeUndefined();
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
});

test('the whole way can be gone with keys alone', async ({
  window,
  host,
  page,
  provider,
  mail,
}) => {
  await toProvider(window, mail);
  const begin = beginAt(window, provider);
  await expect(begin).toBeVisible();
  await window.getByLabel('Email address').focus();
  await window.keyboard.press('Tab');
  await expect(begin).toBeFocused();
  await window.keyboard.press('Enter');
  const dialog = dialogOf(window);
  await expect(dialog.getByRole('link', { name: /^Open/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(begin).toBeFocused();
  await window.keyboard.press('Enter');
  await signInThere(await providerPage(window, host, page), address);
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
});
