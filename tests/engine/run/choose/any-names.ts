import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ArchiveReader } from '../../../../electron/engine/archive/archive-reader.ts';
import { canonicalText } from '../../../../electron/engine/mailbox-name.ts';
import { archiveAccount } from '../../../../electron/engine/run/archive-account.ts';
import type { LayoutName, RunRequest } from '../../../../shared/model/run.ts';
import { startServer } from '../../../servers/scripted/server.ts';
import { anyName } from '../../archive/layout/any-name.ts';

/** Mailboxes of one account: the scripted server looks a name up among all of them. */
const mailboxesAtOnce = 250;
/** One account in so many also loses its `.mailstow`. */
const forgetsEvery = 5;
/** Messages of a mailbox: a mailbox costs a run more than a message does. */
const subjectsEach = 4;

/**
 * Archives mailboxes of random names, each with messages of random subjects, in one layout: everything is stored,
 * read back under its name, and the next run is quiet; also where only the files are left.
 * @param count of names and subjects together
 * @throws AssertionError with the first account that does not hold
 */
export async function namesHold(count: number, seed: number, layout: LayoutName): Promise<void> {
  const names = someNames(Math.ceil(count / (1 + subjectsEach)), seed);
  for (let start = 0; start < names.length; start += mailboxesAtOnce) {
    const isForgotten = (start / mailboxesAtOnce) % forgetsEvery === 0;
    const some = ['INBOX', ...names.slice(start, start + mailboxesAtOnce)];
    await holdsFor(some, seed + start, layout, isForgotten);
  }
}

async function holdsFor(
  names: readonly string[],
  seed: number,
  layout: LayoutName,
  isForgotten: boolean,
): Promise<void> {
  const subjects = fc.sample(anyName, { numRuns: names.length * subjectsEach, seed });
  const letters = names.map((name, index) =>
    subjects
      .slice(index * subjectsEach, (index + 1) * subjectsEach)
      .map((subject, number) => letter(`${name} ${number}`, subject)),
  );
  const mailboxes = names.map((name, index) => ({ name, messages: letters[index] ?? [] }));
  const server = await startServer({ mailboxes });
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(parent, 'mailstow-names-'));
  const run = () =>
    archiveAccount(
      request(server.port, folder, layout),
      () => undefined,
      new AbortController().signal,
    );
  try {
    const told = async (stored: number) => {
      const result = await run();
      assert.deepEqual([result.problems, result.stored], [[], stored]);
    };
    await told(names.length * subjectsEach);
    const reader = new ArchiveReader(folder);
    const found = [...reader.mailboxes()].map(mailbox => {
      const texts = mailbox.uids('full').map(uid => {
        const path = mailbox.record('full', uid)?.path ?? '';
        assert.ok(path.length < 200, path);
        return readFileSync(join(folder, path), 'utf8');
      });
      return [mailbox.name, ...texts];
    });
    const expected = names.map((name, index) => [name, ...(letters[index] ?? [])]);
    assert.deepEqual(found.toSorted(byName), expected.toSorted(byName));
    await told(0);
    if (!isForgotten) return;
    rmSync(join(folder, '.mailstow'), { recursive: true });
    await told(0);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Beside INBOX, which every account has; unlike one another, as IMAP can carry them: no half characters, none empty. */
function someNames(count: number, seed: number): string[] {
  const names = new Set<string>();
  for (let more = 0; names.size < count; more++) {
    for (const name of fc.sample(anyName, { numRuns: count, seed: seed + more })) {
      const canonical = canonicalText(name.toWellFormed());
      if (!['', 'INBOX'].includes(canonical) && names.size < count) names.add(canonical);
    }
  }
  return [...names];
}

function letter(name: string, subject: string): string {
  const word = (text: string) => Buffer.from(text).toString('base64');
  const id = word(name).slice(0, 60);
  return `Subject: =?utf-8?B?${word(subject)}?=\r\nMessage-ID: <${id}@example.org>\r\n\r\n${word(name)}\r\n`;
}

function byName([one = '']: string[], [other = '']: string[]): number {
  return one < other ? -1 : 1;
}

function request(port: number, folder: string, layout: LayoutName): RunRequest {
  return {
    server: { host: '127.0.0.1', port, security: 'none', timeout: 60_000, connectTimeout: 60_000 },
    credentials: { user: 'user', password: 'secret' },
    mailboxes: 'all',
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout,
    extension: layout === 'flat' ? '.txt' : '.eml',
    purge: false,
    connections: 1,
    separate: false,
    overrideAccount: false,
  };
}
