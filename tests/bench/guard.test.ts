import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tracingMissing } from '../accidents/system-calls.ts';
import { bigMessage } from '../fixtures/mail/big-message.ts';
import { generateMessage, presets } from '../fixtures/mail/corpus.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import { bundleImapcl, CountedAccount } from './measure/counted-run.ts';
import { callsAMessage, type SystemCallCounts } from './measure/system-call-counts.ts';
import type { Round } from './round-relay.ts';

/**
 * What a run costs on a fast machine and a slow one alike, against what it cost when it was recorded.
 * Anyone who makes it cheaper records the new figure; anyone who makes it dearer has a reason to give here.
 */
let programs: string;
const accounts: CountedAccount[] = [];
beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'mailstow-guard-'));
  await bundleImapcl(programs);
});
afterEach(async () => {
  for (const account of accounts.splice(0)) await account.remove();
});
afterAll(() => rm(programs, { recursive: true }));

const messages = Array.from({ length: presets.S.count }, (_, seed) => ({
  bytes: generateMessage(seed, presets.S),
  flags: ['\\Seen'],
  internalDate: new Date(Date.UTC(2012, 0, 1, seed)),
}));
const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
const small: MailboxOptions = { name: 'INBOX', messages };
const spread = Array.from({ length: 11 }, (_, n) => ({
  name: n === 0 ? 'INBOX' : `Folder${n}`,
  messages: messages.filter((_message, index) => index % 11 === n),
}));
const bigSize = 60_000_000;
const big: MailboxOptions = { name: 'INBOX', messages: [{ bytes: bigMessage(bigSize, 1) }] };

async function fill(...mailboxes: readonly MailboxOptions[]): Promise<CountedAccount> {
  const account = await CountedAccount.fill(programs, mailboxes);
  accounts.push(account);
  return account;
}

describe('round trips, commands and bytes', () => {
  // ID, ENABLE and what follows need no answer of each other; a login has to be believed first. A mailbox
  // is listed as it is opened: all of it, or what came since.
  const beginning: readonly Round[] = [['LOGIN'], ['ID', 'ENABLE', 'EXAMINE', 'UID SEARCH']];
  // Some known messages are compared with the server's in the same round trip.
  const opening: readonly Round[] = [
    ['LOGIN'],
    ['ID', 'ENABLE', 'EXAMINE', 'UID SEARCH', 'UID FETCH'],
  ];
  // One LIST tells how all mailboxes stand.
  const listing: readonly Round[] = [['LOGIN'], ['ID', 'ENABLE', 'NAMESPACE', 'LIST']];
  const asking: Round = ['EXAMINE', 'UID SEARCH'];
  // 500 messages a command; two commands in flight, so that the server never waits for us.
  const fetching: Round = ['UID FETCH', 'UID FETCH'];
  // Bytes as recorded and a tenth: names, tags and numbers may grow a little, a question more may not.
  // Received is counted beside the messages' own bytes: about 114 a message, its flags, date and size.
  test('2,000 small messages, and nothing new among them', async () => {
    const account = await fill(small);
    const rounds = [...beginning, fetching, fetching];
    const first = await account.count(rounds);
    expect(first.stdout).toBe('Stored 2000 Messages\n');
    expect(awaited(first.rounds)).toEqual(rounds);
    expect(first.sent).toBeLessThanOrEqual(atMost(425));
    expect(first.received - bytes).toBeLessThanOrEqual(atMost(227_436));

    const again = await account.count(opening);
    expect(again.stdout).toBe('Stored 0 Messages\n');
    expect(awaited(again.rounds)).toEqual(opening);
    expect(again.sent).toBeLessThanOrEqual(atMost(270));
    expect(again.received).toBeLessThanOrEqual(atMost(3_500));
  });

  test('11 mailboxes, and nothing new in any', async () => {
    const account = await fill(...spread);
    const each: readonly Round[] = [asking, ['UID FETCH']];
    const rounds = [...listing, ...spread.flatMap(() => each)];
    const first = await account.count(rounds, '--all-mailboxes');
    expect(first.stdout).toBe('Stored 2000 Messages\n');
    expect(awaited(first.rounds)).toEqual(rounds);
    expect(first.sent).toBeLessThanOrEqual(atMost(1_790));
    expect(first.received - bytes).toBeLessThanOrEqual(atMost(227_848));

    const again = await account.count(listing, '--all-mailboxes');
    expect(again.stdout).toBe('Stored 0 Messages\n');
    expect(awaited(again.rounds)).toEqual(listing);
    expect(again.sent).toBeLessThanOrEqual(atMost(186));
    expect(again.received).toBeLessThanOrEqual(atMost(1_564));
  });

  test('one message of 60 MB is asked for once, as a whole', async () => {
    const account = await fill(big);
    const rounds = [...beginning, ['UID FETCH']];
    const first = await account.count(rounds);
    expect(first.stdout).toBe('Stored 1 Messages\n');
    expect(awaited(first.rounds)).toEqual(rounds);
    expect(first.sent).toBeLessThanOrEqual(atMost(203));
    expect(first.received - bigSize).toBeLessThanOrEqual(atMost(806));
  });

  /** Nobody waits for the answer to LOGOUT, which may come or not. */
  function awaited(rounds: readonly Round[]): Round[] {
    return rounds.filter(([command]) => command !== 'LOGOUT');
  }

  function atMost(recorded: number): number {
    return recorded * 1.1;
  }
});

const untraced = tracingMissing();
describe.skipIf(untraced !== undefined)(`system calls a message (${untraced ?? 'traced'})`, () => {
  /**
   * What a group costs is shared by its messages: each starts `sync`, which opens some thirty files
   * of its own, and a slow machine makes more groups. One call more for each message is far above.
   */
  const shared = 0.4;
  const none = { open: 0, write: 0, rename: 0, stat: 0, utimens: 0, close: 0 };
  // No sync of each file, and none of what a lock, a link or another owner a file would take.
  const never = { sync: 0, link: 0, mode: 0 };

  test('storing one is six calls, finding it there again is one', async () => {
    const empty = await fill({ name: 'INBOX' });
    const full = await fill(small);
    const first = callsAMessage(await full.trace(), await empty.trace(), messages.length);
    // A temporary file is opened, written, dated and closed; it is looked whether its name is free; it is renamed.
    const storing = { open: 1, write: 1, rename: 1, stat: 1, utimens: 1, close: 1 };
    expect(dearer(first, { ...storing, ...never })).toEqual([]);
    const again = callsAMessage(await full.trace(), await empty.trace(), messages.length);
    // A file that its owner cut short or deleted is noticed by looking at each.
    expect(dearer(again, { ...none, stat: 1, ...never })).toEqual([]);
  });

  function dearer(counted: SystemCallCounts, needed: SystemCallCounts): string[] {
    const kinds = Object.keys(needed) as (keyof SystemCallCounts)[];
    return kinds
      .filter(kind => counted[kind] > needed[kind] + shared)
      .map(kind => `${kind}: ${counted[kind]} a message, needed ${needed[kind]}`);
  }
});

describe.skipIf(process.platform !== 'linux')('peak memory of imapcl (needs Linux)', () => {
  const megabyte = 1_000_000;

  // Node with the program takes 67 MB, its writing thread and 8 MB of blocks most of the rest. Recorded
  // 105–108 MB; a copy kept of each message would add 29 MB, and no run may take more than 120 MB.
  test('4,000 small messages: none is kept once it is written', async () => {
    const message = (uid: number) => messages[(uid - 1) % messages.length] ?? { bytes: '' };
    const account = await fill({ name: 'INBOX', lazy: { count: 4_000, message } });
    expect(await account.peakMemory()).toBeLessThan(120 * megabyte);
  });

  // Recorded 93 MB, on a busy machine 101: pieces go to the file as they arrive. 110 is far from the 60 MB more of a message that waits.
  test('one message of 60 MB: it streams to its file', async () => {
    const account = await fill(big);
    expect(await account.peakMemory()).toBeLessThan(110 * megabyte);
  });
});
