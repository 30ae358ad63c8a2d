import { describe, expect, test } from 'vitest';
import { RunProgress } from '../../../../electron/services/runs/run-progress.ts';
import { eventsOf, numbered, scriptedAccount, type TestAccount } from '../test-account.ts';

const sized = ['IMAP4rev1', 'LITERAL+', 'ID', 'NAMESPACE', 'LIST-EXTENDED', 'SPECIAL-USE'].concat(
  'LIST-STATUS',
  'STATUS=SIZE',
);
const large = `Subject: Large\r\n\r\n${'x'.repeat(8_000_000)}\r\n`;

/** What a window would see after each event. */
function seen({ events }: TestAccount) {
  const progress = new RunProgress('account');
  return events.map(event => {
    progress.apply(event);
    return progress.state();
  });
}

function expectRising(values: readonly number[]): void {
  expect(values).toEqual(values.toSorted((a, b) => a - b));
}

describe.each(['flat', 'folders'] as const)('progress of a run (%s)', layout => {
  const all = { mailboxes: 'all', layout, extension: layout === 'flat' ? '.txt' : '.eml' } as const;

  test('totals are known from the start and never change; nothing falls', async () => {
    const { mailbox, texts } = numbered(30);
    const account = await scriptedAccount({
      capabilities: sized,
      mailboxes: [mailbox, { name: 'Sent', messages: texts.slice(0, 7) }, { name: 'Empty' }],
    });
    await account.run(all);
    const bytes = [...texts, ...texts.slice(0, 7)].join('').length;
    const states = seen(account).filter(({ mailboxes }) => mailboxes.length > 0);
    expect(new Set(states.map(state => state.messages))).toEqual(new Set([37]));
    expect(new Set(states.map(state => state.bytes))).toEqual(new Set([bytes]));
    expect(states[0]).toMatchObject({
      fraction: 0,
      mailboxes: [{ onServer: 30 }, { onServer: 7 }, { onServer: 0 }],
    });
    expectRising(states.map(({ fraction = 0 }) => fraction));
    expectRising(states.map(({ done }) => done));
    expectRising(states.map(({ received }) => received));
    expect(states.at(-1)).toMatchObject({ fraction: 1, done: 37, stored: 37, received: bytes });
  });

  test('one large message moves the bar while it arrives', async () => {
    for (const capabilities of [sized, ['IMAP4rev1', 'LITERAL+']]) {
      const account = await scriptedAccount({
        capabilities,
        mailboxes: [{ name: 'INBOX', messages: [large] }],
      });
      await account.run(all);
      const shares = eventsOf(account, 'progress').map(({ share }) => share);
      expectRising(shares);
      expect(shares.some(share => share > 0 && share < 1)).toBe(true);
      expect(shares.at(-1)).toBe(1);
    }
  });

  test('a row shows what is on disk already, and expects the bytes of the rest', async () => {
    const { mailbox, texts } = numbered(20);
    const account = await scriptedAccount({ capabilities: sized, mailboxes: [mailbox] });
    await account.run(all);
    const more = 'Subject: More\r\n\r\nBody.\r\n';
    account.server.mailbox('INBOX').append(more);
    account.events.length = 0;
    await account.run(all);
    expect(eventsOf(account, 'mailbox')).toEqual([
      {
        event: 'mailbox',
        mailbox: 'INBOX',
        onServer: 21,
        selected: 21,
        toFetch: 1,
        bytesToFetch: more.length,
      },
    ]);
    const states = seen(account);
    const opened = states.find(({ mailboxes }) => mailboxes[0]?.state === 'running');
    const part = texts.join('').length / (texts.join('').length + more.length);
    expect(opened).toMatchObject({
      mailboxes: [{ onServer: 21, archived: 20, toFetch: 1 }],
      done: 20,
    });
    expect(opened?.fraction).toBeCloseTo(part);
  });

  test('a connection that breaks in a large message does not set it back', async () => {
    const account = await scriptedAccount({
      capabilities: sized,
      mailboxes: [{ name: 'INBOX', messages: [large, 'Subject: x\r\n\r\nx\r\n'] }],
      beforeFetchResponse: ({ uid, connection }) =>
        uid === 1 && connection === 1 ? { stop: { at: 6_000_000, how: 'reset' } } : undefined,
    });
    await account.run(all);
    const states = seen(account);
    expectRising(states.map(({ fraction = 0 }) => fraction));
    expectRising(states.map(({ received }) => received));
    expect(states.at(-1)).toMatchObject({ fraction: 1, stored: 2 });
  });

  test('without sizes the mailboxes are what is counted, and no time is guessed', async () => {
    const { mailbox, texts } = numbered(10);
    const account = await scriptedAccount({
      capabilities: ['IMAP4rev1', 'LITERAL+'],
      mailboxes: [mailbox, { name: 'Sent', messages: texts.slice(0, 2) }],
    });
    await account.run(all);
    const states = seen(account).filter(({ mailboxes }) => mailboxes.length > 0);
    expect(
      states.every(
        ({ messages, bytes, secondsLeft }) =>
          messages === undefined && bytes === undefined && secondsLeft === undefined,
      ),
    ).toBe(true);
    expectRising(states.map(({ fraction = 0 }) => fraction));
    expect(states.map(({ fraction }) => fraction)).toContain(0.5);
    expect(states.at(-1)?.fraction).toBe(1);
  });

  test('where sizes are to be counted first they are, once for each new mailbox, and time can be told', async () => {
    const { mailbox, texts } = numbered(10);
    const account = await scriptedAccount({
      capabilities: ['IMAP4rev1', 'LITERAL+'],
      mailboxes: [mailbox, { name: 'Sent', messages: texts.slice(0, 2) }, { name: 'Empty' }],
    });
    const asked = () =>
      account.server.commands.filter(({ line }) => line.endsWith('(UID RFC822.SIZE)')).length;
    await account.run({ ...all, countFirst: true });
    const bytes = [...texts, ...texts.slice(0, 2)].join('').length;
    const states = seen(account).filter(({ mailboxes }) => mailboxes.length > 0);
    expect(new Set(states.map(state => state.bytes))).toEqual(new Set([bytes]));
    expectRising(states.map(({ fraction = 0 }) => fraction));
    expect(eventsOf(account, 'mailbox').map(({ bytesToFetch }) => bytesToFetch)).toEqual([
      texts.join('').length,
      texts.slice(0, 2).join('').length,
      0,
    ]);
    expect(asked()).toBe(2);
    await account.run({ ...all, countFirst: true });
    expect(asked()).toBe(2);
  });
});
