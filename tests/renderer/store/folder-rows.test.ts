import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderRows } from '../../../renderer/store/folder-rows.ts';

const mailbox = (name: string) => ({ name, messages: 1, unread: 0 });
const rowsOf = (...names: string[]) => folderRows(names.map(mailbox));
/** Each row as it looks: indented by its depth. */
const drawn = (...names: string[]) =>
  rowsOf(...names).map(({ depth, label }) => `${'  '.repeat(depth)}${label}`);

describe('folders', () => {
  test('stand below the one they lie in, the inbox first, in the server’s order', () => {
    expect(drawn('Work', 'Work/2025', 'Archive', 'Work/2024/Bills', 'INBOX', 'Work/2024')).toEqual([
      'INBOX',
      'Work',
      '  2025',
      '  2024',
      '    Bills',
      'Archive',
    ]);
  });

  test.each(['/', '.', '\\'])('are told apart by %s', separator => {
    expect(drawn('Work', `Work${separator}2024`)).toEqual(['Work', '  2024']);
  });

  test('keep the whole of a name whose upper levels are not there', () => {
    expect(drawn('Work/2024', 'v1.2')).toEqual(['Work/2024', 'v1.2']);
  });

  test('lie in the nearest one that is there', () => {
    expect(drawn('Work', 'Work/2024/Bills')).toEqual(['Work', '  2024/Bills']);
  });

  test('keep their counts', () => {
    const [row] = folderRows([{ name: 'Work', messages: 12, unread: 3 }]);
    expect(row).toEqual({ ...row, name: 'Work', messages: 12, unread: 3 });
  });

  test('are special at the top and inside of the inbox, and nowhere else', () => {
    const uses = rowsOf('INBOX', 'INBOX.Sent', 'Trash', 'Work', 'Work/Trash', 'Work/Inbox');
    expect(uses.map(({ name, use }) => [name, use])).toEqual([
      ['INBOX', 'inbox'],
      ['INBOX.Sent', 'sent'],
      ['Trash', 'trash'],
      ['Work', undefined],
      ['Work/Trash', undefined],
      ['Work/Inbox', undefined],
    ]);
  });

  const hostile = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '\\'), maxLength: 12 }),
    fc.constantFrom('INBOX', 'inbox', 'Inbox/', '/INBOX', '__proto__', 'constructor', '..', '//'),
    fc.string({ unit: 'binary' }),
  );

  test('whatever they are called, each is there once, below what its name begins with', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostile, { maxLength: 40 }), names => {
        const rows = folderRows(names.map(mailbox));
        expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
        const way: string[] = [];
        for (const { name, depth, label } of rows) {
          expect(depth).toBeLessThanOrEqual(way.length);
          way.length = depth;
          const parent = way.at(-1);
          if (parent === undefined) expect(label).toBe(name);
          else expect(name).toBe(`${parent}${name.charAt(parent.length)}${label}`);
          expect(label === '' && name !== '').toBe(false);
          way.push(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('take time as there are more of them, and no more than that', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        mailbox(`Projects/${index % 100}/${index}.deep.${'/'.repeat(20)}${index}`),
      );
    const time = (count: number) => {
      const mailboxes = some(count);
      const runs = Array.from({ length: 3 }, () => {
        const began = performance.now();
        expect(folderRows(mailboxes)).toHaveLength(count);
        return performance.now() - began;
      });
      return Math.min(...runs);
    };
    time(2_000);
    // Ten times as many; a hundred times as long would be as the square of it.
    expect(time(20_000)).toBeLessThan(40 * Math.max(1, time(2_000)));
  });

  test('a thousand levels deep are no trouble', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `a${'/a'.repeat(index)}`);
    expect(rowsOf(...names).at(-1)).toMatchObject({ depth: 999, label: 'a' });
  });
});
