import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextColumn } from '../../../../electron/engine/archive/journal/text-column.ts';

test('holds any texts by row as a map does, whatever is written over or taken out', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constant('x'.repeat(300_000)),
  );
  const step = fc.record({ row: fc.nat(40), text: fc.option(text, { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), steps => {
      const column = new TextColumn();
      const expected = new Map<number, string>();
      for (const { row, text } of steps) {
        if (text === undefined) {
          column.delete(row);
          expected.delete(row);
        } else {
          column.set(row, text);
          expected.set(row, text);
        }
      }
      for (let row = 0; row <= 41; row++) expect(column.get(row)).toBe(expected.get(row));
    }),
    { seed: 10, numRuns: 100 },
  );
});
