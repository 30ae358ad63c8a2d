import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import { fileOf, flatNameOf, layoutArguments, layoutNow, test } from '../both-layouts.ts';
import { imapclHere } from '../imapcl/run-here.ts';
import { mailstow } from '../imapcl/run-process.ts';
import {
  type AccountHere,
  allFour,
  cleanUpAfterEach,
  letters,
  setUpHere,
  stored,
  uidValidity,
} from '../imapcl/scripted-account.ts';
import { BodiesSent } from './bodies-sent.ts';

/** What may happen to an archive on disk: what the next run does about it, and what it tells the person. */
cleanUpAfterEach();

let bodies: BodiesSent;
let account: AccountHere;
let out: string;

beforeEach(async () => {
  bodies = new BodiesSent();
  const { beforeFetchResponse } = bodies;
  account = await setUpHere({ beforeFetchResponse });
  out = account.place.out;
  expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
  bodies.take();
});

const flatName = (uid: number) => `MSG_INBOX_${uid}.txt`;
const file = (uid: number) => fileOf(out, flatName(uid));
const journal = () => join(out, '.mailstow/journal/INBOX.jsonl');
const keptAside = () => join(out, '.mailstow/superseded/INBOX/replaced');
/** What was kept aside, by the names that the flat layout has for it. */
const aside = () =>
  readdirSync(keptAside())
    .map(name => flatNameOf(name))
    .sort();

/** Runs once more: the folder is the mailbox afterwards, those messages were fetched, and that was said. */
async function nextRun(fetched: readonly number[], ...words: readonly RegExp[]): Promise<void> {
  const { code, stdout, stderr } = await account.run();
  for (const each of words) expect(stderr).toMatch(each);
  expect(stderr.match(/^(Warning|Error)/gm) ?? []).toHaveLength(words.length);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Stored ${fetched.length} Messages\n` });
  expect(bodies.take()).toEqual(fetched);
  expect(await stored(out)).toMatchObject(allFour);
}

/** A further run has nothing to say or to do. */
const quietAfterwards = () => nextRun([]);

describe('message files', () => {
  test('deleted', async () => {
    rmSync(file(2));
    rmSync(file(3));
    await nextRun([2, 3], /^Warning: INBOX: 2 files were deleted or renamed since the last run/m);
    await quietAfterwards();
  });

  test.each([
    ['truncated', () => truncateSync(file(2), 10)],
    ['emptied', () => truncateSync(file(2), 0)],
    ['grown', () => appendFileSync(file(2), 'more\r\n')],
  ])('%s', async (_how, happens) => {
    happens();
    const left = readFileSync(file(2));
    const kept = join(keptAside(), basename(file(2)));
    await nextRun([2], /^Warning: 1 file of INBOX changed since it was stored: fetched ag/m);
    expect(readFileSync(kept)).toEqual(left);
    await quietAfterwards();
  });

  test('renamed to a name of the person’s own: that file stays', async () => {
    renameSync(file(4), join(out, 'contract.txt'));
    await nextRun([4], /^Warning: INBOX: 1 file was deleted or renamed since the last run/m);
    expect(readFileSync(join(out, 'contract.txt'), 'utf8')).toBe(letters[3]);
    await quietAfterwards();
  });

  function exchange(one: string, other: string): void {
    renameSync(one, join(out, 'for a moment'));
    renameSync(other, one);
    renameSync(join(out, 'for a moment'), other);
  }

  test('renamed to one another’s names', async () => {
    exchange(file(3), file(4));
    await nextRun([3, 4], /^Warning: 2 files of INBOX changed since/m);
    await quietAfterwards();
  });

  test('altered by one byte: no run looks that closely, verify finds it, the next run mends it', async () => {
    const bytes = readFileSync(file(2));
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(file(2), bytes);
    await quietlyLeft([2], { 'MSG_INBOX_2.txt': bytes.toString('latin1') });
  });

  test('exchanged for one of the same size: verify finds both, the next run mends them', async () => {
    exchange(file(1), file(2));
    await quietlyLeft([1, 2], { 'MSG_INBOX_1.txt': letters[1], 'MSG_INBOX_2.txt': letters[0] });
  });

  /** Only verify tells of these files, and leaves them as they are; the run after it fetches them. */
  async function quietlyLeft(
    uids: readonly number[],
    asTheyAre: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    const { code, stdout } = await mailstow(['verify', out]);
    expect(code).not.toBe(0);
    for (const uid of uids) {
      expect(stdout).toContain(`\n  altered: ${relative(out, file(uid))}\n`);
    }
    expect(stdout).toMatch(
      /^\d files? missing or altered\. 'mailstow archive' downloads them again/m,
    );
    expect(await stored(out)).toEqual({ ...allFour, ...asTheyAre });
    await nextRun(uids, /^Warning: \d files? of INBOX changed since it was stored/m);
    expect(await mailstow(['verify', out])).toMatchObject({
      code: 0,
      stdout: 'INBOX: 4 as saved, 0 missing, 0 altered\nEvery file is as it was saved.\n',
    });
  }

  test('put under a message’s name before the message is stored', async () => {
    const subjects = ['Five', 'Six', 'Seven'];
    const [five = '', six = '', seven = ''] = subjects.map((subject, index) =>
      layoutNow() === 'flat'
        ? join(out, flatName(5 + index))
        : join(out, `INBOX/2024-01-01 1200 ${subject} [${5 + index}].eml`),
    );
    writeFileSync(five, 'Shopping list: milk, bread');
    mkdirSync(six);
    symlinkSync('/etc/hostname', seven);
    const more = subjects.map(subject => `Subject: ${subject}\r\n\r\nNew.\r\n`);
    account.server.mailbox('INBOX').append(...more);
    await nextRun(
      [5, 6, 7],
      /^Warning: INBOX: 1 file was not what the name says; downloaded again/m,
    );
    expect([5, 6, 7].map(uid => readFileSync(file(uid), 'utf8'))).toEqual(more);
    expect(readFileSync(join(keptAside(), basename(five)), 'utf8')).toMatch(/^Shopping list/);
    expect(readdirSync(keptAside())).toHaveLength(3);
    await quietAfterwards();
  });

  test('deleted or damaged when the server no longer has the message', async () => {
    account.server.mailbox('INBOX').expunge(1, 2);
    expect(await account.run()).toMatchObject({ code: 0 });
    rmSync(file(1));
    truncateSync(file(2), 10);
    const { code, stderr } = await account.run();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: 1 file of INBOX changed since .* where the server still/m);
    expect(Object.keys(await stored(out))).toHaveLength(3);
    expect(readFileSync(file(2), 'utf8')).toBe(letters[1]?.slice(0, 10));
  });

  test('made read-only', async () => {
    for (const uid of [1, 2, 3, 4]) chmodSync(file(uid), 0o444);
    await quietAfterwards();
    rmSync(file(1), { force: true });
    await nextRun([1], /^Warning: INBOX: 1 file was deleted/m);
  });

  test('with times in the future, as after the clock was set back', async () => {
    const future = new Date('2099-01-01T00:00:00Z');
    for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
      utimesSync(join(out, name), future, future);
    }
    await quietAfterwards();
  });
});

describe('.mailstow', () => {
  test('deleted: every file is compared and taken over, none is fetched', async () => {
    rmSync(join(out, '.mailstow'), { recursive: true });
    await nextRun([], /^Warning: INBOX: 4 files were not in the journal; compared with the s/m);
    await quietAfterwards();
  });

  test('deleted beside a file that is not its message', async () => {
    rmSync(join(out, '.mailstow'), { recursive: true });
    writeFileSync(file(1), 'Subject: Another\r\n\r\nNot the message.\r\n');
    truncateSync(file(4), 50);
    await nextRun(
      [1, 4],
      /^Warning: INBOX: 2 files were not in the journal/m,
      /^Warning: INBOX: 2 files were not what the name says; downloaded again/m,
    );
    expect(aside()).toEqual([flatName(1), flatName(4)]);
    await quietAfterwards();
  });

  test('deleted, and a file renamed by a person: its UID in the name tells what it is', async () => {
    rmSync(join(out, '.mailstow'), { recursive: true });
    const path = file(2);
    if (layoutNow() === 'folders') renameSync(path, path.replace(/[^/]*(?= \[)/, 'Kept'));
    await nextRun([], /^Warning: INBOX: 4 files were not in the journal/m);
    await quietAfterwards();
  });

  test('deleted together with .uidvalidity, and times lost as by copying', async () => {
    rmSync(join(out, '.mailstow'), { recursive: true });
    rmSync(join(out, '.uidvalidity'));
    for (const uid of [1, 2, 3, 4]) utimesSync(file(uid), new Date(), new Date());
    await nextRun([], /^Warning: INBOX: 4 files were not in the journal/m);
    expect(await uidValidity(out)).toBe('INBOX=1662988148\n');
    await quietAfterwards();
  });

  test('the journal cut in the middle of a record', async () => {
    truncateSync(journal(), readFileSync(journal()).length - 30);
    await nextRun([], /^Warning: INBOX: 1 file was not in the journal/m);
    await quietAfterwards();
  });

  test('the journal with a damaged line in the middle', async () => {
    writeFileSync(journal(), readFileSync(journal(), 'utf8').replace('["f",2', '["f"\0,2'));
    await nextRun(
      [],
      /^Warning: 1 line of the journal of INBOX could not be read/m,
      /^Warning: INBOX: 1 file was not in the journal/m,
    );
    await quietAfterwards();
  });

  test('the journal overwritten with something else', async () => {
    writeFileSync(journal(), Buffer.alloc(70_000, 0xff));
    await nextRun([], /^Warning: .*journal of INBOX could not be read|not in the journal/m);
    await quietAfterwards();
  });

  test('incoming/ with what a crash left there', async () => {
    writeFileSync(join(out, '.mailstow/incoming/INBOX-1-1.part'), 'half a mess');
    mkdirSync(join(out, '.mailstow/incoming/folder'));
    await nextRun([]);
    expect(readdirSync(join(out, '.mailstow/incoming'))).toEqual([]);
  });

  test('a damaged plan of a change of UIDVALIDITY is named, and nothing moves', async () => {
    const plan = join(out, '.mailstow/remap/INBOX.json');
    writeFileSync(plan, '{"mailbox":"INBOX","delim');
    const { code, stderr } = await account.run();
    expect(code).toBe(-7);
    expect(stderr).toContain(plan);
    expect(await stored(out)).toEqual(allFour);
    rmSync(plan);
    await quietAfterwards();
  });
});

describe('.uidvalidity', () => {
  test('edited: the messages are recognised again', async () => {
    writeFileSync(join(out, '.uidvalidity'), 'INBOX=99\n');
    const { code, stdout, stderr } = await account.run();
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Stored 0 M/),
    });
    expect(stderr).toMatch(/^Warning: INBOX: \.uidvalidity says 99, the journal says 1662988148;/m);
    expect(bodies.take()).toEqual([]);
    expect(await stored(out)).toEqual(allFour);
    expect(await uidValidity(out)).toBe('INBOX=1662988148\n');
    await quietAfterwards();
  });

  test('deleted: written again', async () => {
    rmSync(join(out, '.uidvalidity'));
    await nextRun([], /^Warning: INBOX: \.uidvalidity no longer had a line for it/m);
    expect(await uidValidity(out)).toBe('INBOX=1662988148\n');
  });

  test('called .uidvalidity.txt: goes on under that name', async () => {
    renameSync(join(out, '.uidvalidity'), join(out, '.uidvalidity.txt'));
    account.server.mailbox('INBOX').rebuild(77, old => old);
    expect(await account.run()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Stored 0/),
    });
    expect(readFileSync(join(out, '.uidvalidity.txt'), 'utf8')).toBe('INBOX=77\n');
    expect(existsSync(join(out, '.uidvalidity'))).toBe(false);
    expect(await stored(out)).toEqual(allFour);
  });
});

test('the whole folder moved elsewhere goes on there', async () => {
  const elsewhere = join(account.place.folder, 'moved archive');
  renameSync(out, elsewhere);
  rmSync(fileOf(elsewhere, flatName(3)));
  const { place, server } = account;
  const args = ['127.0.0.1', '-p', `${server.port}`, '-a', place.authFile, '-o', elsewhere];
  expect(await imapclHere([...args, ...layoutArguments()])).toMatchObject({
    code: 0,
    stdout: 'Stored 1 Messages\n',
  });
  expect(bodies.take()).toEqual([3]);
  expect(await stored(elsewhere)).toEqual(allFour);
  expect(existsSync(out)).toBe(false);
});
