import { existsSync } from 'node:fs';

/** Debian's libfaketime, which the loader puts between a program and the system's clock. */
const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/** Why a program cannot be given another clock here. */
export const fakeClockMissing = existsSync(library) ? undefined : 'libfaketime is not installed';

/** What a program is started with whose clock is that many days on; what measures a time alone is left as it is. */
export function fakeClock(days: number): Readonly<Record<string, string>> {
  return {
    LD_PRELOAD: library,
    FAKETIME: `${days < 0 ? '-' : '+'}${Math.abs(days)}d`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
}
