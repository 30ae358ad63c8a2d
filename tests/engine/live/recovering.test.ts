import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { FolderLock } from '../../../electron/engine/archive/disk/folder-lock.ts';
import { test as inBoth } from '../../both-layouts.ts';
import { watchedServer } from './a-watch.ts';
import { letter, offering } from './offering.ts';

const mailboxes = () => [{ name: 'INBOX', messages: [letter('one')] }];

describe('a watch goes on', () => {
  inBoth('after a BYE, and what came in the meantime is stored', async () => {
    const capabilities = offering('NOTIFY', 'IDLE', 'CONDSTORE');
    const watch = await watchedServer({ mailboxes: mailboxes(), capabilities });
    const { server, next } = watch;
    await next('watching');
    const [connection] = server.connections;
    await connection?.send('* BYE Down for a moment\r\n');
    connection?.end('close');
    const { failure, milliseconds } = await next('away');
    expect(failure.serverText).toBe('Down for a moment');
    expect(milliseconds).toBeLessThanOrEqual(1_000);
    server.mailbox('INBOX').append(letter('two'));
    expect((await next('round', ({ stored }) => stored.length > 0)).result.stored).toBe(1);
    expect(server.connections).toHaveLength(2);
  });

  test('after a line that is dead: what is not answered in time is made again', async () => {
    const isDead = (connection: number) => connection === 1 && isIdle;
    let isIdle = false;
    const watch = await watchedServer(
      {
        mailboxes: mailboxes(),
        capabilities: offering('NOTIFY', 'CONDSTORE'),
        onCommand: ({ connection }) => (isDead(connection) ? 'silent' : undefined),
      },
      {},
      1_000,
    );
    const { clock, next } = watch;
    await next('watching');
    isIdle = true;
    await clock.pass(2 * 60_000);
    expect((await next('away')).failure.kind).toBe('no-answer');
    await next('watching');
    expect(watch.server.connections).toHaveLength(2);
  });

  test('after a sleep: the connection has to prove at once that it stands', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('IDLE'),
    });
    const { server, clock, next } = watch;
    await next('watching');
    await server.received(({ name }) => name === 'IDLE');
    // The clock is ahead, and nothing that waits noticed: as after a sleep.
    clock.advance(45_000);
    await vi.waitFor(() =>
      expect(server.commands.filter(({ name }) => name === 'IDLE')).toHaveLength(2),
    );
  });

  test('with longer and longer waits where a server turns it away, and at once where one stood', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('NOTIFY'),
      greeting: connection =>
        connection === 1 || connection > 5 ? '* OK Ready\r\n' : '* BYE Too busy\r\n',
    });
    const { server, clock, next } = watch;
    await next('watching');
    server.connections[0]?.end('reset');
    const waits: number[] = [];
    for (let loss = 1; loss <= 5; loss += 1) {
      waits.push((await next('away')).milliseconds);
      await clock.pass(60_000);
    }
    await next('watching');
    expect(waits).toEqual([375, 750, 1_500, 3_000, 6_000]);
  });

  test('while others have the archive, and with all that came once they have let go of it', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('NOTIFY', 'CONDSTORE'),
    });
    const { server, folder, clock, next } = watch;
    await next('watching');
    const own = resolve(folder, '.mailstow');
    mkdirSync(join(own), { recursive: true });
    const lock = await FolderLock.acquire(own, folder);
    server.mailbox('INBOX').append(letter('two'));
    expect((await next('away')).failure.kind).toBe('folder-in-use');
    lock.release();
    await clock.pass(60_000);
    expect((await next('round', ({ stored }) => stored.length > 0)).result.stored).toBe(1);
  });

  test('once it is let go on by whoever needed the archive', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('NOTIFY', 'CONDSTORE'),
    });
    const { server, control, events, next } = watch;
    await next('watching');
    await control.hold();
    server.mailbox('INBOX').append(letter('two'));
    await server.received(({ line }) => line.endsWith('NOTIFY NONE'));
    const lock = await FolderLock.acquire(resolve(watch.folder, '.mailstow'), watch.folder);
    lock.release();
    expect(events.filter(({ event }) => event === 'round')).toHaveLength(1);
    control.release();
    expect((await next('round')).result.stored).toBe(1);
  });
});

describe('a watch ends', () => {
  test('with a password that is wrong, asked for once', async () => {
    const watch = await watchedServer(
      { mailboxes: mailboxes() },
      { credentials: { user: 'user', password: 'wrong' } },
    );
    await expect(watch.ended).rejects.toMatchObject({ kind: 'login-refused' });
    expect(watch.server.connections).toHaveLength(1);
  });

  inBoth('when it is told to, with everything on disk', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('IDLE'),
    });
    await watch.next('watching');
    watch.stop();
    await expect(watch.ended).rejects.toMatchObject({ kind: 'stopped' });
    expect(Object.values(watch.stored())).toEqual([letter('one')]);
  });
});
