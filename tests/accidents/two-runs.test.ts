import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect } from 'vitest';
import { test } from '../both-layouts.ts';
import {
  type Account,
  allFour,
  cleanUpAfterEach,
  setUp,
  stored,
} from '../imapcl/scripted-account.ts';
import type { CommandAnswer } from '../servers/scripted/options.ts';
import { type RunEnd, type StartedRun, start } from './killed-run.ts';

/** One run at a time owns a folder, and none owns it for longer than it lives. */
cleanUpAfterEach();

const folderInUse = 18;
/** The name of a computer that is not this one. */
const elsewhere = `not-${hostname()}`;
const simultaneousStarts = 3;

let account: Account;
/** What the server does when whole messages are asked for, by connection. */
let onBodies: (connection: number) => Promise<CommandAnswer> | CommandAnswer;

beforeEach(async () => {
  onBodies = () => 'default';
  account = await setUp({
    onCommand: ({ line, connection }) =>
      /BODY\.PEEK\[\]/.test(line) ? onBodies(connection) : 'default',
  });
});

/** A run that owns the folder and waits for the server, which answers when it is let go on. */
async function waitingRun(): Promise<{ run: StartedRun; goOn: () => void }> {
  let goOn = () => {};
  const released = new Promise<void>(resolve => {
    goOn = resolve;
  });
  const asked = new Promise<void>(resolve => {
    onBodies = async () => {
      resolve();
      await released;
      return 'default';
    };
  });
  const run = start(account);
  await asked;
  return { run, goOn };
}

function expectRefused({ code, stdout, stderr }: RunEnd, holder: RegExp): void {
  expect(stderr).toMatch(holder);
  expect(stderr).toMatch(/^Wait until that run has finished, or stop it, then try again\.$/m);
  expect({ code, stdout }).toEqual({ code: folderInUse, stdout: '' });
}

test('the second says who holds the folder, and the first is not disturbed', async () => {
  const { run, goOn } = await waitingRun();
  const holder = new RegExp(
    `^Error: Process ${run.pid} on .* has been using the folder .*/out since 20\\d\\d-.* UTC\\.$`,
    'm',
  );
  expectRefused(await start(account).ended, holder);
  expectRefused(await start(account).ended, holder);
  goOn();
  expect(await run.ended).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
  expect(await stored(account.place.out)).toEqual(allFour);
});

test('after SIGKILL of the first the next one starts at once', async () => {
  const { run, goOn } = await waitingRun();
  run.kill();
  expect(await run.ended).toMatchObject({ killed: true });
  goOn();
  expect(await start(account).ended).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
  expect(await stored(account.place.out)).toEqual(allFour);
});

test(`two started at the same instant, ${simultaneousStarts} times: exactly one goes on`, {
  timeout: 120_000,
}, async () => {
  for (let round = 1; round <= simultaneousStarts; round++) {
    let goOn = () => {};
    const released = new Promise<void>(resolve => {
      goOn = resolve;
    });
    // Anyone who got the folder keeps it until the other has been told.
    onBodies = async () => {
      await released;
      return 'default';
    };
    account.server.mailbox('INBOX').append(`Subject: Round ${round}\r\n\r\nText.\r\n`);
    const ends = [start(account), start(account)].map(run => run.ended);
    const first = await Promise.race(ends);
    expect(first.code).toBe(folderInUse);
    goOn();
    const both = await Promise.all(ends);
    expect(both.map(({ code }) => code).sort((one, other) => (one ?? 0) - (other ?? 0))).toEqual([
      0,
      folderInUse,
    ]);
  }
  expect(Object.keys(await stored(account.place.out))).toHaveLength(4 + simultaneousStarts);
});

/** Puts a lock there as a run left it behind that died `age` milliseconds ago. */
async function leaveLock(changes: object, age: number): Promise<void> {
  const { run, goOn } = await waitingRun();
  run.kill();
  await run.ended;
  goOn();
  onBodies = () => 'default';
  const own = join(account.place.out, '.mailstow');
  const [name = ''] = readdirSync(own).filter(each => each.startsWith('lock.'));
  const path = join(own, name);
  const holder: object = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...holder, ...changes }));
  const time = new Date(Date.now() - age);
  utimesSync(path, time, time);
}

test.each([
  ['a process number that another program has now', { pid: process.pid }, 0],
  ['another computer that has been silent for an hour', { host: elsewhere }, 3_600_000],
  ['this computer before it was started again', { boot: 'an earlier one' }, 0],
])('a lock left behind by %s holds nobody off', async (_whose, changes, age) => {
  await leaveLock(changes, age);
  expect(await start(account).ended).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
});

test('a lock of another computer that gave a sign a minute ago is respected', async () => {
  await leaveLock({ host: elsewhere, pid: 77 }, 60_000);
  expectRefused(
    await start(account).ended,
    new RegExp(`Process 77 on ${elsewhere} has been using the folder`),
  );
});

test('a lock of half a sentence holds nobody off', async () => {
  mkdirSync(join(account.place.out, '.mailstow'), { recursive: true });
  writeFileSync(join(account.place.out, '.mailstow/lock.7'), '{"pid":1,"ho');
  expect(await start(account).ended).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
});
