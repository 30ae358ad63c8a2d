import { describe, expect, test } from 'vitest';
import { serverFolderRows } from '../../../renderer/store/server-folder-rows.ts';
import { createServerFoldersStore } from '../../../renderer/store/server-folders.ts';
import type { ServerFolder, ServerFolders } from '../../../shared/contract.ts';
import { anAccount } from '../an-account.ts';
import { FakeBridge, Refused } from '../fake-bridge.ts';

const folder = (...levels: string[]): ServerFolder => ({
  ...{ name: levels.join('/'), levels, selectable: true, subscribed: true },
  ...{ messages: 3, bytes: 30 },
});

const listing = (...folders: ServerFolder[]): ServerFolders => ({ folders, lost: [], nests: true });

test('folders are shown as a tree, each below the one it lies in, the inbox first', () => {
  const rows = serverFolderRows([
    folder('Work'),
    folder('Private'),
    folder('Work', '2024'),
    folder('INBOX'),
    folder('Work', '2024', 'May'),
  ]);
  const seen = rows.map(({ label, depth, hasChildren }) => [label, depth, hasChildren]);
  expect(seen).toEqual([
    ['INBOX', 0, false],
    ['Work', 0, true],
    ['2024', 1, true],
    ['May', 2, false],
    ['Private', 0, false],
  ]);
});

describe('what is done with folders', () => {
  const account = anAccount();
  const at = { accountId: account.id, waitId: expect.any(String) };

  async function opened(handlers: ConstructorParameters<typeof FakeBridge>[0] = {}) {
    const bridge = new FakeBridge({
      'mailboxes.list': () => listing(folder('Work'), folder('Work', '2024')),
      'mailboxes.lookBeforeDeletion': () => ({ messages: 3, notArchived: 0 }),
      ...handlers,
    });
    const store = createServerFoldersStore(bridge);
    await store.getState().load(account);
    return { bridge, store, state: () => store.getState() };
  }

  test('a folder is renamed within the one it lies in', async () => {
    const { bridge, state } = await opened({ 'mailboxes.rename': () => listing(folder('Work')) });
    state().ask({ about: 'rename', folder: folder('Work', '2024') });
    expect(await state().rename('2025')).toBe(true);
    expect(bridge.inputsOf('mailboxes.rename')).toEqual([
      { ...at, mailbox: 'Work/2024', parent: 'Work', folder: '2025' },
    ]);
    expect(state()).toMatchObject({ question: undefined, listed: { folders: [{ name: 'Work' }] } });
  });

  test('what the server refuses stays in front of the person', async () => {
    const { state } = await opened({
      'mailboxes.create': () => {
        throw new Refused({ message: 'It is there.' });
      },
    });
    state().ask({ about: 'new' });
    expect(await state().create('Work', true)).toBe(false);
    expect(state()).toMatchObject({ question: { about: 'new' }, busy: false });
    expect(state().refused?.message).toBe('It is there.');
    state().leave();
    expect(state()).toMatchObject({ question: undefined, refused: undefined });
  });

  test('a folder is deleted with as many messages as were told of, and never before it was compared', async () => {
    const { bridge, state } = await opened({ 'mailboxes.delete': () => listing() });
    const question = { about: 'delete', folder: folder('Work', '2024') } as const;
    state().ask(question);
    expect(await state().remove()).toBe(false);
    await expect.poll(() => state().outlook).toEqual({ messages: 3, notArchived: 0 });
    expect(await state().remove()).toBe(true);
    expect(bridge.inputsOf('mailboxes.delete')).toEqual([
      { ...at, mailbox: 'Work/2024', messages: 3 },
    ]);
  });

  test('bytes that the server does not add up are counted, and stay when something else changes', async () => {
    const { bytes: _, ...unsized } = folder('Work');
    const { bridge, state } = await opened({
      'mailboxes.list': () => listing(unsized),
      'accounts.count': () => ({ whole: true }),
      'mailboxes.subscribe': () => listing({ ...unsized, subscribed: false }),
    });
    const [{ waitId }] = bridge.inputsOf('accounts.count') as [{ waitId: string }];
    bridge.emit('mailboxes.counted', { waitId, mailboxes: [{ name: 'Work', bytes: 77 }] });
    expect(state().listed?.folders).toMatchObject([{ bytes: 77 }]);
    await state().subscribe('Work', false);
    expect(state().listed?.folders).toMatchObject([{ bytes: 77, subscribed: false }]);
  });
});
