/**
 * Preload: ends the process with SIGKILL just before its n-th step that changes the disk, counted in
 * one thread. A write is left half done. CRASH_THREAD is `main` or `worker`, CRASH_STEP counts from 1.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const crashStep = Number(process.env.CRASH_STEP);
let step = 0;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

const { writeSync } = fs;

const steps = [
  'openSync',
  'fsync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'linkSync',
  'mkdirSync',
  'futimesSync',
  'truncateSync',
  'ftruncateSync',
  'appendFileSync',
  'writeFileSync',
] as const;

function patch(name: (typeof steps)[number]): void {
  const original: unknown = fs[name];
  if (typeof original !== 'function') throw new TypeError(`${name} is no function`);
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (++step === crashStep) die();
      return Reflect.apply(original, fs, args);
    },
  });
}

if ((process.env.CRASH_THREAD === 'main') === isMainThread) {
  for (const name of steps) patch(name);
  const halfWrite = (file: number, bytes: Uint8Array, offset = 0): number => {
    if (++step === crashStep) {
      writeSync(file, bytes, offset, Math.floor((bytes.length - offset) / 2));
      die();
    }
    return writeSync(file, bytes, offset);
  };
  Object.assign(fs, { writeSync: halfWrite });
  syncBuiltinESMExports();
}
