import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  readServerState,
  type ServerState,
  writeServerState,
} from '../../../../electron/engine/archive/unchanged/server-state.ts';
import { temporaryFolder } from '../temporary-archive.ts';

const state: ServerState = {
  uidValidity: 5,
  uidNext: 4,
  messages: 2,
  highestModseq: 2n ** 63n - 1n,
  uids: [
    [1, 1],
    [3, 3],
  ],
};

test('what the server said is read as it was written', () => {
  const path = join(temporaryFolder(), 'server', 'INBOX.json');
  writeServerState(path, state);
  expect(readServerState(path)).toEqual(state);
});

test('the same again is not written again, another state is', () => {
  const path = join(temporaryFolder(), 'INBOX.json');
  const file = () => statSync(path).ino;
  writeServerState(path, state);
  const first = file();
  writeServerState(path, { ...state });
  expect(file()).toBe(first);
  writeServerState(path, { ...state, uidNext: 5 });
  expect(file()).not.toBe(first);
  expect(readServerState(path)).toEqual({ ...state, uidNext: 5 });
});

test('a folder in its place is no state, and a failure to write', () => {
  const path = join(temporaryFolder(), 'INBOX.json');
  mkdirSync(path);
  expect(readServerState(path)).toBeUndefined();
  expect(() => writeServerState(path, state)).toThrow();
});
