import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFiles, unpackFiles } from '../../../../electron/engine/archive/writer/synced-file.ts';
import {
  eachItem,
  WorkBatch,
  type WorkItem,
} from '../../../../electron/engine/archive/writer/work-batch.ts';

function packed(items: readonly WorkItem[]): { items: WorkItem[]; released: number[] } {
  const batch = new WorkBatch();
  const released = items.flatMap(item => batch.add(item) ?? []);
  const unpacked: WorkItem[] = [];
  eachItem(structuredClone(batch.take()), item => unpacked.push(item));
  expect(batch.length).toBe(0);
  return { items: unpacked, released };
}

const number = fc.integer({ min: 0, max: 2 ** 32 });
const time = fc.option(number, { nil: undefined });
const place = fc.oneof(
  fc.record({ block: fc.integer({ min: 0, max: 3 }), offset: number, length: number }),
  fc.record({ bytes: fc.uint8Array() }),
);
const ids = { channel: number, id: number };
const item: fc.Arbitrary<WorkItem> = fc.oneof(
  fc.record({ ...ids, op: fc.constant('message'), time, place }),
  fc.record({ ...ids, op: fc.constant('end'), time }),
  fc.record({ ...ids, op: fc.constant('abort') }),
);

test('what is packed comes out as it went in, in order', () => {
  fc.assert(
    fc.property(fc.array(item), items => {
      expect(packed(items)).toEqual({ items, released: [] });
    }),
  );
});

function piece(id: number, block: number, offset: number, length: number): WorkItem {
  return { op: 'piece', channel: 1, id, place: { block, offset, length } };
}

test('pieces of a message that lie one behind the other become one', () => {
  const { items, released } = packed([
    piece(1, 2, 0, 10),
    piece(1, 2, 10, 5),
    piece(1, 2, 15, 1),
    { op: 'end', channel: 1, id: 1, time: undefined },
  ]);
  expect(items).toEqual([piece(1, 2, 0, 16), { op: 'end', channel: 1, id: 1, time: undefined }]);
  expect(released).toEqual([2, 2]);
});

test.each([
  ['with a gap between them', piece(1, 2, 11, 5)],
  ['in another block', piece(1, 3, 10, 5)],
  ['of another message', piece(2, 2, 10, 5)],
  ['of another channel', { ...piece(1, 2, 10, 5), channel: 2 }],
])('pieces %s stay apart', (_how, second) => {
  const first = piece(1, 2, 0, 10);
  expect(packed([first, second])).toEqual({ items: [first, second], released: [] });
});

test('files that are durable come back with size and hash', () => {
  const sha256 = (letter: string) => letter.repeat(43);
  const files = [
    { id: 1, size: 0, sha256: sha256('a') },
    { id: 2 ** 40, size: 5e9, sha256: sha256('b') },
  ];
  expect(unpackFiles(structuredClone(packFiles(files)))).toEqual(files);
  expect(unpackFiles(packFiles([]))).toEqual([]);
});
