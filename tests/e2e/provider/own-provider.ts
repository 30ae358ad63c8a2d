import type { Page } from '@playwright/test';
import { type Dovecot, dovecotMissing } from '../../servers/dovecot.ts';
import { startDovecotForTokens } from '../../servers/oidc/mail-server.ts';
import {
  type OidcProvider,
  type ProviderOptions,
  startProvider,
} from '../../servers/oidc/provider.ts';
import { beginSetup } from '../controls.ts';
import { test as base, expect } from '../fixture.ts';
import type { Host } from '../host.ts';
import { letters } from '../letters.ts';

interface Fixtures {
  readonly providerOptions: ProviderOptions;
  /** Who signs people in. */
  readonly provider: OidcProvider;
  /** A mail server that takes its tokens, with a few letters for {@link address}. */
  readonly mail: Dovecot;
}

export const address = 'anna@example.org';
export const password = 'a password of the mail server';

export const test = base.extend<Fixtures>({
  providerOptions: [{ registers: true }, { option: true }],
  provider: async ({ providerOptions }, use) => {
    const provider = await startProvider(providerOptions);
    await use(provider);
    await provider.stop().catch(() => undefined);
  },
  mail: async ({ provider }, use) => {
    const mail = await startDovecotForTokens(provider);
    const user = await mail.user({ name: address, password });
    await mail.deliver(user, 'INBOX', ...letters.slice(0, 3));
    await use(mail);
    await mail.stop();
  },
});

export { expect };

/** Why these specs cannot run here. */
export const missing = dovecotMissing();

/** Fills in the first step, by hand, up to the button that signs in on the provider's page. */
export async function toProvider(window: Page, mail: Dovecot): Promise<void> {
  await beginSetup(window, address);
  await expect(window.getByText('No mail server was found')).toBeVisible();
  await window.getByLabel('Server', { exact: true }).fill(mail.host);
  await window.getByLabel('Port').fill(String(mail.ports.imaps));
  await window.getByLabel('Certificate file', { exact: true }).fill(mail.ca);
  await window.getByRole('button', { name: 'Sign in on the provider’s page instead' }).click();
}

/** The button that begins to sign in with this provider. */
export const beginAt = (window: Page, { port }: OidcProvider) =>
  window.getByRole('button', { name: `Sign in with 127.0.0.1:${port}`, exact: true });

/** The provider's page in the person's browser: the system's on a desktop, another tab where the window is in one. */
export async function providerPage(window: Page, host: Host, page: Page): Promise<Page> {
  const dialog = window.getByRole('dialog');
  if (host.fileDialog === 'system') {
    await expect(dialog.getByText('in your browser')).toBeVisible();
    const url = (await host.opened()).at(-1) ?? '';
    await page.goto(url);
    return page;
  }
  const [tab] = await Promise.all([
    window.context().waitForEvent('page'),
    dialog.getByRole('link', { name: /^Open .* page$/ }).click(),
  ]);
  return tab;
}

/** A person who signs in there, and allows what is asked or does not. */
export async function signInThere(
  tab: Page,
  login: string,
  { denies = false } = {},
): Promise<void> {
  const name = tab.locator('[name=login]');
  const agree = tab.getByRole('button', { name: 'Continue' });
  await expect(name.or(agree)).toBeVisible();
  // Whoever has signed in there before is known.
  if (await name.isVisible()) {
    await name.fill(login);
    await tab.locator('[name=password]').fill('any');
    await tab.locator('button[type=submit]').click();
  }
  if (denies) await tab.getByText('Cancel').click();
  else await agree.click();
}

/** The same where the provider's page asks for a code first. */
export async function enterCodeThere(tab: Page, code: string, login: string): Promise<void> {
  await tab.locator('[name=user_code]').fill(code);
  await tab.locator('[type=submit]').click();
  await tab.getByRole('button', { name: 'Continue' }).click();
  await signInThere(tab, login);
}

/** Who signed in there last is known there no more. */
export const forgetThere = (page: Page) =>
  page.context().clearCookies({ name: /^_(session|grant)/ });
