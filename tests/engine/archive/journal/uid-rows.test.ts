import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UidRows } from '../../../../electron/engine/archive/journal/uid-rows.ts';

const steps = fc.array(fc.record({ remove: fc.boolean(), uid: fc.integer({ min: 1, max: 60 }) }), {
  maxLength: 200,
});

test('in whatever order UIDs come, go and come again, each is found where it was put last', () => {
  fc.assert(
    fc.property(steps, taken => {
      const rows = new UidRows();
      const expected = new Map<number, number>();
      for (const { remove, uid } of taken) {
        if (remove) {
          rows.remove(uid);
          expected.delete(uid);
        } else if (!expected.has(uid)) expected.set(uid, rows.add(uid));
      }
      for (let uid = 1; uid <= 60; uid++) expect(rows.get(uid)).toBe(expected.get(uid));
      expect([...rows.ascending()]).toEqual([...expected.keys()].sort((a, b) => a - b));
      expect(rows.size).toBe(expected.size);
      expect(new Set(expected.values()).size).toBe(expected.size);
    }),
  );
});
