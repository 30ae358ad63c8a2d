import { describe, expect } from 'vitest';
import type { RunEvent } from '../../../../shared/model/run.ts';
import { test } from '../../../both-layouts.ts';
import {
  accountAt,
  eventsOf,
  numbered,
  scriptedAccount,
  storedIn,
  type TestAccount,
} from '../test-account.ts';

const header = 'Subject: Large\r\n\r\n';
const piece = 'x'.repeat(65_536);
const pieces = 460;
/** A message too large for the buffers between server and run, so that reading can be seen to stop. */
const large = {
  size: header.length + pieces * piece.length,
  *chunks() {
    yield Buffer.from(header);
    for (let sent = 0; sent < pieces; sent += 1) yield Buffer.from(piece);
  },
};
const largeText = header + piece.repeat(pieces);
const small = 'Subject: Small\r\n\r\nFirst.\r\n';
const smallAndLarge = { name: 'INBOX', messages: [small, { bytes: large }] };

/** Resolves with the first event of that name. */
function first(account: TestAccount, name: RunEvent['event']): Promise<RunEvent> {
  return new Promise(resolve => {
    account.onEvent = event => {
      if (event.event === name) resolve(event);
    };
  });
}

describe('pause and resume', () => {
  test('nothing is asked while the run is paused', async () => {
    const { mailbox, files } = numbered(3);
    const account = await scriptedAccount({ mailboxes: [mailbox] });
    const paused = new Promise<void>(resolve => {
      account.onEvent = ({ event }) => {
        if (event !== 'mailbox') return;
        account.control.pause();
        resolve();
      };
    });
    const run = account.run();
    await paused;
    expect(account.control.isPaused).toBe(true);
    // Another whole run on the same server is time enough.
    await accountAt({ port: account.server.port }).run();
    const ofFirst = account.server.commands.filter(({ connection }) => connection === 1);
    expect(ofFirst.some(({ name }) => name === 'UID FETCH')).toBe(false);
    account.control.resume();
    expect(await run).toMatchObject({ stored: 3, problems: [] });
    expect(storedIn(account.folder)).toEqual(files());
  });

  test('a pause longer than the silence that is allowed costs no connection', async () => {
    const timeout = 1_000;
    const account = await scriptedAccount(
      {
        mailboxes: [smallAndLarge],
        beforeFetchResponse: ({ uid }) => {
          if (uid === 2) account.control.pause();
          return undefined;
        },
      },
      { timeout },
    );
    const run = account.run();
    await account.server.received(({ name }) => name === 'UID FETCH');
    // The time itself is what is tested: more than twice the silence that would end a connection.
    await new Promise(resolve => setTimeout(resolve, 2.5 * timeout));
    expect(account.server.bytesSent).toBeLessThan(large.size);
    account.control.resume();
    expect(await run).toMatchObject({ stored: 2, problems: [] });
    expect(account.server.connections).toHaveLength(1);
    expect(Object.values(storedIn(account.folder))).toEqual([small, largeText]);
  });

  test('nor does a server that is silent in the meantime', async () => {
    const { mailbox } = numbered(3);
    const timeout = 1_000;
    const account = await scriptedAccount(
      {
        mailboxes: [mailbox],
        onCommand: ({ name }) => {
          if (name !== 'UID FETCH') return 'default';
          account.control.pause();
          return { delay: 1.5 * timeout };
        },
      },
      { timeout },
    );
    const run = account.run();
    await account.server.received(({ name }) => name === 'UID FETCH');
    // Again the time itself is what is tested.
    await new Promise(resolve => setTimeout(resolve, 2 * timeout));
    account.control.resume();
    expect(await run).toMatchObject({ stored: 3, problems: [] });
    expect(account.server.connections).toHaveLength(1);
  });

  test('a server that hangs up in the meantime is connected to again', async () => {
    let isPaused: () => void = () => undefined;
    const paused = new Promise<void>(resolve => {
      isPaused = resolve;
    });
    const account = await scriptedAccount({
      mailboxes: [smallAndLarge],
      beforeFetchResponse: ({ uid, connection }) => {
        if (uid !== 2 || connection > 1) return undefined;
        account.control.pause();
        isPaused();
        return undefined;
      },
    });
    const run = account.run();
    await paused;
    account.server.connections[0]?.destroy();
    account.control.resume();
    expect(await run).toMatchObject({ stored: 2, problems: [] });
    expect(account.server.connections).toHaveLength(2);
    expect(Object.values(storedIn(account.folder))).toEqual([small, largeText]);
  });

  test('a paused run can be stopped', async () => {
    const account = await scriptedAccount({ mailboxes: [numbered(3).mailbox] });
    account.onEvent = ({ event }) => {
      if (event !== 'mailbox') return;
      account.control.pause();
      setImmediate(() => account.stop());
    };
    await expect(account.run()).rejects.toMatchObject({ failure: { kind: 'stopped' } });
    expect(storedIn(account.folder)).toEqual({});
  });
});

describe('stop', () => {
  test('what was received whole stays, and the next run goes on behind it', async () => {
    const { texts } = numbered(3);
    const messages = [...texts, { bytes: large }, ...texts];
    const account = await scriptedAccount({
      mailboxes: [{ name: 'INBOX', messages }],
      beforeFetchResponse: ({ uid, connection }) =>
        uid === 4 && connection === 1 ? { stop: { at: 5, how: 'silent' } } : undefined,
    });
    const run = account.run();
    const ended = expect(run).rejects.toMatchObject({ failure: { kind: 'stopped', scope: 'run' } });
    const received = first(account, 'progress');
    await received;
    account.stop();
    await ended;
    expect(Object.values(storedIn(account.folder))).toEqual(texts);
    expect(eventsOf(account, 'problem')).toEqual([]);
    expect(eventsOf(account, 'warning')).toEqual([]);
  });

  test('at any command', async () => {
    for (const command of ['CAPABILITY', 'LOGIN', 'LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH']) {
      const account = await scriptedAccount({
        mailboxes: [numbered(3).mailbox],
        greeting: '* OK Ready\r\n',
        onCommand: ({ name }) => (name === command ? 'silent' : 'default'),
      });
      const run = account.run({ mailboxes: 'all', connections: 2 });
      const ended = expect(run).rejects.toMatchObject({ failure: { kind: 'stopped' } });
      await account.server.received(({ name }) => name === command);
      account.stop();
      await ended;
    }
  });
});
