import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Waits } from '../../../electron/services/accounts/waits.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { anApp } from '../an-app.ts';

/** Milliseconds; the shortest time that a server has to answer in is 20 s. */
const soon = 2_000;

async function accountAt(options: ServerOptions) {
  const server = await startServer(options);
  onTestFinished(() => server.stop());
  const settings = { host: '127.0.0.1', port: server.port, security: 'none' as const };
  return { server, access: { server: settings, user: 'user', password: 'secret', waitId: 'one' } };
}

/** Until the server has heard it, or stands connected where it says nothing from the start. */
async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await new Promise(resolve => setTimeout(resolve, 5));
}

const silentFrom = (command: string): ServerOptions => ({
  capabilities: ['IMAP4rev1'],
  mailboxes: [{ name: 'INBOX', messages: ['Subject: x\r\n\r\n'] }],
  onCommand: ({ name }) => (name === command ? 'silent' : 'default'),
});

describe('a wait for a silent server ends as soon as a person wants it to', () => {
  test.each([
    ['accounts.test', 'LOGIN'],
    ['accounts.mailboxes', 'LOGIN'],
    ['accounts.mailboxes', 'LIST'],
    ['accounts.mailboxes', 'STATUS'],
    ['accounts.count', 'EXAMINE'],
    ['accounts.count', 'UID FETCH'],
  ] as const)('%s, silent at %s', async (name, command) => {
    const { server, access } = await accountAt(silentFrom(command));
    const { app, call } = anApp();
    const asked = app.call(name, access);
    await until(() => server.commands.some(each => each.name === command));
    const began = performance.now();
    await call('accounts.cancel', { waitId: 'one' });
    const answer = await asked;
    expect(performance.now() - began).toBeLessThan(soon);
    const failure = { kind: 'stopped' };
    expect(answer).toMatchObject(
      name === 'accounts.test'
        ? { ok: true, value: { result: 'failed', failure } }
        : { ok: false, failure },
    );
    await until(() => server.connections.every(({ open }) => !open));
  });

  test('also one that does not even greet', async () => {
    const { server, access } = await accountAt({ greeting: 'silent' });
    const { app, call } = anApp();
    const asked = app.call('accounts.test', access);
    await until(() => server.connections.length === 1);
    await call('accounts.cancel', { waitId: 'one' });
    expect(await asked).toMatchObject({ value: { failure: { kind: 'stopped' } } });
    await until(() => server.connections.every(({ open }) => !open));
  });

  test('and when Mailstow is closed', async () => {
    const { server, access } = await accountAt(silentFrom('LIST'));
    const { app } = anApp();
    const asked = app.call('accounts.mailboxes', access);
    await until(() => server.commands.some(each => each.name === 'LIST'));
    await app.close();
    expect(await asked).toMatchObject({ ok: false, failure: { kind: 'stopped' } });
  });
});

test('a wait that is over, or was never begun, cannot be cancelled, and that is no fault', async () => {
  const { access } = await accountAt({});
  const { call } = anApp();
  await call('accounts.cancel', { waitId: 'one' });
  expect(await call('accounts.test', access)).toEqual({ result: 'ok' });
  await call('accounts.cancel', { waitId: 'one' });
});

test('whatever order waits begin and are cancelled in, each ends only those of its name', async () => {
  const act = fc.record({ waitId: fc.constantFrom('a', 'b', 'c'), cancels: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
      const waits = new Waits();
      const running = new Map<string, AbortSignal>();
      const ended: Promise<unknown>[] = [];
      for (const { waitId, cancels } of acts) {
        if (cancels) waits.cancel(waitId);
        else {
          const work = (signal: AbortSignal) => {
            running.set(waitId, signal);
            return new Promise(resolve => signal.addEventListener('abort', resolve));
          };
          ended.push(waits.during(waitId, work));
        }
        if (cancels) running.delete(waitId);
        for (const signal of running.values()) expect(signal.aborted).toBe(false);
      }
      waits.cancelAll();
      await Promise.all(ended);
    }),
  );
});
