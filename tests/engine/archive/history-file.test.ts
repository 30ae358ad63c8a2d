import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendHistory, readHistoryLines } from '../../../electron/engine/archive/history-file.ts';
import { parseHistory } from '../../../electron/engine/report/parse-history.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { aVerdict } from '../../renderer/a-verdict.ts';
import { temporaryFolder } from './temporary-archive.ts';

const result = {
  files: 1,
  bytes: 1,
  ok: 1,
  unhashed: 0,
  missing: 0,
  altered: 0,
  lost: 0,
  damage: [],
  mends: true,
};

function run(startedAt: number, state: 'complete' | 'failed' = 'complete'): HistoryEntry {
  const verdict = aVerdict({ state });
  return { what: 'run', startedAt, finishedAt: startedAt + 1, verdict, renamed: 0 };
}

function check(startedAt: number): HistoryEntry {
  return { what: 'check', startedAt, finishedAt: startedAt + 1, state: 'sound', result };
}

const read = (own: string) => parseHistory(readHistoryLines(own));
const begun = (own: string) => read(own).map(({ startedAt }) => startedAt);

describe('the history of an archive', () => {
  test('has what was added, newest first by its place, whatever the clock says', () => {
    const own = temporaryFolder();
    expect(read(own)).toEqual([]);
    const entries = [run(2_000_000), check(1_000), run(3_000)];
    for (const entry of entries) appendHistory(own, entry);
    expect(read(own)).toEqual(entries.toReversed());
  });

  test('the last line on a run counts', () => {
    const own = temporaryFolder();
    appendHistory(own, run(1));
    appendHistory(own, check(1));
    appendHistory(own, run(1, 'failed'));
    expect(read(own)).toEqual([run(1, 'failed'), check(1)]);
  });

  test('survives lines that are torn, damaged, of strangers and of later versions', () => {
    const own = temporaryFolder();
    const foreign = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant(JSON.stringify({ what: 'restore', startedAt: 1 })),
      fc.constant(JSON.stringify({ ...run(5), startedAt: 1e300 })),
      fc.constant(JSON.stringify(run(7)).slice(0, 50)),
    );
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 8 }), fc.boolean(), (lines, torn) => {
        const file = join(own, 'history.jsonl');
        writeFileSync(
          file,
          `${JSON.stringify(run(1))}\n${lines.join('\n')}${torn ? '{"wh' : '\n'}`,
        );
        appendHistory(own, run(9));
        const known = begun(own);
        expect(known[0]).toBe(9);
        expect(known.at(-1)).toBe(1);
      }),
    );
  });

  test('stays small, and keeps the last complete run and the last check', () => {
    const own = temporaryFolder();
    const file = join(own, 'history.jsonl');
    appendHistory(own, run(1));
    appendHistory(own, check(2));
    const line = `${JSON.stringify(run(10, 'failed'))}\n`;
    const many = Math.floor((4 * 1024 * 1024 - statSync(file).size) / (line.length + 3));
    appendFileSync(
      file,
      Array.from({ length: many }, (_, at) =>
        line.replace('"startedAt":10', `"startedAt":${10 + at}`),
      ).join(''),
    );
    const later = Array.from({ length: 20 }, (_, at) => 9_000_000 + at);
    for (const startedAt of later) appendHistory(own, run(startedAt, 'failed'));
    expect(statSync(file).size).toBeLessThan(2.1 * 1024 * 1024);
    const known = begun(own);
    expect(known.slice(0, 20)).toEqual(later.toReversed());
    expect(known.slice(-2)).toEqual([2, 1]);
    expect(known.length).toBeGreaterThan(1_000);
    expect(known[20]).toBe(9 + many);
  });

  test('of a stranger’s file of any size only the end is read', () => {
    const own = temporaryFolder();
    const file = join(own, 'history.jsonl');
    writeFileSync(file, 'x'.repeat(6 * 1024 * 1024));
    appendFileSync(file, `\n${JSON.stringify(run(3))}\n`);
    expect(begun(own)).toEqual([3]);
    appendHistory(own, run(4));
    expect(begun(own)).toEqual([4, 3]);
    expect(readFileSync(file, 'utf8')).not.toContain('xxx');
  });

  test('a link or a folder in its place is refused', () => {
    for (const put of [
      (path: string) => symlinkSync('/etc/passwd', path),
      (path: string) => void mkdirSync(path),
    ]) {
      const own = temporaryFolder();
      put(join(own, 'history.jsonl'));
      expect(() => appendHistory(own, run(1))).toThrow();
    }
    expect(readFileSync('/etc/passwd', 'utf8')).not.toContain('startedAt');
  });
});
