import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, vi } from 'vitest';
import { flatNameOf, test } from '../both-layouts.ts';
import { Random } from '../fixtures/mail/random.ts';
import { type Account, cleanUpAfterEach, setUp, uidValidity } from '../imapcl/scripted-account.ts';
import { times } from '../prove/in-proof.ts';
import type { Mailbox } from '../servers/scripted/mailbox.ts';
import { bigInbox, letter } from './big-mailbox.ts';
import { BodiesSent } from './bodies-sent.ts';
import { type RunEnd, runUntil, start } from './killed-run.ts';
import { differences } from './mail-files.ts';
import { memoryDisk } from './memory-disk.ts';

/** The server renumbers thousands of archived messages; hardly any of them may be fetched again. */
cleanUpAfterEach();

// Thousands of files and several whole runs in each; a test that is given up leaves its runs writing.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const kills = times(2, 50);
/** Messages of the mailbox, more than a portion of any step. */
const manyMessages = times(2_200, 5_000);

let bodies: BodiesSent;
let account: Account;
let mailbox: Mailbox;
let lettersSoFar: number;
/** What the server does when bodies are asked for. */
let onBodies: () => 'default' | 'silent';

beforeEach(async () => {
  bodies = new BodiesSent();
  onBodies = () => 'default';
  account = await setUp(
    {
      mailboxes: [bigInbox(manyMessages)],
      beforeFetchResponse: bodies.beforeFetchResponse,
      onCommand: ({ line }) => (/BODY\.PEEK\[\]/.test(line) ? onBodies() : 'default'),
    },
    memoryDisk(),
  );
  mailbox = account.server.mailbox('INBOX');
  lettersSoFar = manyMessages;
  expect(await start(account).ended).toMatchObject({ code: 0 });
  bodies.take();
});

/** The same messages in reverse: nearly every UID belonged to another message before. */
function reverse(value: number): void {
  const { length } = mailbox.uids;
  mailbox.rebuild(value, (_old, index) => length - index);
}

function appendLetters(count: number): void {
  for (let added = 0; added < count; added++) mailbox.append(letter(++lettersSoFar));
}

/** Bytes of whole messages that were sent since the last call. */
function bytesOfBodies(): number {
  return bodies.take().reduce((sum, uid) => sum + sizeOf(uid), 0);
}

function sizeOf(uid: number): number {
  const { bytes } = mailbox.message(uid);
  return typeof bytes === 'string' ? bytes.length : 0;
}

/** One hundredth of what the mailbox holds. */
function onePercent(): number {
  return mailbox.uids.reduce((sum, uid) => sum + sizeOf(uid), 0) / 100;
}

function superseded(value: number): string[] {
  const folder = join(account.place.out, '.mailstow/superseded/INBOX', `${value}`);
  return readdirSync(folder).map(name => flatNameOf(name) ?? name);
}

async function finish(): Promise<RunEnd> {
  const end = await start(account).ended;
  expect(end).toMatchObject({ code: 0 });
  expect(end.stderr).not.toMatch(/^Error/m);
  expect(differences(account.place.out, mailbox)).toEqual([]);
  expect(await uidValidity(account.place.out)).toBe(`INBOX=${mailbox.uidValidity}\n`);
  expect(readdirSync(join(account.place.out, '.mailstow/remap'))).toEqual([]);
  return end;
}

test(`${manyMessages} messages in another order: renamed, only the new ones fetched`, async () => {
  mailbox.expunge(1, manyMessages / 2, manyMessages);
  reverse(77);
  appendLetters(3);
  const { stdout, stderr } = await finish();
  expect(stdout).toBe(`Renamed ${manyMessages - 3} Messages\nStored 3 Messages\n`);
  expect(stderr).toContain(
    `INBOX: the server renumbered its messages; ${manyMessages - 3} were renamed`,
  );
  expect(bytesOfBodies()).toBeLessThan(onePercent());
  expect(superseded(1662988148).sort()).toEqual(
    [1, manyMessages / 2, manyMessages].map(uid => `MSG_INBOX_${uid}.txt`),
  );
  expect((await finish()).stdout).toBe('Stored 0 Messages\n');
  expect(bodies.take()).toEqual([]);
});

test('half of them gone, some new, some twins: every message is there once for each time the server has it', async () => {
  const twin = letter(77_777);
  const namesake = `${letter(77_777).bytes}But another text.\r\n`;
  mailbox.append(twin, twin, { ...twin, bytes: namesake });
  expect((await finish()).stdout).toBe('Stored 3 Messages\n');
  bodies.take();
  mailbox.expunge(...mailbox.uids.filter(uid => uid % 2 === 0 && uid <= manyMessages));
  reverse(78);
  appendLetters(5);
  await finish();
  expect(bytesOfBodies()).toBeLessThan(onePercent());
  expect(superseded(1662988148).length).toBeGreaterThanOrEqual(manyMessages / 2);
});

test('renumbered a second time while the first change is unfinished', async () => {
  appendLetters(4);
  reverse(79);
  let run = start(account);
  onBodies = () => {
    run.kill();
    return 'silent';
  };
  expect(await run.ended).toMatchObject({ killed: true });
  expect(readdirSync(join(account.place.out, '.mailstow/remap'))).toEqual([
    'INBOX.json',
    'INBOX.jsonl',
  ]);
  mailbox.rebuild(80, old => old + 3);
  appendLetters(2);
  run = start(account);
  expect(await run.ended).toMatchObject({ killed: true });
  onBodies = () => 'default';
  await finish();
  expect(bytesOfBodies()).toBeLessThan(onePercent());
});

test(`SIGKILL at ${kills} random moments of such changes: the next run finishes them`, {
  timeout: 3_600_000,
}, async () => {
  const random = new Random(3);
  let value = 100;
  const begin = performance.now();
  reverse(++value);
  await finish();
  // Milliseconds of a change that was not killed; the last one, because a machine has other things to do at times.
  let whole = performance.now() - begin;
  let killed = 0;
  for (let change = 0; killed < kills && change < 3 * kills; change++) {
    mailbox.expunge(...Array.from({ length: 5 }, () => random.integer(1, manyMessages)));
    reverse(++value);
    appendLetters(5);
    let bytes = 0;
    for (let attempt = 0; killed < kills; attempt++) {
      const begin = performance.now();
      const end = await runUntil(account, random.next() * whole);
      bytes += bytesOfBodies();
      if (!end.killed) {
        if (attempt === 0) whole = performance.now() - begin;
        break;
      }
      killed++;
    }
    await finish();
    bytes += bytesOfBodies();
    expect(bytes).toBeLessThan(onePercent());
  }
  expect(killed).toBe(kills);
});
