import type { Page } from '@playwright/test';
import { settings } from '../engine/discovery/settings-file.ts';
import type { ScriptedServer } from '../servers/scripted/server.ts';
import { beginSetup, choose } from './controls.ts';
import type { Host } from './host.ts';
import { expect, type OwnNetwork, test } from './network/own-network.ts';
import { chooseNewFolder } from './own-server.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

test.setTimeout(120_000);

const here = [{ type: 'A', address: '127.0.0.1' }] as const;

type Serve = (options: object) => Promise<ScriptedServer>;

/** A server with TLS under names of the network. */
function serveTls(serve: Serve, { certificates }: OwnNetwork, users: Record<string, string>) {
  const { key, cert } = certificates.ofDomains;
  return serve({ security: 'tls', tls: { key, cert }, users });
}

/** From the first step, filled in, to the end of the run. */
async function archive(window: Page, host: Host): Promise<void> {
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
  await window.getByRole('button', { name: 'Continue' }).click();
  await chooseNewFolder(window, host, 'mail');
  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'Start archiving' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
}

test('a domain that publishes its settings is set up with address and password alone', async ({
  window,
  host,
  network,
  serve,
}) => {
  const address = 'anna@settings.internal';
  const server = await serveTls(serve, network, { [address]: 'secret' });
  network.zone['autoconfig.settings.internal'] = here;
  network.zone['imap.settings.internal'] = here;
  network.web.set(
    'autoconfig.settings.internal/mail/config-v1.1.xml',
    settings({ port: server.port }),
  );
  await beginSetup(window, address);
  await window.getByLabel('Password', { exact: true }).fill('secret');
  await expect(window.getByText('Found imap.settings.internal, encrypted.')).toBeVisible();
  await lookAt(window, '50-found');
  await archive(window, host);
  expect(network.told.join('\n')).not.toContain('anna');
});

const inDns = (port: number, target: string) =>
  [{ type: 'SRV', priority: 0, weight: 1, port, target }] as const;

test('a domain that names its server in DNS is set up so', async ({
  window,
  host,
  network,
  serve,
}) => {
  const address = 'anna@services.internal';
  const server = await serveTls(serve, network, { [address]: 'secret' });
  network.zone['mail.services.internal'] = here;
  network.zone['_imaps._tcp.services.internal'] = inDns(server.port, 'mail.services.internal');
  await beginSetup(window, address);
  await window.getByLabel('Password', { exact: true }).fill('secret');
  await expect(window.getByText('Found mail.services.internal, encrypted.')).toBeVisible();
  await archive(window, host);
});

test('a server elsewhere, which only DNS names, gets no password before that is agreed to', async ({
  window,
  network,
  serve,
}) => {
  const address = 'anna@services.internal';
  const server = await serveTls(serve, network, { [address]: 'secret' });
  network.zone['imap.settings.internal'] = here;
  network.zone['_imaps._tcp.services.internal'] = inDns(server.port, 'imap.settings.internal');
  await beginSetup(window, address);
  await window.getByLabel('Password', { exact: true }).fill('secret');
  const asks = 'The mail of services.internal seems to be at imap.settings.internal.';
  await expect(window.getByText(asks)).toBeVisible();
  await lookAt(window, '51-elsewhere');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText(asks)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Continue' })).toBeEnabled();
  expect(server.connections).toEqual([]);
  await window.getByRole('button', { name: 'Use this server' }).click();
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
});

test('where nothing is found, setting up by hand opens itself, says what was tried, and leads to an archive', async ({
  window,
  host,
  network,
  serve,
}) => {
  const server = await serve({ users: { anna: 'secret' } });
  await beginSetup(window, 'anna@nothing.internal');
  await window.getByLabel('Password', { exact: true }).fill('secret');
  await expect(window.getByText('No mail server was found for nothing.internal.')).toBeVisible();
  await window.getByRole('button', { name: 'What was tried' }).click();
  const tried = window.getByText('Published settings: nothing.internal');
  await expect(tried).toBeVisible();
  await expect(tried).toContainText('Entries in DNS: nothing.internal');
  await expect(tried).toContainText(
    'imap.nothing.internal, mail.nothing.internal, nothing.internal',
  );
  expect(network.asked).toContain('_imaps._tcp.nothing.internal');
  await lookAt(window, '52-by-hand');
  await lookAtLargeText(window, '52-by-hand');
  await window.getByLabel('Server', { exact: true }).fill('127.0.0.1');
  await choose(window, 'Security', 'None');
  await window.getByLabel('Port').fill(String(server.port));
  await window.getByLabel('User name').fill('anna');
  await archive(window, host);
});

test('an app password that was pasted as the provider’s page shows it works', async ({
  window,
  host,
  network,
  serve,
}) => {
  const address = 'anna@gmail.com';
  const server = await serve({ users: { [address]: 'abcdefghijklmnop' } });
  network.zone['imap.gmail.com'] = here;
  network.imap = server.port;
  await window.getByLabel('Email address').fill(address);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText('Found imap.gmail.com, encrypted.')).toBeVisible();
  await expect(window.getByRole('link', { name: 'Open Google’s page' })).toHaveAttribute(
    'href',
    'https://myaccount.google.com/apppasswords',
  );
  await lookAt(window, '53-app-password');
  await window.getByLabel('App password').fill('abcd efgh ijkl mnop');
  await archive(window, host);
});
