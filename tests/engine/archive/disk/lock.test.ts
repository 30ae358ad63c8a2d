import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  FolderLock,
  releaseOfEndedThread,
} from '../../../../electron/engine/archive/disk/folder-lock.ts';
import { thisProcess } from '../../../../electron/engine/archive/disk/process-identity.ts';
import { temporaryFolder } from '../temporary-archive.ts';

const lockModule = new URL(
  '../../../../electron/engine/archive/disk/folder-lock.ts',
  import.meta.url,
).href;

/** A process that takes the lock when it reads a line, says how that went, and then stays. */
function contender(own: string) {
  const script = `
    import { FolderLock, releaseOfEndedThread } from ${JSON.stringify(lockModule)};
    process.stdin.once('data', () => {
      try { FolderLock.acquireNow(${JSON.stringify(own)}, 'archive'); console.log('taken'); }
      catch (error) { console.log(error.kind === 'folder-in-use' ? 'refused' : String(error)); }
    });
    process.stdin.on('end', () => process.exit());
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let text = '';
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      text += chunk;
      heard();
    });
  }
  const line = (count: number) =>
    new Promise<string>(resolve => {
      heard = () => {
        const words = text.split('\n');
        if (words.length > count) resolve(words[count - 1] ?? '');
      };
      heard();
    });
  return {
    ready: () => line(1),
    take: () => {
      child.stdin.write('go\n');
      return line(2);
    },
    kill: () =>
      new Promise(resolve => {
        child.once('exit', resolve);
        child.kill('SIGKILL');
      }),
  };
}

test('of many starters one gets it, also from a holder that was killed', {
  timeout: 60_000,
}, async () => {
  const own = temporaryFolder();
  for (let round = 0; round < 3; round++) {
    const all = [1, 2, 3, 4, 5].map(() => contender(own));
    await Promise.all(all.map(one => one.ready()));
    const answers = await Promise.all(all.map(one => one.take()));
    expect(answers.sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'taken']);
    await Promise.all(all.map(one => one.kill()));
  }
  FolderLock.acquireNow(own, 'archive').release();
  expect(readdirSync(own).filter(name => name.startsWith('lock.'))).toHaveLength(1);
});

function held(own: string, changes: object, age = 0) {
  const path = join(own, 'lock.3');
  writeFileSync(
    path,
    JSON.stringify({ ...thisProcess(), since: '2024-03-01T09:12:00.000Z', ...changes }),
  );
  const time = new Date(Date.now() - age);
  utimesSync(path, time, time);
}

test.each([
  ['this process', {}, 0],
  ['another computer that showed a sign lately', { host: 'nas', pid: 1 }, 60_000],
  ['another container here', { numbers: 'pid:[1]', pid: 999_999 }, 60_000],
])('held by %s: refused with process, host and time', (_who, changes, age) => {
  const own = temporaryFolder();
  held(own, changes, age);
  const { pid, host } = { pid: process.pid, host: hostname(), ...changes };
  expect(() => FolderLock.acquireNow(own, '/mail')).toThrow(
    expect.objectContaining({
      kind: 'folder-in-use',
      message: `Process ${pid} on ${host} has been using the folder /mail since 2024-03-01 09:12 UTC.`,
    }),
  );
});

test.each([
  ['a process number that another program has now', { started: '1' }, 0],
  ['a process that is gone', { pid: 4_194_305, started: '5' }, 0],
  ['the same computer before it was started again', { boot: 'earlier' }, 0],
  ['another computer silent for long', { host: 'nas' }, 3_600_000],
])('left behind by %s: taken over', (_who, changes, age) => {
  const own = temporaryFolder();
  held(own, changes, age);
  const lock = FolderLock.acquireNow(own, '/mail');
  expect(readdirSync(own)).toEqual(['lock.4']);
  expect(readFileSync(join(own, 'lock.4'), 'utf8')).toContain(`"pid":${process.pid}`);
  lock.release();
});

test.each([
  ['in the future, ahead of ours by a year', 365],
  ['by a clock that was a day ahead', 1],
])('a lock of another computer, made %s, is held only while it shows signs', (_when, days) => {
  const own = temporaryFolder();
  const path = join(own, 'lock.3');
  held(own, { host: 'nas' }, -days * 24 * 3_600_000);
  const refused = () => expect(() => FolderLock.acquireNow(own, '/mail')).toThrow('has been using');
  const passed = (milliseconds: number) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
  onTestFinished(() => void vi.useRealTimers());
  refused();
  passed(9 * 60_000);
  refused();
  // The holder lives after all: its clock gives the file its time again.
  const sign = new Date(Date.now() + days * 24 * 3_600_000);
  utimesSync(path, sign, sign);
  passed(9 * 60_000);
  refused();
  passed(9 * 60_000);
  refused();
  passed(2 * 60_000);
  FolderLock.acquireNow(own, '/mail').release();
});

test('what a thread of this process held is free once the thread has ended', () => {
  const own = temporaryFolder();
  held(own, { thread: 7 });
  releaseOfEndedThread(own, 8);
  expect(() => FolderLock.acquireNow(own, '/mail')).toThrow('has been using');
  releaseOfEndedThread(own, 7);
  FolderLock.acquireNow(own, '/mail').release();
});

test.each([
  ['of another process', { pid: 1, thread: 7 }],
  ['of another computer', { host: 'nas', thread: 7 }],
])('the lock %s is none of a thread of this one', (_whose, changes) => {
  const own = temporaryFolder();
  held(own, changes);
  const before = readFileSync(join(own, 'lock.3'), 'utf8');
  releaseOfEndedThread(own, 7);
  expect(readFileSync(join(own, 'lock.3'), 'utf8')).toBe(before);
});

test('a folder that has gone in the meantime holds nothing', () => {
  releaseOfEndedThread(join(temporaryFolder(), 'gone'), 7);
});

test('an empty lock file is one being taken, but not for long', () => {
  const own = temporaryFolder();
  const path = join(own, 'lock.3');
  writeFileSync(path, '');
  expect(() => FolderLock.acquireNow(own, '/mail')).toThrow('Another run is using the folder');
  utimesSync(path, 0, 0);
  FolderLock.acquireNow(own, '/mail').release();
});

test('an empty lock file with a time in the future is waited out', async () => {
  const own = temporaryFolder();
  const path = join(own, 'lock.3');
  writeFileSync(path, '');
  const nextYear = new Date(Date.now() + 365 * 24 * 3_600_000);
  utimesSync(path, nextYear, nextYear);
  const before = performance.now();
  (await FolderLock.acquire(own, '/mail')).release();
  expect(performance.now() - before).toBeGreaterThan(2_000);
  expect(readdirSync(own)).toEqual(['lock.4']);
});

test('a lock file of half a sentence holds nobody off', () => {
  const own = temporaryFolder();
  writeFileSync(join(own, 'lock.3'), '{"pid":1,"ho');
  FolderLock.acquireNow(own, '/mail').release();
});
