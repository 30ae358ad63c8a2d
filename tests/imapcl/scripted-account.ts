import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { layoutArguments, storedMessages } from '../both-layouts.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import type { ServerOptions } from '../servers/scripted/options.ts';
import { type ScriptedServer, startServer } from '../servers/scripted/server.ts';
import { type EndedHere, imapclHere } from './run-here.ts';
import { type Ended, imapcl, type RunOptions, Workplace } from './run-process.ts';

const servers: ScriptedServer[] = [];
const places: Workplace[] = [];

/** Ends the servers of a test and asserts that none of them had a fault of its own. */
export function cleanUpAfterEach(): void {
  afterEach(async () => {
    const faults = servers.flatMap(server => server.faults);
    for (const server of servers.splice(0)) await server.stop();
    for (const place of places.splice(0)) await place.remove();
    expect(faults).toEqual([]);
  });
}

/** Four small messages, of which the third is unseen. */
export const letters = ['One', 'Two', 'Three', 'Four'].map(
  (subject, index) =>
    `Subject: ${subject}\r\nMessage-ID: <${index + 1}@example.org>\r\n\r\nBody of ${subject}.\r\n`,
);

export const inbox: MailboxOptions = {
  name: 'INBOX',
  uidValidity: 1662988148,
  messages: letters.map((bytes, index) => ({ bytes, flags: index === 2 ? [] : ['\\Seen'] })),
};

/** The files that a whole run of {@link inbox} leaves, as {@link stored} tells of them. */
export const allFour = Object.fromEntries(
  letters.map((text, index) => [`MSG_INBOX_${index + 1}.txt`, text]),
);

export interface Account {
  readonly server: ScriptedServer;
  readonly place: Workplace;
  /** Runs imapcl on this account into the workplace's folder, with further arguments. */
  run(...more: string[]): Promise<Ended>;
  runWith(options: RunOptions, ...more: string[]): Promise<Ended>;
}

/**
 * A server with one account, and a folder to archive it into.
 * @param parent where that folder is made, when not among the system's temporary files
 */
export async function setUp(options: ServerOptions = {}, parent?: string): Promise<Account> {
  const { server, place, args } = await serverAndPlace(options, parent);
  return {
    server,
    place,
    run: (...more) => imapcl([...args, ...more]),
    runWith: (runOptions, ...more) => imapcl([...args, ...more], runOptions),
  };
}

/** An account whose runs are within the test's own process. */
export interface AccountHere extends Pick<Account, 'server' | 'place'> {
  run(...more: string[]): Promise<EndedHere>;
}

export async function setUpHere(options: ServerOptions = {}): Promise<AccountHere> {
  const { server, place, args } = await serverAndPlace(options);
  return { server, place, run: (...more) => imapclHere([...args, ...more]) };
}

async function serverAndPlace(options: ServerOptions, parent?: string) {
  const server = await startServer({ mailboxes: [inbox], ...options });
  servers.push(server);
  const place = await Workplace.make('user', 'secret', parent);
  places.push(place);
  const host = options.host ?? '127.0.0.1';
  const access = [host, '-p', String(server.port), '-a', place.authFile];
  return { server, place, args: [...access, '-o', place.out, ...layoutArguments()] };
}

/** The message files: what the flat layout calls them → bytes as Latin-1. */
export async function stored(folder: string): Promise<Record<string, string>> {
  return storedMessages(folder);
}

export const uidValidity = (folder: string): Promise<string> =>
  readFile(join(folder, '.uidvalidity'), 'utf8');

/** The commands so far that asked for whole messages. */
export function fetchedBodies(server: ScriptedServer): string[] {
  return server.commands
    .map(each => each.line)
    .filter(line => /FETCH.*BODY(\.PEEK)?\[\]/.test(line));
}
