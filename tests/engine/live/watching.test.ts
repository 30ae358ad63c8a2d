import { describe, expect, test, vi } from 'vitest';
import { test as inBoth } from '../../both-layouts.ts';
import { watchedServer } from './a-watch.ts';
import { letter, offering } from './offering.ts';

const mailboxes = () => [
  { name: 'INBOX', messages: [letter('one')] },
  { name: 'Work', messages: [letter('w')] },
];
const texts = (stored: Record<string, string>) => Object.values(stored).sort();

describe('with NOTIFY', () => {
  inBoth(
    'mail in any mailbox is stored at once, on the same connection, and only where something changed',
    async () => {
      const capabilities = offering('NOTIFY', 'IDLE', 'CONDSTORE', 'QRESYNC');
      const watch = await watchedServer({ mailboxes: mailboxes(), capabilities });
      const { server, next } = watch;
      expect(await next('watching')).toEqual({ event: 'watching', by: 'notify' });
      const set = server.commands.find(({ name }) => name === 'NOTIFY');
      expect(set?.line).toMatch(
        /NOTIFY SET STATUS \(personal \(MessageNew MessageExpunge FlagChange MailboxName\)\)$/,
      );
      const before = server.commands.length;
      server.mailbox('Work').append(letter('x'), letter('y'));
      const round = await next('round', ({ stored }) => stored.length > 0);
      expect(round.stored).toEqual([{ mailbox: 'Work', messages: 2 }]);
      expect(round.result.verdict).toMatchObject({ state: 'complete', archived: 4 });
      expect(texts(watch.stored())).toEqual(['one', 'w', 'x', 'y'].map(letter).sort());
      await next('watching');
      const since = server.commands.slice(before);
      expect(since.map(({ line }) => line.replace(/^\S+ /, ''))).toEqual([
        'NOTIFY NONE',
        'NAMESPACE',
        expect.stringMatching(/^LIST .*STATUS/),
        // QRESYNC tells what changed.
        'EXAMINE "Work" (QRESYNC (1 1))',
        expect.stringMatching(/^UID SEARCH .* UID 2:/),
        'UID FETCH 1 (UID INTERNALDATE RFC822.SIZE)',
        expect.stringMatching(/^UID FETCH 2:3 .*BODY\.PEEK\[\]/),
        'UNSELECT',
        expect.stringContaining('NOTIFY SET STATUS'),
      ]);
      expect(server.connections).toHaveLength(1);
    },
  );

  test('the flags that others set can wait, and a server that knows less of events is asked for less', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('NOTIFY', 'CONDSTORE'),
      notifyEvents: ['MESSAGENEW', 'MESSAGEEXPUNGE', 'MAILBOXNAME'],
    });
    const { server, clock, next } = watch;
    await next('watching');
    expect(server.commands.filter(({ name }) => name === 'NOTIFY')).toHaveLength(2);
    server.mailbox('INBOX').expunge(1);
    const round = next('round', ({ result }) => result.verdict.onServer === 1);
    let isOver = false;
    void round.then(() => {
      isOver = true;
    });
    while (!isOver) await clock.pass(5_000);
    // What is gone from the server stays here.
    expect(texts(watch.stored())).toEqual(['one', 'w'].map(letter).sort());
  });

  test('a server that is silent for a while is asked whether it is there', async () => {
    const { server, clock, next } = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('NOTIFY'),
    });
    await next('watching');
    await clock.pass(2 * 60_000);
    await server.received(({ name }) => name === 'NOOP');
  });
});

describe('with IDLE', () => {
  inBoth(
    'mail in the inbox is stored at once, that of others after a minute, by one question for all',
    async () => {
      const capabilities = offering('IDLE', 'CONDSTORE');
      const watch = await watchedServer({ mailboxes: mailboxes(), capabilities });
      const { server, clock, next } = watch;
      expect(await next('watching')).toEqual({ event: 'watching', by: 'idle' });
      await server.received(({ name }) => name === 'IDLE');
      server.mailbox('INBOX').append(letter('two'));
      expect((await next('round', ({ stored }) => stored.length > 0)).stored).toEqual([
        { mailbox: 'INBOX', messages: 1 },
      ]);
      await next('watching');
      const idles = () => server.commands.filter(({ name }) => name === 'IDLE').length;
      await vi.waitFor(() => expect(idles()).toBe(2));
      server.mailbox('Work').append(letter('x'));
      const before = server.commands.length;
      await clock.pass(60_000);
      expect((await next('round', ({ stored }) => stored.length > 0)).stored).toEqual([
        { mailbox: 'Work', messages: 1 },
      ]);
      expect(server.commands[before]?.line).toMatch(/LIST .*STATUS/);
      expect(texts(watch.stored())).toEqual(['one', 'two', 'w', 'x'].map(letter).sort());
    },
  );

  test('it is issued again before a server ends it, and one mailbox alone asks for nothing else', async () => {
    const { server, clock, next } = await watchedServer(
      { mailboxes: mailboxes(), capabilities: offering('IDLE') },
      { mailboxes: ['INBOX'] },
    );
    await next('watching');
    await server.received(({ name }) => name === 'IDLE');
    const before = server.commands.length;
    for (let issued = 1; issued <= 3; issued += 1) {
      await clock.pass(5 * 60_000);
      await vi.waitFor(() => expect(server.commands).toHaveLength(before + issued));
    }
    expect(server.commands.slice(before).map(({ name }) => name)).toEqual(['IDLE', 'IDLE', 'IDLE']);
    server.mailbox('INBOX').append(letter('two'));
    expect((await next('round', ({ stored }) => stored.length > 0)).stored).toHaveLength(1);
  });

  test('what came between a round and the next IDLE is seen when the mailbox is opened', async () => {
    let isFirst = true;
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('IDLE', 'CONDSTORE'),
      onCommand: ({ name, line }) => {
        if (name !== 'EXAMINE' || line.includes('CONDSTORE') || !isFirst) return undefined;
        isFirst = false;
        watch.server.mailbox('INBOX').append(letter('between'));
        return undefined;
      },
    });
    await watch.next('round', ({ stored }) => stored.length > 0);
    await watch.next('round', ({ stored }) => stored.length > 0);
    expect(texts(watch.stored())).toContain(letter('between'));
  });
});

describe('with neither', () => {
  inBoth('all mailboxes are asked for, again and again', async () => {
    const capabilities = offering().filter(each => each !== 'LIST-STATUS');
    const watch = await watchedServer({ mailboxes: mailboxes(), capabilities });
    const { server, clock, next } = watch;
    expect(await next('watching')).toEqual({ event: 'watching', by: 'polling' });
    server.mailbox('Work').append(letter('x'));
    const before = server.commands.length;
    await clock.pass(30_000);
    const round = await next('round', ({ stored }) => stored.length > 0);
    expect(round.stored).toEqual([{ mailbox: 'Work', messages: 1 }]);
    const since = server.commands.slice(before).map(({ name }) => name);
    expect(since.slice(0, 2)).toEqual(['STATUS', 'STATUS']);
    // Of the inbox nothing is new, so that nothing more is asked.
    expect(
      server.commands.slice(before).filter(each => / EXAMINE "?INBOX/.test(each.line)),
    ).toEqual([]);
  });

  test('a server that refuses what it offers is asked instead', async () => {
    const watch = await watchedServer({
      mailboxes: mailboxes(),
      capabilities: offering('IDLE', 'NOTIFY'),
      onCommand: ({ name, tag }) =>
        name === 'IDLE' || name === 'NOTIFY' ? `${tag} BAD Not today\r\n` : undefined,
    });
    expect(await watch.next('watching')).toEqual({ event: 'watching', by: 'idle' });
    expect(await watch.next('watching')).toEqual({ event: 'watching', by: 'polling' });
  });
});
