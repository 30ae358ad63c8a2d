import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type CountingProxy, startCountingProxy } from '../servers/counting-proxy.ts';
import {
  deliverMoved,
  deliverMoving,
  movingBytes,
  renameUser,
} from '../servers/dovecot/moved-mail.ts';
import { type Dovecot, type DovecotUser, startDovecot } from '../servers/dovecot.ts';
import { call } from './calls.ts';
import { test as base, expect, missing } from './fixture.ts';
import { lookAt } from './screens.ts';

interface Where {
  readonly host: string;
  readonly port: number;
  readonly user: DovecotUser;
}

interface Second {
  /** Another server that the mail may move to. */
  readonly second: Dovecot;
}

interface Moving {
  /** What the account's server sends is counted. */
  readonly home: Where;
  readonly secondWire: CountingProxy;
  /** The account is in the window, its mail archived; its profile can be changed. */
  readonly account: { moveTo(where: Where): Promise<void>; readonly id: string };
}

const test = base.extend<Moving, Second>({
  second: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
    async ({}, use) => {
      const dovecot = await startDovecot();
      await use(dovecot);
      await dovecot.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  home: async ({ dovecot }, use) => {
    const user = await dovecot.user();
    await deliverMoving(dovecot, user);
    await use({ host: '127.0.0.1', port: dovecot.ports.imap, user });
  },
  secondWire: async ({ second }, use) => {
    const wire = await startCountingProxy(second.ports.imap);
    await use(wire);
    await wire.stop();
  },
  account: async ({ window, host, home }, use) => {
    let id: string | undefined;
    const moveTo = async ({ host: server, port, user }: Where) => {
      const saved = await call(window, 'accounts.save', {
        ...(id !== undefined && { id }),
        profile: {
          email: 'accounts@example.org',
          user: user.name,
          server: { host: server, port, security: 'none' },
          leftOut: [],
          headersOnly: false,
          unseenOnly: false,
          folder: host.folder,
          rememberPassword: true,
        },
        password: user.password,
      });
      id = saved.id;
    };
    await moveTo(home);
    await archive(window);
    await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
    await use({ moveTo, id: id ?? '' });
  },
});

test.skip(missing !== undefined, missing);

/** From wherever the window is. */
async function archive(window: Page): Promise<void> {
  await window.reload();
  const again = window.getByRole('button', { name: /^Archive (now|again)$/ });
  await again.click();
}

function question(window: Page) {
  return window.getByRole('dialog', { name: 'Has this account moved?' });
}

/** Every message file: path → bytes as Latin-1. */
function messageFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const messages = paths.filter(path => path.endsWith('.eml') && !path.startsWith('.')).sort();
  return Object.fromEntries(
    messages.map(path => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

function recorded(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, '.mailstow', 'account.json'), 'utf8'));
}

test('a server of another name: the run goes on by itself and says so', async ({
  window,
  host,
  home,
  account,
}) => {
  const before = messageFiles(host.folder);
  expect(Object.keys(before)).toHaveLength(90);
  await account.moveTo({ ...home, host: 'localhost' });
  await archive(window);
  // The page of the run before said that nothing is missing, too.
  await expect(window.getByText(/Nothing is missing\. No new messages\./)).toBeVisible();
  await window.getByText('1 thing to know').click();
  await expect(window.getByText(/90 of 90 messages compared are the same/)).toBeVisible();
  await expect(question(window)).toBeHidden();
  expect(messageFiles(host.folder)).toEqual(before);
  expect(recorded(host.folder)).toMatchObject({
    host: 'localhost',
    former: [{ host: '127.0.0.1' }],
  });
});

test('a user of another name: one question, which may be left', async ({
  window,
  dovecot,
  host,
  home,
  account,
}) => {
  const before = messageFiles(host.folder);
  const user = await renameUser(dovecot, home.user, `${home.user.name}-renamed`);
  await account.moveTo({ ...home, user });
  await archive(window);
  await expect(question(window)).toContainText(
    `This folder holds the mail of ${home.user.name} on 127.0.0.1. Is ${user.name} on 127.0.0.1 the same mail, moved?`,
  );
  await lookAt(window, '24-moved');
  await question(window).getByRole('button', { name: 'Cancel' }).click();
  await expect(question(window)).toBeHidden();
  await expect(window.getByRole('alert')).toContainText('the same mail, moved?');
  await lookAt(window, '25-moved-left');
  expect(recorded(host.folder)).toEqual({ user: home.user.name, host: '127.0.0.1' });

  await window.getByRole('button', { name: 'Yes, it moved' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  expect(messageFiles(host.folder)).toEqual(before);
  expect(recorded(host.folder)).toMatchObject({ user: user.name });
  await archive(window);
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
});

test('the mail copied to a second server: nothing is downloaded twice', async ({
  window,
  host,
  second,
  secondWire,
  account,
}) => {
  const before = messageFiles(host.folder);
  const user = await second.user();
  await deliverMoved(second, user);
  await account.moveTo({ host: 'localhost', port: secondWire.port, user });
  await archive(window);
  await expect(question(window)).toBeVisible();
  await question(window).getByRole('button', { name: 'Yes, it moved' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
  // The question and the renaming together.
  expect(secondWire.sent).toBeLessThan((2 * movingBytes) / 50);
  const after = messageFiles(host.folder);
  expect(Object.keys(after)).not.toEqual(Object.keys(before));
  expect(Object.values(after).sort()).toEqual(Object.values(before).sort());
});

test("another account's mail is refused, whatever is said", async ({
  window,
  host,
  second,
  secondWire,
  account,
}) => {
  const before = messageFiles(host.folder);
  const user = await second.user();
  await second.deliver(user, 'INBOX', { bytes: Buffer.from('Subject: Mine\r\n\r\nMine.\r\n') });
  await account.moveTo({ host: 'localhost', port: secondWire.port, user });
  await archive(window);
  await expect(window.getByRole('alert')).toContainText('does not have the same mail');
  await expect(question(window)).toBeHidden();
  await lookAt(window, '26-other-account');
  await call(window, 'runs.start', { accountId: account.id, moved: true });
  await expect
    .poll(async () => (await call(window, 'runs.list', undefined))[0]?.failure?.code)
    .toBe('account-not-recognised');
  expect(messageFiles(host.folder)).toEqual(before);
});
