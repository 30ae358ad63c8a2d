import { describe, expect, test } from 'vitest';
import {
  buildTree,
  chosen,
  namesIn,
  neededBytes,
  tickOf,
  toggle,
  unchosen,
  unwanted,
  wanted,
} from '../../../renderer/store/mailbox-tree.ts';
import type { MailboxEntry } from '../../../shared/contract.ts';

const entry = (name: string, more: Partial<MailboxEntry> = {}): MailboxEntry => ({
  name,
  levels: name.split('/'),
  selectable: true,
  ...more,
});

describe('the tree', () => {
  test('has the levels that the server does not list, in its order', () => {
    const tree = buildTree([entry('INBOX'), entry('Work/2024/Bills'), entry('Work/2025')]);
    expect(tree.map(({ label }) => label)).toEqual(['INBOX', 'Work']);
    const [, work] = tree;
    expect(work).toMatchObject({ name: undefined });
    expect(work?.children.map(({ label }) => label)).toEqual(['2024', '2025']);
    expect(work && namesIn(work)).toEqual(['Work/2024/Bills', 'Work/2025']);
  });

  test('a level that is listed after what is in it keeps what is in it', () => {
    const [work] = buildTree([entry('Work/2025'), entry('Work', { messages: 4 })]);
    expect(work).toMatchObject({ name: 'Work', messages: 4 });
    expect(work?.children).toHaveLength(1);
  });

  test('what cannot be opened is a level and no mailbox', () => {
    const [level] = buildTree([entry('[Mail]', { selectable: false })]);
    expect(level?.name).toBeUndefined();
  });
});

describe('ticks', () => {
  test('all, some or none of what stands below', () => {
    expect(tickOf(['a', 'b'], new Set())).toBe('all');
    expect(tickOf(['a', 'b'], new Set(['b']))).toBe('some');
    expect(tickOf(['a', 'b'], new Set(['b', 'a']))).toBe('none');
  });

  test('a tick takes all in, a second one takes all out', () => {
    expect(toggle(['a', 'b'], ['b', 'c'])).toEqual(['c']);
    expect(toggle(['a', 'b'], ['c'])).toEqual(['c', 'a', 'b']);
  });
});

test('everything is all but spam and rubbish, and counts accordingly', () => {
  const all = [
    entry('INBOX', { messages: 5, bytes: 5_000 }),
    entry('Spam', { use: 'junk', messages: 70, bytes: 700 }),
    entry('Bin', { use: 'trash', messages: 3 }),
    entry('[Mail]', { selectable: false }),
  ];
  expect(unwanted(all)).toEqual(['Spam', 'Bin']);
  expect(wanted(all)).toEqual(['INBOX']);
  const sum = chosen(all, ['Spam']);
  expect(sum).toEqual({ mailboxes: 2, messages: 8, bytes: 5_000, unsized: 3 });
  expect(unchosen(all, ['Spam'])).toEqual({ mailboxes: 1, messages: 70, bytes: 700, unsized: 0 });
  // What is not told is estimated; what is told is not.
  expect(neededBytes({ ...sum, unsized: 0 }, false)).toBe(5_000);
  expect(neededBytes(sum, false)).toBe(5_000 + 3 * 80_000);
  expect(neededBytes(sum, true)).toBe(8 * 6_000);
});

test('where the server does not say what a folder is for, its name does', () => {
  const all = [
    entry('Spam'),
    entry('INBOX/Trash'),
    entry('Trash talk'),
    entry('Junk', { use: 'archive' }),
  ];
  expect(unwanted(all)).toEqual(['Spam', 'INBOX/Trash']);
});
