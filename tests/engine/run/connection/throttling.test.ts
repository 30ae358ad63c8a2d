import { describe, expect } from 'vitest';
import { MailstowError } from '../../../../electron/engine/errors.ts';
import {
  throttled,
  waitedInVain,
  waitWhenThrottled,
} from '../../../../electron/engine/run/connection/throttling.ts';
import type { FailureScope } from '../../../../shared/model/failure.ts';
import { test } from '../../../both-layouts.ts';
import { eventsOf, numbered, scriptedAccount, storedIn } from '../test-account.ts';

function refusal(serverText: string, scope: FailureScope = 'message'): MailstowError {
  return new MailstowError('command-refused', {
    scope,
    args: { command: 'UID FETCH' },
    serverText,
  });
}

const of = (text: string, scope?: FailureScope) => throttled(refusal(text, scope).failure);

describe('what the server says when it wants a pause', () => {
  test.each([
    ['Request is throttled. Suggested Backoff Time: 299961 milliseconds', 299_961],
    ['[UNAVAILABLE] request is throttled. suggested backoff time 40 Milliseconds.', 40],
    ['[THROTTLED] Too fast', undefined],
    ['[OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)', undefined],
    ['[LIMIT] Bandwidth limit reached', undefined],
    ['[ALERT] Too many simultaneous connections. (Failure)', undefined],
    ['[LIMIT] Maximum number of connections from user+IP exceeded', undefined],
  ])('%s', (text, suggested) => {
    expect(of(text)).toEqual({ ofAccount: true, ...(suggested && { suggested }) });
  });

  test('[UNAVAILABLE] and [INUSE] are about one message when it is a FETCH that is refused', () => {
    expect(of('[UNAVAILABLE] Try later', 'mailbox')).toEqual({ ofAccount: false });
    expect(of('[INUSE] Locked', 'account')).toEqual({ ofAccount: false });
    expect(of('[UNAVAILABLE] Server error')).toBeUndefined();
  });

  test.each([
    '[NONEXISTENT] No such mailbox',
    '[LIMIT] Too many UIDs',
    '[OVERQUOTA] Over quota',
    '',
  ])('is not: %s', text => expect(of(text, 'account')).toBeUndefined());
});

describe('how long', () => {
  test('as the server says, but never more than five minutes', () => {
    expect(waitWhenThrottled(1, { ofAccount: true, suggested: 1234 })).toBe(1234);
    expect(waitWhenThrottled(2, { ofAccount: true, suggested: 86_400_000 })).toBe(300_000);
  });

  test('else longer each time, and six times at most', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(each => waitWhenThrottled(each, { ofAccount: true }));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, undefined]);
  });

  test('then it is the end for the account, or for what the server said it of', () => {
    const error = refusal('[THROTTLED] No');
    expect(waitedInVain(error, { ofAccount: true }).failure).toMatchObject({
      kind: 'unknown-response',
      scope: 'account',
      serverText: '[THROTTLED] No',
    });
    const mailbox = refusal('[INUSE] Locked', 'mailbox');
    expect(waitedInVain(mailbox, { ofAccount: false })).toBe(mailbox);
  });
});

describe('a run', () => {
  const { mailbox, files } = numbered(3);
  const outlook = (status: string) =>
    `${status} Request is throttled. Suggested Backoff Time: 20 milliseconds`;
  const waiting = { event: 'waiting', cause: 'pause-asked', milliseconds: 20 };

  test.each(['LOGIN', 'LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH'])(
    'waits when %s is put off',
    async command => {
      let refusals = 0;
      const account = await scriptedAccount({
        mailboxes: [mailbox],
        onCommand: ({ name, tag }) =>
          name === command && refusals < 4
            ? `${tag} ${outlook(refusals++ % 2 === 0 ? 'NO' : 'BAD')}\r\n`
            : 'default',
      });
      expect(await account.run({ mailboxes: 'all' })).toMatchObject({ stored: 3, problems: [] });
      expect(storedIn(account.folder)).toEqual(files());
      const waits = eventsOf(account, 'waiting');
      expect(waits.length).toBeGreaterThan(0);
      expect(waits[0]).toMatchObject(waiting);
      expect(waits[0]?.reason).toMatch(/asks us to slow down \(Request is throttled/);
    },
  );

  test('waits in the middle of a download and asks only for what is still missing', async () => {
    let refused = false;
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      beforeFetchResponse: ({ uid, items }) => {
        if (uid !== 2 || refused || !items.includes('BODY.PEEK[]')) return undefined;
        refused = true;
        return { refuse: outlook('NO') };
      },
    });
    expect(await account.run()).toMatchObject({ stored: 3, problems: [] });
    expect(eventsOf(account, 'waiting')).toHaveLength(1);
    const asked = account.server.commands.flatMap(
      ({ line }) => /UID FETCH (\S+).*BODY/.exec(line)?.[1] ?? [],
    );
    expect(asked).toEqual(['1:3', '2:3']);
  });

  test('ends when waiting does not help; the next one goes on', async () => {
    let isHeldBack = true;
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      beforeFetchResponse: ({ uid }) =>
        uid === 2 && isHeldBack ? { refuse: outlook('NO') } : undefined,
    });
    await expect(account.run()).rejects.toMatchObject({
      failure: {
        kind: 'unknown-response',
        scope: 'account',
        serverText: expect.stringMatching(/Suggested Backoff/),
      },
    });
    expect(eventsOf(account, 'waiting')).toHaveLength(6);
    expect(storedIn(account.folder)).toEqual(files([2, 3]));
    isHeldBack = false;
    expect(await account.run()).toMatchObject({ stored: 2 });
    expect(storedIn(account.folder)).toEqual(files());
  });

  test('is stopped while it waits', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag }) =>
        name === 'EXAMINE' ? `${tag} NO [THROTTLED] Slow down\r\n` : 'default',
    });
    account.onEvent = ({ event }) => {
      if (event === 'waiting') account.stop();
    };
    await expect(account.run()).rejects.toMatchObject({ failure: { kind: 'stopped' } });
  });

  test('that is told so in a farewell waits and reconnects', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: async ({ name, connection }) => {
        if (name !== 'UID FETCH' || connection > 1) return 'default';
        await account.server.connections[0]?.send(`* BYE ${outlook('').trim()}\r\n`);
        return 'close';
      },
    });
    expect(await account.run()).toMatchObject({ stored: 3, problems: [] });
    expect(eventsOf(account, 'waiting')).toMatchObject([waiting]);
    expect(account.server.connections).toHaveLength(2);
  });
});
