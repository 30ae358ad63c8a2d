import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { FolderLock } from '../../electron/engine/archive/disk/folder-lock.ts';
import { fileOf, layoutNow, storedMessages, test } from '../both-layouts.ts';
import { cleanUpAfterEach, inbox, letters } from '../imapcl/scripted-account.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import { mailstowAccount } from './account.ts';

cleanUpAfterEach();

const work: MailboxOptions = { name: 'Work', messages: letters.slice(0, 2) };

/** What a folder holds, names and contents. */
async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(each => each.isFile()).map(each => join(each.parentPath, each.name));
  const contents = files.sort().map(async file => [file, await readFile(file, 'latin1')] as const);
  return Object.fromEntries(await Promise.all(contents));
}

describe('mailstow status', () => {
  test('tells account, last runs, counts and sizes, and changes nothing', async () => {
    const { archive, place, run } = await mailstowAccount({ mailboxes: [inbox, work] });
    await archive();
    const before = await snapshot(place.out);
    const { code, stdout } = await run(['status', place.out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Account +user on 127\.0\.0\.1$/m);
    expect(stdout).toMatch(/^Last run .*: complete$/m);
    expect(stdout).toMatch(/^Last good run +\d+ \w+ \d{4}/m);
    expect(stdout).toMatch(/^In use +no$/m);
    expect(stdout).toMatch(/^INBOX: 4 files, \d+ B$/m);
    expect(stdout).toMatch(/^Total: 6 files in 2 folders, \d+ B$/m);
    expect(await snapshot(place.out)).toEqual(before);
  });

  test('as JSON: what is missing on disk, what changed in size, what is no longer on the server', async () => {
    const { archive, place, run, server } = await mailstowAccount();
    await archive();
    server.mailbox('INBOX').expunge(1);
    await archive();
    await rm(fileOf(place.out, 'MSG_INBOX_2.txt'));
    await truncate(fileOf(place.out, 'MSG_INBOX_3.txt'), 5);
    const { stdout } = await run(['status', place.out, '--json']);
    const found = JSON.parse(stdout);
    expect(found.mailboxes).toEqual([
      expect.objectContaining({ mailbox: 'INBOX', files: 2, missing: 1, damaged: 1, gone: 1 }),
    ]);
    expect(found).toMatchObject({ layout: layoutNow(), heldBy: null, lastRun: { complete: true } });
  });

  test('works while a run goes on, and says who holds the folder', async () => {
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { archive, place, run } = await mailstowAccount({
      onCommand: async ({ name }) => {
        if (name !== 'UID FETCH') return 'default';
        reached.resolve();
        await goOn.promise;
        return 'default';
      },
    });
    const running = archive();
    await reached.promise;
    const { code, stdout } = await run(['status', place.out]);
    const json = JSON.parse((await run(['status', place.out, '--json'])).stdout);
    goOn.resolve();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^In use +by process \d+ on /m);
    expect(json.lastRun).toBeNull();
    expect(await running).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
  });

  onceOnly('remembers the last good run beside one that failed', async () => {
    const { access, archive, place, run } = await mailstowAccount();
    await archive();
    const env = { MAIL_PASSWORD: 'wrong' };
    const failed = await run(
      ['archive', ...access, '--folder', place.out, '--layout', layoutNow()],
      { env },
    );
    expect(failed.code).toBe(16);
    const found = JSON.parse((await run(['status', place.out, '--json'])).stdout);
    expect(found.lastRun).toMatchObject({ complete: false, ended: { kind: 'login-refused' } });
    expect(found.lastGoodRun).toMatchObject({ complete: true, stored: 4 });
    const { stdout } = await run(['report', place.out]);
    expect(stdout).toMatch(/^NOT FINISHED\nArchiving did not finish: /m);
    const good = await run(['report', place.out, '--last-good']);
    expect(good.stdout).toMatch(/^COMPLETE$/m);
  });

  onceOnly('needs an archive', async () => {
    const { place, run } = await mailstowAccount();
    const { code, stderr } = await run(['status', place.folder]);
    expect(code).toBe(-7);
    expect(stderr).toMatch(/No Mailstow archive was found/);
    expect((await run(['status'])).code).toBe(2);
  });
});

describe('mailstow verify', () => {
  test('finds one altered byte and a missing file, names them and changes no message', async () => {
    const { archive, place, run } = await mailstowAccount({ mailboxes: [inbox, work] });
    await archive();
    expect(await run(['verify', place.out])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^INBOX: 4 as saved, 0 missing, 0 altered$/m),
    });
    const altered = fileOf(place.out, 'MSG_INBOX_2.txt');
    await writeFile(altered, (await readFile(altered, 'latin1')).replace('Two', 'Twa'), 'latin1');
    const missing = fileOf(place.out, 'MSG_Work_1.txt');
    await rm(missing);
    const before = storedMessages(place.out);
    const { code, stdout } = await run(['verify', place.out]);
    expect(code).toBe(-2);
    const named = (path: string) => relative(place.out, path);
    expect(stdout).toContain(
      `INBOX: 3 as saved, 0 missing, 1 altered\n  altered: ${named(altered)}\n`,
    );
    expect(stdout).toContain(
      `Work: 1 as saved, 1 missing, 0 altered\n  missing: ${named(missing)}\n`,
    );
    expect(stdout).toMatch(
      /^2 files missing or altered\. 'mailstow archive' downloads them again/m,
    );
    expect(storedMessages(place.out)).toEqual(before);
  });

  test('what it finds altered or missing is downloaded again by the next run, and by no other', async () => {
    const { archive, place, run, server } = await mailstowAccount({ mailboxes: [inbox, work] });
    await archive();
    const altered = fileOf(place.out, 'MSG_INBOX_2.txt');
    const sound = await readFile(altered, 'latin1');
    await writeFile(altered, sound.replace('Two', 'Twa'), 'latin1');
    const fetched = () => server.commands.filter(({ line }) => line.includes('BODY.PEEK[]'));
    const before = fetched().length;
    // A byte that changed and no stamp that did: a run alone has no way to know.
    await archive();
    expect(fetched().length).toBe(before);
    expect((await run(['verify', place.out])).code).toBe(-2);
    expect((await run(['verify', place.out])).code).toBe(-2);
    expect((await archive()).stderr).toMatch(/1 file of INBOX changed since it was stored/);
    expect(
      fetched()
        .slice(before)
        .map(({ line }) => /UID FETCH (\S+)/.exec(line)?.[1]),
    ).toEqual(['2']);
    expect(await readFile(altered, 'latin1')).toBe(sound);
    expect((await run(['verify', place.out])).code).toBe(0);
    const aside = join(place.out, '.mailstow/superseded/INBOX/replaced');
    expect(await readdir(aside)).toHaveLength(1);
    await archive();
    expect(fetched().length).toBe(before + 1);
  });

  test('a file that somebody brought back is not downloaded again', async () => {
    const { archive, place, run, server } = await mailstowAccount();
    await archive();
    const altered = fileOf(place.out, 'MSG_INBOX_2.txt');
    const sound = await readFile(altered, 'latin1');
    await writeFile(altered, sound.replace('Two', 'Twa'), 'latin1');
    expect((await run(['verify', place.out])).code).toBe(-2);
    await writeFile(altered, sound, 'latin1');
    expect((await run(['verify', place.out])).code).toBe(0);
    const before = server.commands.length;
    await archive();
    const sent = server.commands.slice(before).map(({ line }) => line);
    expect(sent.filter(line => line.includes('BODY.PEEK[]'))).toEqual([]);
  });

  test('reads an archive without its own folder, and makes none', async () => {
    const { archive, place, run } = await mailstowAccount({ mailboxes: [inbox, work] });
    await archive();
    await rm(join(place.out, '.mailstow'), { recursive: true });
    const { code, stdout } = await run(['verify', place.out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^INBOX: 0 as saved.*4 without a checksum$/m);
    expect(stdout).toMatch(/^Work: 0 as saved.*2 without a checksum$/m);
    expect(await readdir(place.out)).not.toContain('.mailstow');
  });

  test('with a server: what is only there, only here, and renumbered', async () => {
    const { access, archive, place, run, server } = await mailstowAccount({
      mailboxes: [inbox, work],
    });
    await archive();
    const withServer = ['verify', place.out, ...access];
    const same = await run(withServer);
    expect(same.code).toBe(0);
    expect(same.stdout).toMatch(/^Everything on the server is archived\.$/m);
    server.mailbox('INBOX').append('Subject: Five\r\n\r\nNew.\r\n');
    server.mailbox('INBOX').expunge(2);
    server.mailbox('Work').rebuild(99);
    const sent = server.commands.length;
    const { code, stdout } = await run(withServer);
    expect(code).toBe(-2);
    expect(stdout).toMatch(
      /^INBOX: 4 on the server, 1 of them not archived \(UID 5\), 1 archived but no longer on the server \(UID 2\)$/m,
    );
    expect(stdout).toMatch(/^Work: 2 on the server, which has renumbered them \(UIDVALIDITY 99\)/m);
    const asked = server.commands.slice(sent).map(({ name }) => name);
    expect(asked).toEqual(expect.arrayContaining(['EXAMINE', 'UID SEARCH', 'LOGOUT']));
    expect(asked).not.toContain('SELECT');
    const lines = server.commands.slice(sent).map(({ line }) => line);
    expect(lines.filter(line => line.includes('BODY.PEEK[]'))).toEqual([]);
    expect(server.changes).toBe(0);
  });

  test('with a server: other messages under the same numbers', async () => {
    const { access, archive, place, run, server } = await mailstowAccount({ mailboxes: [inbox] });
    await archive();
    const other = 'Subject: Other\r\nMessage-ID: <other@example.org>\r\n\r\n';
    server.mailbox('INBOX').restore(...['a', 'bb', 'ccc', 'dddd'].map(each => other + each));
    const { code, stdout } = await run(['verify', place.out, ...access]);
    expect(code).toBe(-2);
    expect(stdout).toMatch(
      /^INBOX: 4 on the server, .*, 4 with different content on the server \(UID 1–4\)$/m,
    );
  });

  onceOnly(
    'with a server: a mailbox that is not archived, and one that is no longer there',
    async () => {
      const { access, archive, place, run } = await mailstowAccount({ mailboxes: [inbox, work] });
      await archive('--include', 'INBOX');
      const { code, stdout } = await run(['verify', place.out, ...access, '--json', '--quiet']);
      expect(code).toBe(-2);
      expect(JSON.parse(stdout).server).toEqual([
        expect.objectContaining({ mailbox: 'INBOX', outcome: 'compared', notHere: [] }),
        { mailbox: 'Work', outcome: 'not-archived' },
      ]);
    },
  );
});

describe('mailstow history', () => {
  test('lists runs and checks, newest first, however they ended', async () => {
    const { access, archive, place, run, server } = await mailstowAccount();
    await archive();
    server.mailbox('INBOX').append('Subject: Five\r\n\r\nNew.\r\n');
    await archive();
    await run(['verify', place.out]);
    await rm(fileOf(place.out, 'MSG_INBOX_1.txt'));
    await run(['verify', place.out, ...access]);
    await run(['archive', ...access, '--folder', place.out, '--layout', layoutNow()], {
      env: { MAIL_PASSWORD: 'wrong' },
    });
    const before = await snapshot(place.out);
    const { code, stdout } = await run(['history', place.out]);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/did not finish, nothing new\. .*(refuse|password)/),
      expect.stringMatching(
        /: checked 5 files \(.*\), 1 file missing, 0 altered, everything else on the server is archived; took \d+ s$/,
      ),
      expect.stringMatching(/: checked 5 files \(.*\), every file is as it was saved; took \d+ s$/),
      expect.stringMatching(/: complete, 1 new message \(.*\); took \d+ s$/),
      expect.stringMatching(/: complete, 4 new messages \(.*\); took \d+ s$/),
    ]);
    expect(await snapshot(place.out)).toEqual(before);
    const entries = JSON.parse((await run(['history', place.out, '--json'])).stdout);
    expect(entries).toMatchObject([
      { what: 'run', verdict: { state: 'failed' }, ended: { kind: 'login-refused' } },
      { what: 'check', state: 'damaged', result: { missing: 1, server: { notHere: 0 } } },
      { what: 'check', state: 'sound' },
      { what: 'run', verdict: { state: 'complete', stored: 1 } },
      { what: 'run', verdict: { state: 'complete', stored: 4 } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('wrong');
  });

  test('of an archive in use, and of 25 runs', async () => {
    const { archive, place, run } = await mailstowAccount();
    await archive();
    const file = join(place.out, '.mailstow/history.jsonl');
    const line = await readFile(file, 'utf8');
    const at = (minute: number) => line.replace(/(startedAt":)\d+/, `$1${minute}`);
    await writeFile(file, Array.from({ length: 25 }, (_, minute) => at(minute)).join(''));
    const lock = await FolderLock.acquire(join(place.out, '.mailstow'), place.out);
    const short = (await run(['history', place.out])).stdout.trimEnd().split('\n');
    expect(short).toHaveLength(21);
    expect(short.at(-1)).toBe('and 5 more; --all lists them');
    expect((await run(['history', place.out, '--all'])).stdout.trimEnd().split('\n')).toHaveLength(
      25,
    );
    const checked = await run(['verify', place.out]);
    expect(checked.code).toBe(0);
    expect(checked.stderr).toMatch(/not in the archive's history: .*using/);
    lock.release();
    expect((await run(['verify', place.out])).stderr).not.toMatch(/history/);
  });

  onceOnly('of a folder that is no archive, and of an archive without a history', async () => {
    const { archive, place, run } = await mailstowAccount();
    expect((await run(['history', place.folder])).code).toBe(-7);
    await archive();
    await rm(join(place.out, '.mailstow/history.jsonl'));
    expect(await run(['history', place.out])).toMatchObject({
      code: 0,
      stdout: 'No runs or checks are recorded yet.\n',
    });
  });
});

describe('mailstow report', () => {
  onceOnly('as text, as JSON and as a page', async () => {
    const { archive, place, run } = await mailstowAccount({ mailboxes: [inbox, work] });
    await archive();
    const text = (await run(['report', place.out])).stdout;
    expect(text).toMatch(/^COMPLETE\nAll 6 messages selected in 2 folders are archived\./m);
    const json = JSON.parse((await run(['report', place.out, '--json'])).stdout);
    expect(json).toMatchObject({ format: 1, complete: true, stored: 6 });
    const page = join(place.folder, 'certificate.html');
    expect((await run(['report', place.out, '--html', page])).code).toBe(0);
    const kept = await readFile(join(place.out, '.mailstow/certificate.html'), 'utf8');
    expect(await readFile(page, 'utf8')).toBe(kept);
    expect((await run(['report', place.out, '--json', '--text'])).code).toBe(2);
    // What the command was called before.
    expect((await run(['certificate', place.out])).stdout).toBe(text);
  });

  test('names each message that could not be stored and where its bytes are', async () => {
    const { archive, place, run } = await mailstowAccount({
      mailboxes: [inbox, work],
      beforeFetchResponse: ({ mailbox, uid }) =>
        mailbox === 'INBOX' && uid === 2 ? { body: '""' } : undefined,
    });
    const archived = await archive();
    expect(archived).toMatchObject({ code: -2, stdout: 'Stored 5 Messages\n' });
    const json = JSON.parse((await run(['report', place.out, '--json'])).stdout);
    expect(json.complete).toBe(false);
    expect(json.mailboxes[0]).toMatchObject({ onServer: 4, selected: 4, archived: 3, missing: 1 });
    expect(json.problems).toEqual([expect.objectContaining({ mailbox: 'INBOX', uid: 2 })]);
    const { stdout } = await run(['report', place.out]);
    expect(stdout).toMatch(/^ {2}INBOX, message 2: /m);
    expect((await run(['status', place.out])).stdout).toMatch(/INBOX: .*1 could not be saved/);
  });
});
