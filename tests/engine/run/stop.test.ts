import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LayoutName } from '../../../shared/model/run.ts';
import { test as inBothLayouts, storedMessages } from '../../both-layouts.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import {
  accountAt,
  numbered,
  pauseInFull,
  scriptedAccount,
  type TestAccount,
} from './test-account.ts';

/** Milliseconds. A second is promised; the machine of the tests does other things in the meantime. */
const soon = 3_000;
const layouts: readonly LayoutName[] = ['flat', 'folders'];
const { mailbox } = numbered(30);

// A pause that took no notice of the stop would be over soon otherwise.
pauseInFull();

async function stopsSoon(account: TestAccount, ended: Promise<unknown>): Promise<void> {
  const began = performance.now();
  account.stop();
  await expect(ended).rejects.toMatchObject({ failure: { kind: 'stopped' } });
  expect(performance.now() - began).toBeLessThan(soon);
}

/** A port that takes connections and says nothing on them; it tells when there is one. */
async function silentPort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const connected = once(server, 'connection').then(([socket]) => {
    socket.on('error', () => {});
    onTestFinished(() => void socket.destroy());
  });
  return { port: (server.address() as AddressInfo).port, connected };
}

describe('a run stops within a second', () => {
  test.each(['none', 'tls', 'starttls'] as const)(
    'while the server does not greet or shake hands (%s)',
    async security => {
      const { port, connected } = await silentPort();
      const account = accountAt({ port, security });
      const ended = account.run();
      ended.catch(() => {});
      await connected;
      await stopsSoon(account, ended);
    },
  );

  test('while a name is looked up or a host does not answer', async () => {
    // RFC 5737: nobody is there.
    const account = accountAt({ port: 993, host: '192.0.2.1' });
    const ended = account.run();
    ended.catch(() => {});
    await stopsSoon(account, ended);
  });

  test.each(
    layouts.flatMap(layout =>
      ['CAPABILITY', 'LOGIN', 'LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH'].map(
        command => [layout, command] as const,
      ),
    ),
  )('while it waits for the answer (%s, %s)', async (layout, command) => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      greeting: '* OK hello\r\n',
      onCommand: ({ name }) => (name === command ? 'silent' : 'default'),
    });
    const ended = account.run({ layout, mailboxes: 'all' });
    ended.catch(() => {});
    await account.server.received(({ name }) => name === command);
    await stopsSoon(account, ended);
  });

  const waits: Readonly<Record<string, ServerOptions>> = {
    'connection-lost': { onCommand: ({ name }) => (name === 'EXAMINE' ? 'close' : 'default') },
    'pause-asked': {
      onCommand: ({ name, tag }) => (name === 'LIST' ? `${tag} NO [THROTTLED] x\r\n` : 'default'),
    },
    'mailbox-busy': {
      onCommand: ({ name, tag }) => (name === 'EXAMINE' ? `${tag} NO [INUSE] x\r\n` : 'default'),
    },
    'login-refused': {
      onCommand: ({ name, tag, connection }) => {
        if (name === 'LOGIN' && connection > 1) return `${tag} NO [AUTHENTICATIONFAILED] x\r\n`;
        return name === 'EXAMINE' ? 'close' : 'default';
      },
    },
  };
  test.each(Object.keys(waits))('while it waits: %s', async cause => {
    const account = await scriptedAccount({ mailboxes: [mailbox], ...waits[cause] });
    const waiting = new Promise<void>(resolve => {
      account.onEvent = event => {
        if (event.event === 'waiting' && event.cause === cause) resolve();
      };
    });
    const ended = account.run({ mailboxes: 'all', patience: 600_000 });
    ended.catch(() => {});
    await waiting;
    await stopsSoon(account, ended);
  });

  test.each(layouts)('in the middle of a large message (%s)', async layout => {
    const account = await scriptedAccount({
      mailboxes: [{ name: 'INBOX', messages: [Buffer.alloc(50_000_000, 'x\r\n')] }],
      beforeFetchResponse: () => ({ stop: { at: 40_000_000, how: 'silent' } }),
    });
    const ended = account.run({ layout });
    ended.catch(() => {});
    await account.server.received(({ line }) => line.includes('BODY'));
    await stopsSoon(account, ended);
  });

  test('in the middle of 100,000 mailboxes in LIST, and of millions in SEARCH', async () => {
    function* rows() {
      for (let part = 0; part < 1_000; part++) {
        let text = '';
        for (let row = 0; row < 100; row++) text += `* LIST () "/" "Box ${part}-${row}"\r\n`;
        yield Buffer.from(text);
      }
      yield Buffer.from(`* ESEARCH (TAG "A1") UID ALL 1:4294967295\r\n`);
    }
    for (const command of ['LIST', 'UID SEARCH']) {
      const account = await scriptedAccount({
        mailboxes: [mailbox],
        onCommand: ({ name }) => (name === command ? rows() : 'default'),
      });
      const ended = account.run({ mailboxes: 'all' });
      ended.catch(() => {});
      await account.server.received(({ name }) => name === command);
      await stopsSoon(account, ended);
    }
  });

  test('while it is paused', async () => {
    const account = await scriptedAccount({ mailboxes: [mailbox] });
    account.onEvent = event => {
      if (event.event === 'connected') account.control.pause();
    };
    const ended = account.run();
    ended.catch(() => {});
    await account.server.received(({ name }) => name === 'LOGIN');
    await stopsSoon(account, ended);
  });

  test.each(layouts)('among mailboxes in which nothing changed (%s)', async layout => {
    const mailboxes = Array.from({ length: 60 }, (_, index) => numbered(1, `Box ${index}`).mailbox);
    const account = await scriptedAccount({ mailboxes });
    await account.run({ layout, mailboxes: 'all' });
    let done = 0;
    account.onEvent = event => {
      if (event.event === 'mailbox-done' && ++done === 10) account.stop();
    };
    const ended = account.run({ layout, mailboxes: 'all' });
    await expect(ended).rejects.toMatchObject({ failure: { kind: 'stopped' } });
    expect(done).toBeLessThan(60);
  });

  inBothLayouts('in the middle of a renumbering', async () => {
    const { mailbox: large, files } = numbered(3_000);
    const at = (uidValidity: number) => scriptedAccount({ mailboxes: [{ ...large, uidValidity }] });
    const before = await at(7);
    const { folder } = before;
    await before.run();

    const account = await at(8);
    const ended = account.run({ folder });
    let isOver = false;
    ended
      .catch(() => {})
      .then(() => {
        isOver = true;
      });
    const plan = join(folder, '.mailstow/remap/INBOX.json');
    while (!isOver && !existsSync(plan)) await nextTurn();
    await stopsSoon(account, ended);
    expect(JSON.parse(readFileSync(plan, 'utf8')).phase).not.toBe('fill');

    const again = await at(8);
    const result = await again.run({ folder });
    expect(result).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
    expect(existsSync(plan)).toBe(false);
    expect(Object.values(storedMessages(folder)).sort()).toEqual(Object.values(files()).sort());
  });
});
