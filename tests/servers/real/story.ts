import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveAccount } from '../../../electron/engine/run/archive-account.ts';
import { RunControl } from '../../../electron/engine/run/connection/run-control.ts';
import type { LayoutName, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { encodeModifiedUtf7 } from '../scripted/modified-utf7.ts';
import type { RealServer, RealServerKind } from './real-server.ts';
import type { TrueMessage } from './small-client.ts';
import { type Truth, WholeAccount } from './whole-account.ts';

/** What became of the story, in numbers. */
export interface Story {
  readonly mailboxes: number;
  readonly messages: number;
  /** After every mailbox had been numbered anew, in the layout where it was more. */
  readonly fetchedAgain: number;
  /** Then not to be recognised by the server's words, because it changed what it had been given. */
  readonly unlike: number;
}

/**
 * The story of a whole account on a real server, in both layouts at once: a first run, a second
 * one, deletions and arrivals, every mailbox numbered anew in another order. After each run the
 * report and the files are what a small client of bare sockets has counted and read.
 * @param perMailbox how many messages each of the large mailboxes has
 */
export async function tell(kind: RealServerKind, perMailbox: number): Promise<Story> {
  const server = await kind.start();
  const archives = (['flat', 'folders'] as const).map(layout => new Archive(server, layout));
  try {
    return await tellOf(server, archives, perMailbox);
  } finally {
    await server.stop();
    for (const archive of archives) archive.remove();
  }
}

async function tellOf(
  server: RealServer,
  archives: readonly Archive[],
  perMailbox: number,
): Promise<Story> {
  const account = new WholeAccount(server);
  await account.fill(perMailbox);
  const first = await account.truth();
  const messages = bytesOf(first).length;
  for (const archive of archives) {
    const result = await archive.run();
    assert.equal(result.stored, messages, `${archive.layout}: the first run`);
    reportIsTrue(result, first);
    archive.holds(first);
    assert.equal((await archive.run()).stored, 0, `${archive.layout}: the second run`);
  }

  if (server.shared.length > 0) await sharedToo(server, account);

  const { gone, arrived } = await account.change();
  const changed = await account.truth();
  for (const archive of archives) {
    const result = await archive.run();
    assert.equal(result.stored, arrived, `${archive.layout}: what arrived`);
    reportIsTrue(result, changed);
    const told = result.mailboxes.reduce((total, each) => total + each.gone, 0);
    assert.equal(told, gone, `${archive.layout}: what is no longer on the server`);
  }

  await account.move(changed);
  const moved = await account.truth();
  for (const [name, { messages, uidValidity }] of moved) {
    if (messages.size === 0) continue;
    assert.notEqual(uidValidity, changed.get(name)?.uidValidity, `${name} is numbered anew`);
  }
  const runs: RunResult[] = [];
  for (const archive of archives) {
    const result = await archive.run();
    runs.push(result);
    reportIsTrue(result, moved);
    // What was fetched under an old number says so in those lines, and is the same message.
    archive.holds(moved, server.ownLines);
    assert.equal((await archive.run()).stored, 0, `${archive.layout}: the last run`);
  }
  const fetchedAgain = Math.max(...runs.map(({ stored }) => stored));
  const unlike = unlikeIn(changed, moved);
  assert.ok(
    fetchedAgain <= unlike + messages / 50,
    `${fetchedAgain} fetched again, ${unlike} unlike`,
  );
  return { mailboxes: moved.size, messages, fetchedAgain, unlike };
}

/** What others share with the account is archived where that is asked for. */
async function sharedToo(server: RealServer, account: WholeAccount): Promise<void> {
  const archive = new Archive(server, 'folders');
  try {
    const truth = await account.truth({ withShared: true });
    for (const name of server.shared) assert.equal(truth.get(name)?.messages.size, 1, name);
    reportIsTrue(await archive.run({ includeShared: true }), truth);
    archive.holds(truth);
  } finally {
    archive.remove();
  }
}

/** The archive of an account in one layout. */
class Archive {
  readonly layout: LayoutName;
  readonly #server: RealServer;
  readonly #folder: string;

  constructor(server: RealServer, layout: LayoutName) {
    this.#server = server;
    this.layout = layout;
    this.#folder = mkdtempSync(join(tmpdir(), `mailstow-${layout}-`));
  }

  run(mailboxes: RunRequest['mailboxes'] = 'all'): Promise<RunResult> {
    const { port, account } = this.#server;
    const request = {
      server: {
        ...{ host: '127.0.0.1', port, security: 'none' as const },
        ...{ timeout: 60_000, connectTimeout: 60_000 },
        // Compressed by those that can, in one of the two.
        compression: this.layout === 'flat' ? ('on' as const) : ('off' as const),
      },
      credentials: account,
      mailboxes,
      selection: { headersOnly: false, unseenOnly: false },
      folder: this.#folder,
      layout: this.layout,
      extension: this.layout === 'flat' ? '.txt' : '.eml',
      purge: false,
      connections: 2,
      separate: false,
      overrideAccount: false,
    };
    const ignore = (): void => undefined;
    return archiveAccount(request, ignore, new AbortController().signal, new RunControl());
  }

  /** The message files are what the server has, no more and no less, `without` left out of both. */
  holds(truth: Truth, without = /$^/g): void {
    const files = readdirSync(this.#folder, {
      ...{ recursive: true, encoding: 'utf8' as const, withFileTypes: true as const },
    })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => !path.slice(this.#folder.length + 1).startsWith('.'))
      .map(path => readFileSync(path, 'latin1'));
    const bare = (bytes: readonly string[]): string[] =>
      bytes.map(each => each.replace(without, '')).sort();
    assert.deepEqual(bare(files), bare(bytesOf(truth)), `${this.layout}: the files`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function bytesOf(truth: Truth): string[] {
  return [...truth.values()].flatMap(({ messages }) =>
    [...messages.values()].map(({ bytes }) => bytes),
  );
}

/**
 * How many messages cannot be recognised by what a server says of them: it changed their bytes,
 * or they have no Message-ID and either a new date or a twin.
 */
function unlikeIn(before: Truth, now: Truth): number {
  const marks = ({ bytes, date }: TrueMessage): string =>
    JSON.stringify([bytes, /^Message-ID:/im.test(bytes) ? 'named' : date]);
  let unlike = 0;
  for (const [name, { messages }] of now) {
    const known = new Set([...(before.get(name)?.messages.values() ?? [])].map(marks));
    const all = [...messages.values()].map(marks);
    unlike += all.filter(
      each =>
        !known.has(each) ||
        (!each.endsWith('"named"]') && all.indexOf(each) !== all.lastIndexOf(each)),
    ).length;
  }
  return unlike;
}

/** Mailbox by mailbox, what the run tells is what was counted apart from it. */
function reportIsTrue(result: RunResult, truth: Truth): void {
  assert.deepEqual(result.problems, []);
  const told = result.mailboxes.map(each => ({
    mailbox: encodeModifiedUtf7(each.mailbox),
    // An mbox without messages has no place for it: imap4d makes another at each opening.
    uidValidity: each.onServer === 0 ? 0 : each.uidValidity,
    onServer: each.onServer,
    archived: each.archived,
    missing: each.missing,
    unnamed: each.unnamed,
  }));
  const counted = [...truth].map(
    ([
      mailbox,
      {
        uidValidity,
        messages: { size },
      },
    ]) => ({
      ...{ mailbox, uidValidity: size === 0 ? 0 : uidValidity },
      ...{ onServer: size, archived: size, missing: 0, unnamed: 0 },
    }),
  );
  assert.deepEqual(byName(told), byName(counted));
}

function byName<Named extends { readonly mailbox: string }>(of: readonly Named[]): Named[] {
  return [...of].sort((a, b) => (a.mailbox < b.mailbox ? -1 : 1));
}
