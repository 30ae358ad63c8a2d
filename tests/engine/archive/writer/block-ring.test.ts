import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockRing, type Lease } from '../../../../electron/engine/archive/writer/block-ring.ts';

const large = 1.5 * 1024 * 1024;

describe('a lease', () => {
  test('ends once, by whichever side', () => {
    const ring = new BlockRing();
    const given = ring.lease(10);
    given?.giveBack();
    expect(() => given?.giveBack()).toThrow(TypeError);
    expect(() => given?.handOver()).toThrow(TypeError);
    const handed = ring.lease(10);
    expect(handed?.handOver()).toEqual({ block: 0, offset: 0, length: 10 });
    expect(() => handed?.giveBack()).toThrow(TypeError);
  });

  test('has memory of its own as long as it lasts, and none is lost', () => {
    const step = fc.oneof(
      fc.record({ lease: fc.integer({ min: 1, max: large }) }),
      fc.record({ end: fc.nat(), handOver: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const ring = new BlockRing();
        const held: { lease: Lease; mark: number }[] = [];
        for (const [at, each] of steps.entries()) {
          if ('lease' in each) {
            const lease = ring.lease(each.lease);
            lease?.memory.fill(at % 256);
            if (lease !== undefined) held.push({ lease, mark: at % 256 });
            else expect(held.length).toBeGreaterThan(0);
          } else if (held.length > 0) {
            const [ended] = held.splice(each.end % held.length, 1);
            if (each.handOver) ring.takeBack(ended?.lease.handOver().block ?? -1);
            else ended?.lease.giveBack();
          }
          for (const { lease, mark } of held) {
            expect(lease.memory[0]).toBe(mark);
            expect(lease.memory.at(-1)).toBe(mark);
          }
        }
        for (const { lease } of held) lease.giveBack();
        expect(ring.hasRoom(large)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
