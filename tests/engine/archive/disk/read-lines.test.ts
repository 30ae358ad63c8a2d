import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../../../electron/engine/archive/disk/read-lines.ts';
import { temporaryFolder } from '../temporary-archive.ts';

function readAll(path: string) {
  const visited: string[] = [];
  const reading = readLines(path);
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return { visited, bytes: step.value };
    visited.push(step.value);
  }
}

test('gives every whole line once and in order, however long, and none that is torn', () => {
  const path = join(temporaryFolder(), 'lines');
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }).map(text => text.replaceAll('\n', ' ')),
    fc.integer({ min: 100_000, max: 600_000 }).map(length => 'é'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), line, (lines, torn) => {
      const whole = lines.map(text => `${text}\n`).join('');
      writeFileSync(path, whole + torn);
      const { visited, bytes } = readAll(path);
      expect(visited).toEqual(lines);
      expect(bytes).toEqual({
        whole: Buffer.byteLength(whole),
        total: Buffer.byteLength(whole + torn),
      });
    }),
    { seed: 10, numRuns: 20 },
  );
});

test('a file that is not there has none', () => {
  const path = join(temporaryFolder(), 'nothing');
  expect(readAll(path)).toEqual({ visited: [], bytes: { whole: 0, total: 0 } });
});

test('a line that is too long comes as an empty one, those around it whole', () => {
  const path = join(temporaryFolder(), 'lines');
  writeFileSync(path, `one\n${'x'.repeat(3_000_000)}\ntwo\n${'y'.repeat(600_000)}`);
  expect([...readLines(path, 500_000)]).toEqual(['one', '', 'two']);
});
