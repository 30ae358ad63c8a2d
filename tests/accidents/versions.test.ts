import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailstow } from '../imapcl/run-process.ts';
import { cleanUpAfterEach, inbox, setUp } from '../imapcl/scripted-account.ts';
import { BodiesSent } from './bodies-sent.ts';

/**
 * Archives that earlier versions made, and one of a later version. Those of the first landing are what its imapcl
 * stored of this account (commit 36bfb7b), `renumbered` after INBOX got the UIDVALIDITY 77 and its UIDs rose by ten.
 */
cleanUpAfterEach();

const fixtures = join(import.meta.dirname, '../fixtures/archives/first-landing');
const deep = {
  name: 'Work/Příliš',
  uidValidity: 7,
  messages: [{ bytes: 'Subject: Deep\r\n\r\nDeep down.\r\n' }],
};

async function opened(name: string) {
  const bodies = new BodiesSent();
  const { beforeFetchResponse } = bodies;
  const account = await setUp({ mailboxes: [inbox, deep], beforeFetchResponse });
  if (name === 'renumbered') account.server.mailbox('INBOX').rebuild(77, old => old + 10);
  const { out } = account.place;
  cpSync(join(fixtures, name), out, { recursive: true, preserveTimestamps: true });
  const layout = name === 'folders' ? 'folders' : 'flat';
  const run = (...more: string[]) => account.run('--layout', layout, '--all-mailboxes', ...more);
  return { out, bodies, run };
}

/** Files and folders that others than the owner may use, relative to the archive. */
function open(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => (statSync(join(folder, name)).mode & 0o077) !== 0,
  );
}

const everyone = (folder: string) => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
};

describe.each(['flat', 'folders', 'renumbered'])('an archive of the first landing, %s', name => {
  test('goes on: nothing is fetched, every file is whole, and it is made private once', async () => {
    const { out, bodies, run } = await opened(name);
    everyone(out);
    writeFileSync(join(out, 'notes.txt'), 'of the person', { mode: 0o644 });
    const first = await run();
    expect(first).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(first.stderr).toMatch(/^Warning: Other users of this computer could read the mail in /m);
    expect(first.stderr).toMatch(/^Warning: Other users .* can see the names of the files in /m);
    expect(bodies.take()).toEqual([]);
    expect(open(out)).toEqual(['notes.txt']);
    expect(statSync(out).mode & 0o777).toBe(0o755);
    expect(await mailstow(['verify', out])).toMatchObject({ code: 0 });
    const again = await run();
    expect(again).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(again.stderr).not.toMatch(/Warning/);
  });

  test('--shared-folder keeps the modes', async () => {
    const { out, run } = await opened(name);
    everyone(out);
    const before = open(out).length;
    const { code, stderr } = await run('--shared-folder');
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/Warning/);
    expect(open(out).length).toBeGreaterThanOrEqual(before);
  });
});

describe.each(['flat', 'folders'])('a new archive, layout %s', layout => {
  test('is private whatever the umask, and shared where that is asked for', async () => {
    const account = await setUp({ mailboxes: [inbox, deep] });
    const { out } = account.place;
    const run = (...more: string[]) => account.run('--layout', layout, '--all-mailboxes', ...more);
    const { code, stderr } = await run();
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/Warning/);
    expect(statSync(out).mode & 0o777).toBe(0o700);
    expect(open(out)).toEqual([]);
    rmSync(out, { recursive: true });
    expect(await run('--shared-folder')).toMatchObject({ code: 0 });
    expect(open(out).length).toBeGreaterThan(10);
  });
});

test.each(['flat', 'folders'])(
  'an archive of a later version is only read, layout %s',
  async name => {
    const { out, run } = await opened(name);
    mkdirSync(join(out, '.mailstow/incoming'), { recursive: true });
    const file = join(out, '.mailstow/format.json');
    const format = { ...JSON.parse(readFileSync(file, 'utf8')), version: 999 };
    writeFileSync(file, JSON.stringify(format));
    const journal = join(out, '.mailstow/journal/INBOX.jsonl');
    const before = readFileSync(journal);
    const { code, stderr } = await run();
    expect(code).toBe(-7);
    expect(stderr).toMatch(/A newer version of Mailstow made the archive in .*Install the latest/s);
    expect(readFileSync(journal)).toEqual(before);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(format);
    for (const command of ['verify', 'status']) {
      const told = await mailstow([command, out]);
      expect(told.code).toBe(0);
      expect(told.stderr).toMatch(/A newer version of Mailstow made this archive/);
      expect(told.stdout).toMatch(/INBOX: 4/);
    }
  },
);
