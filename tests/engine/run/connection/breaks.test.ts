import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../../../both-layouts.ts';
import type { FetchAlteration } from '../../../servers/scripted/options.ts';
import { eventsOf, numbered, scriptedAccount, storedIn } from '../test-account.ts';

const { mailbox, texts, files } = numbered(20);
const breaking: FetchAlteration = { stop: { at: 10, how: 'close' } };

function serverBreakingAt(uids: readonly number[], how = breaking) {
  return scriptedAccount({
    mailboxes: [mailbox, numbered(2, 'Second').mailbox],
    beforeFetchResponse: ({ uid, mailbox: name }) =>
      name === 'INBOX' && uids.includes(uid) ? how : undefined,
  });
}

describe('messages at which the connection breaks', () => {
  test('keep no other back, however many there are in a row, and are named with what came of them', async () => {
    const bad = [2, 3, 4, 5];
    const account = await serverBreakingAt(bad);
    const { stored, problems } = await account.run();
    expect(stored).toBe(texts.length - bad.length);
    expect(storedIn(account.folder)).toEqual(files(bad));
    expect(problems.map(({ uid }) => uid).sort()).toEqual(bad);
    for (const { uid = 0, rawPath = '', kind } of problems) {
      expect(kind).toBe('message-not-stored');
      const raw = readFileSync(join(account.folder, rawPath), 'latin1');
      expect(raw).toBe(texts[uid - 1]?.slice(0, 10));
    }
  });

  test('are known to the next run, which names them again and goes on to the next mailbox', async () => {
    const account = await serverBreakingAt([4, 9]);
    await account.run();
    const { stored, problems } = await account.run({ mailboxes: ['INBOX', 'Second'] });
    expect(stored).toBe(2);
    expect(problems.map(({ uid }) => uid).sort()).toEqual([4, 9]);
  });

  test('are stored when they come whole after all', async () => {
    let breaks = 0;
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      beforeFetchResponse: ({ uid }) => (uid === 7 && ++breaks < 3 ? breaking : undefined),
    });
    expect(await account.run()).toMatchObject({ stored: 20, problems: [] });
    expect(storedIn(account.folder)).toEqual(files());
  });

  test('are found although the server does not name them', async () => {
    const account = await serverBreakingAt([8], { ...breaking, omit: ['UID'] });
    expect(await account.run()).toMatchObject({ stored: 19, problems: [{ uid: 8 }] });
    expect(storedIn(account.folder)).toEqual(files([8]));
  });
});

test('a server that breaks at everything from some message on ends the run, with what came before', async () => {
  const behindThree = texts.map((_, index) => index + 1).slice(3);
  const account = await serverBreakingAt(behindThree);
  await expect(account.run()).rejects.toMatchObject({ failure: { kind: 'receive' } });
  expect(storedIn(account.folder)).toEqual(files(behindThree));
  expect(eventsOf(account, 'problem')).toEqual([]);
  // Ten findings count as progress, each with a reconnection; two more reconnections do not.
  expect(account.server.connections).toHaveLength(13);
});
