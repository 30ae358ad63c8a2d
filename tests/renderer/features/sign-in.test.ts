// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ShownFailure } from '../../../shared/contract.ts';
import { aRun } from '../../a-run.ts';
import { anAccount } from '../an-account.ts';
import { Refused } from '../fake-bridge.ts';
import { choose, openWindow } from './window.ts';

const server = { host: 'imap.example.org', port: 993, security: 'tls' } as const;
const signInId = '11111111-1111-4111-8111-111111111111';
const provider = {
  name: 'Example',
  issuer: 'https://login.example.org',
  client: 'build',
  browser: true,
  device: true,
};
const inBrowser = {
  way: 'browser',
  signInId,
  url: 'https://login.example.org/authorize',
  opened: false,
  redirectUri: 'http://127.0.0.1:1/callback',
  expiresAt: Date.now() + 600_000,
};
const signedInBy = { issuer: provider.issuer, provider: provider.name };
const refused: ShownFailure = {
  kind: 'sign-in-needed',
  code: 'sign-in-again',
  args: { provider: 'Example' },
  scope: 'account',
  message: 'Your sign-in with Example has expired or was revoked.',
  nextStep: 'Sign in again.',
};

const answering = {
  'accounts.guess': () => ({ server, user: 'anna@example.org' }),
  'accounts.test': () => ({ result: 'ok' }),
  'accounts.mailboxes': () => [],
  'accounts.count': () => ({ whole: true }),
  'accounts.cancel': () => undefined,
  'folders.propose': () => null,
  'library.mailboxes': () => [],
  'signIn.ways': () => ({ password: 'app', provider }),
  'signIn.begin': () => inBrowser,
  'signIn.cancel': () => undefined,
};

const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function atWho(answers = {}) {
  const opened = await openWindow({ at: { at: 'set-up' }, answers: { ...answering, ...answers } });
  await opened.user.type(screen.getByLabelText('Email address'), 'anna@example.org');
  await opened.user.tab();
  return opened;
}

test('where the provider signs in itself one button stands in the place of the password', async () => {
  const { bridge, user } = await atWho();
  await user.click(await screen.findByRole('button', { name: 'Sign in with Example' }));
  expect(screen.queryByLabelText('Password')).toBeNull();
  const dialog = within(await screen.findByRole('dialog', { name: 'Sign in with Example' }));
  const link = await dialog.findByRole('link', { name: 'Open Example’s page' });
  expect(link.getAttribute('href')).toBe(inBrowser.url);
  bridge.emit('signIn.changed', { signInId, state: 'done' });
  await screen.findByRole('heading', { name: 'Choose what to keep' });
  const access = { server, user: 'anna@example.org', signInId };
  expect(bridge.inputsOf('accounts.test')).toMatchObject([access]);
  expect(bridge.inputsOf('accounts.test')[0]).not.toHaveProperty('password');
  expect(bridge.inputsOf('accounts.mailboxes')).toMatchObject([access]);
});

test('an app password is the second way, and the provider’s is found again', async () => {
  const { user } = await atWho();
  await user.click(await screen.findByRole('button', { name: 'Use an app password instead' }));
  await user.type(screen.getByLabelText('App password'), 'abcd efgh');
  expect(button('Continue')).toHaveProperty('disabled', false);
  await user.click(button('Sign in with Example instead'));
  expect(screen.queryByLabelText('App password')).toBeNull();
  expect(button('Continue')).toHaveProperty('disabled', true);
});

test('another address is asked about anew, and what was signed in to before is not used for it', async () => {
  let ways: object = { password: 'none', provider };
  const { bridge, user } = await atWho({ 'signIn.ways': () => ways });
  await user.click(await screen.findByRole('button', { name: 'Sign in with Example' }));
  bridge.emit('signIn.changed', { signInId, state: 'done' });
  await screen.findByRole('heading', { name: 'Choose what to keep' });
  await user.click(button('Address'));
  await screen.findByText('You’re signed in with Example.');
  ways = { password: 'any' };
  await user.type(screen.getByLabelText('Email address'), '.uk');
  await screen.findByLabelText('Password');
  expect(button('Continue')).toHaveProperty('disabled', true);
});

test('without a client ID what is left is said', async () => {
  const { client: _, ...without } = provider;
  const { bridge, user } = await atWho({
    'signIn.ways': () => ({
      password: 'none',
      provider: {
        ...without,
        ownClient: { key: 'microsoft', page: 'https://entra.example.org/', hasSecret: false },
      },
    }),
  });
  await screen.findByText(/^This build of Mailstow has no client ID for Example/);
  screen.getByText(/^Example accepts no passwords from mail apps/);
  await user.click(button('Use your own client ID…'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getAllByRole('listitem')).toHaveLength(5);
  expect(dialog.getByRole('link').getAttribute('href')).toBe('https://entra.example.org/');
  await user.type(dialog.getByRole('textbox', { name: 'Client ID' }), ' mine {Enter}');
  await dialog.findByRole('link', { name: 'Open Example’s page' });
  expect(bridge.inputsOf('signIn.begin')).toMatchObject([{ client: { id: 'mine' } }]);
});

test('a failure has one button for each way on', async () => {
  const { bridge, user } = await atWho();
  await user.click(await screen.findByRole('button', { name: 'Sign in with Example' }));
  await screen.findByRole('link', { name: 'Open Example’s page' });
  const { failure } = new Refused({
    ...{ kind: 'sign-in-needed', code: 'signed-in-as-other' },
    args: { found: 'berta@example.org', wanted: 'anna@example.org' },
  });
  bridge.emit('signIn.changed', { signInId, state: 'failed', failure });
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    ...['Sign in', 'Sign in as berta@example.org', 'Use a code instead'],
  ]);
  await user.click(alert.getByRole('button', { name: 'Sign in as berta@example.org' }));
  expect(bridge.inputsOf('signIn.begin').at(-1)).toMatchObject({ as: 'berta@example.org' });
});

test('the card of an account whose sign-in ended leads to the provider, and the run begins then', async () => {
  const account = anAccount({
    ...{ hasPassword: false, signedInBy },
    lastRun: { finishedAt: 1, complete: false, messages: 3, failure: refused },
  });
  const { bridge, user } = await openWindow({
    at: { at: 'accounts' },
    accounts: [account],
    answers: { ...answering, 'runs.start': () => aRun() },
  });
  expect(screen.queryByRole('button', { name: 'Archive now' })).toBeNull();
  await user.click(button('Sign in again'));
  await screen.findByRole('link', { name: 'Open Example’s page' });
  expect(bridge.inputsOf('signIn.begin')).toEqual([
    { target: { accountId: 'one' }, way: 'browser' },
  ]);
  expect(bridge.inputsOf('runs.start')).toEqual([]);
  bridge.emit('signIn.changed', { signInId, accountId: 'one', state: 'done' });
  await expect.poll(() => bridge.inputsOf('runs.start')).toEqual([{ accountId: 'one' }]);
});

test('editing shows the sign-in that is used; one that is made anew counts once it is saved', async () => {
  const account = anAccount({ hasPassword: true, signedInBy: { ...signedInBy, as: 'shared' } });
  const { bridge, user } = await openWindow({
    at: { at: 'edit', accountId: 'one' },
    accounts: [account],
    answers: { ...answering, 'accounts.save': () => account },
  });
  await screen.findByText('You’re signed in with Example as shared.');
  expect(button('Save')).toHaveProperty('disabled', true);
  await user.click(button('Sign in again'));
  await screen.findByRole('link', { name: 'Open Example’s page' });
  bridge.emit('signIn.changed', { signInId, state: 'done' });
  await screen.findByText('You’re signed in with Example.');
  expect(bridge.inputsOf('accounts.save')).toEqual([]);
  await user.click(button('Save'));
  await expect.poll(() => bridge.inputsOf('accounts.save')).toMatchObject([{ signInId }]);
});

test('one way of signing in can be forced by hand, and left to Mailstow again', async () => {
  const { user, stores } = await atWho({ 'signIn.ways': () => ({ password: 'any' }) });
  await user.click(screen.getByText('Set up by hand'));
  await choose(user, 'How to sign in', 'Password hidden (SCRAM-SHA-256)');
  expect(stores.setup.getState().draft.server.signIn).toBe('scram-sha-256');
  await choose(user, 'How to sign in', 'Automatic: the safest way the server offers');
  expect(stores.setup.getState().draft.server.signIn).toBeUndefined();
});
