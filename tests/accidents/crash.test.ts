import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import { messageFilesIn, test } from '../both-layouts.ts';
import { Random } from '../fixtures/mail/random.ts';
import { type Account, cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { times } from '../prove/in-proof.ts';
import { bigInbox, manyMessages } from './big-mailbox.ts';
import { BodiesSent } from './bodies-sent.ts';
import { millisecondsFromLogin, type RunEnd, runUntil } from './killed-run.ts';
import { differences, halfMessages, uidsOnDisk } from './mail-files.ts';
import { memoryDisk } from './memory-disk.ts';

cleanUpAfterEach();

const kills = times(4, 100);
/** After so many the next run goes on to its end, and another folder begins. */
const killsPerFolder = 10;
/** Some runs come to their end before their moment. */
const mostRuns = 3 * kills;
/** What a run needs even where there is little left to fetch, as a part of what the first one needs. */
const fixedPart = 0.3;

/**
 * Messages that a run may have received without keeping them: 2,000 wait for the disk at most, two
 * commands of 500 are with the server, and one reading of the socket comes on top.
 */
const mostInFlight = 2_000 + 2 * 500 + 500;

/** One folder that is filled by runs of which most are killed. */
class Filling {
  readonly #account: Account;
  readonly #bodies: BodiesSent;
  #seen = new Set<string>();

  constructor(account: Account, bodies: BodiesSent) {
    this.#account = account;
    this.#bodies = bodies;
  }

  /** The part of the messages that is still to be stored. */
  get missing(): number {
    return 1 - this.#uids().length / manyMessages;
  }

  /** Runs with a kill at that moment; asserts what must hold then. True when it came to its end before. */
  async runUntil(milliseconds: number): Promise<boolean> {
    const before = new Set(this.#uids());
    const connections = this.#account.server.connections.length;
    const end = await runUntil(this.#account, milliseconds);
    this.#check(before, this.#bodies.take(connections), end);
    if (end.killed) return false;
    expect(end).toMatchObject({ code: 0 });
    expect(end.stdout).toBe(`Stored ${manyMessages - before.size} Messages\n`);
    const { server, place } = this.#account;
    expect(differences(place.out, server.mailbox('INBOX'))).toEqual([]);
    await rm(place.out, { recursive: true });
    this.#seen = new Set();
    return true;
  }

  #check(before: ReadonlySet<number>, sent: readonly number[], { stderr }: RunEnd): void {
    const { server, place } = this.#account;
    expect(sent.filter(uid => before.has(uid))).toEqual([]);
    const now = this.#uids();
    const kept = now.length - before.size;
    expect(kept).toBeGreaterThanOrEqual(0);
    expect(sent.length - kept).toBeLessThanOrEqual(mostInFlight);
    expect(new Set(sent).size).toBe(sent.length);
    expect(stderr).not.toMatch(/^Error/m);
    const fresh = existsSync(place.out)
      ? messageFilesIn(place.out).filter(({ path }) => !this.#seen.has(path))
      : [];
    for (const { path } of fresh) this.#seen.add(path);
    expect(halfMessages(place.out, server.mailbox('INBOX'), fresh)).toEqual([]);
  }

  #uids(): number[] {
    return existsSync(this.#account.place.out) ? uidsOnDisk(this.#account.place.out) : [];
  }
}

test(`SIGKILL at ${kills} random moments of a run of ${manyMessages} messages`, {
  timeout: 3_600_000,
}, async () => {
  const bodies = new BodiesSent();
  const { beforeFetchResponse } = bodies;
  const account = await setUp({ mailboxes: [bigInbox()], beforeFetchResponse }, memoryDisk());
  const whole = await millisecondsFromLogin(account);
  await rm(account.place.out, { recursive: true });
  const random = new Random(1);
  const filling = new Filling(account, bodies);
  let killed = 0;
  for (let run = 0; killed < kills && run < mostRuns; run++) {
    const part = fixedPart + (1 - fixedPart) * filling.missing;
    if (await filling.runUntil(random.next() * whole * part)) continue;
    killed++;
    if (killed % killsPerFolder === 0) {
      expect(await filling.runUntil(Number.POSITIVE_INFINITY)).toBe(true);
    }
  }
  expect(killed).toBe(kills);
});
