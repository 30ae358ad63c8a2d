import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { RunRequest } from '../../../shared/model/run.ts';
import { fileOf, storedMessages } from '../../both-layouts.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { times } from '../../prove/in-proof.ts';
import type { TestAccount } from '../run/test-account.ts';

/** Varied messages, lines ended in CRLF; in the full numbers 2,000. */
export const someMail = Array.from({ length: times(100, 2_000) }, (_, seed) =>
  generateMessage(seed, { median: 3_000, greatest: 20_000 }),
);

/** By SHA-256, as often as it is there. An answer of POP3 ends in CRLF, so a message that did not does by then. */
export function hashesIn(folder: string): string[] {
  return Object.values(storedMessages(folder))
    .map(bytes => (bytes.endsWith('\r\n') ? bytes : `${bytes}\r\n`))
    .map(bytes => createHash('sha256').update(bytes, 'latin1').digest('hex'))
    .sort();
}

/** A port of a server, and how it is spoken to. */
export type Door = readonly [port: number, security: RunRequest['server']['security']];

/**
 * Archives a maildrop through each door, twice.
 * @param imap the same mailbox by IMAP
 * @param at an account by POP3 behind that door
 */
export async function tellTheSame(
  imap: TestAccount,
  doors: readonly Door[],
  at: (door: Door) => TestAccount,
): Promise<void> {
  await imap.run();
  const expected = hashesIn(imap.folder);
  expect(expected).toHaveLength(someMail.length);
  for (const door of doors) {
    const account = at(door);
    const { verdict } = await account.run();
    const { length } = someMail;
    expect(verdict).toMatchObject({ state: 'complete', stored: length, onServer: length });
    expect(hashesIn(account.folder)).toEqual(expected);
    const connected = account.events.find(({ event }) => event === 'connected');
    expect(connected).toMatchObject({
      security: door[1] === 'none' ? 'not encrypted' : expect.stringContaining('TLSv1'),
    });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
  }
}

const day = 24 * 60 * 60 * 1000;

/**
 * Deletes by the rule what is archived, of a maildrop with five messages. The caller gives the clock back.
 * @param maildir the server's own
 * @param deliver adds a message
 */
export async function tellOfDeletion(
  account: TestAccount,
  maildir: string,
  deliver: () => Promise<void>,
): Promise<void> {
  const begin = Date.UTC(2026, 0, 1);
  vi.useFakeTimers({ toFake: ['Date'], now: begin });
  const at = (days: number) => vi.setSystemTime(begin + days * day);
  const left = () =>
    ['cur', 'new']
      .map(part => join(maildir, part))
      .flatMap(path => (existsSync(path) ? readdirSync(path) : [])).length;
  for (const days of [0, 2]) {
    at(days);
    await account.run({ deleteAfter: 3 });
    expect(left()).toBe(5);
  }
  await deliver();
  const path = fileOf(account.folder, 'MSG_INBOX_2.txt');
  writeFileSync(path, readFileSync(path, 'latin1').replace('e', 'E'), 'latin1');
  at(4);
  const { verdict, warnings } = await account.run({ deleteAfter: 3 });
  expect(verdict).toMatchObject({ state: 'complete', onServer: 6, stored: 1 });
  expect(warnings.map(({ message }) => message).join()).toContain('4 messages deleted');
  // The one whose file was altered, and the new one.
  expect(left()).toBe(2);
  at(400);
  expect((await account.run()).verdict).toMatchObject({ state: 'complete', onServer: 2, gone: 4 });
  expect(left()).toBe(2);
}
