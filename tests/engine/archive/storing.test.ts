import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { fileOf, layoutNow, storedMessages, test } from '../../both-layouts.ts';
import {
  bytesOf,
  openArchive,
  someDate,
  storeAll,
  temporaryFolder,
  visibleFiles,
} from './temporary-archive.ts';

async function newMailbox(layout = layoutNow()) {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder, { layout });
  const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
  await mailbox.setUidValidity(5);
  return { folder, archive, mailbox };
}

test('exactly the bytes, the date as modification time, a record with the hash', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  expect(await storeAll(mailbox, [1717])).toEqual([1717]);
  await archive.close();
  const bytes = bytesOf(1717);
  expect(storedMessages(folder)).toEqual({ 'MSG_INBOX_1717.txt': bytes.toString('latin1') });
  const path = fileOf(folder, 'MSG_INBOX_1717.txt');
  expect(statSync(path).mtimeMs).toBe(someDate);
  const again = await openArchive(folder);
  const reopened = await again.archive.mailbox(mailboxName('INBOX', '/'));
  expect(reopened.record('full', 1717)).toEqual({
    uid: 1717,
    uidValidity: 5,
    kind: 'full',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    internalDate: someDate,
    flags: ['\\Seen'],
    path: relative(folder, path),
    gone: false,
  });
  expect(reopened.readHead('full', 1717, Buffer.alloc(9))).toEqual(Buffer.from('Subject: '));
  await again.archive.close();
});

test('thousands of messages of all sizes, more than the shared blocks hold', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  const uids = Array.from({ length: 2500 }, (_, index) => index + 1);
  const size = (uid: number) => 100 + ((uid * 7919) % 30_000);
  const stored = await storeAll(mailbox, uids, 'full', uid => bytesOf(uid, size(uid)));
  expect(stored).toEqual(uids);
  const files = storedMessages(folder);
  for (const uid of uids) {
    const expected = bytesOf(uid, size(uid)).toString('latin1');
    expect(files[`MSG_INBOX_${uid}.txt`] === expected).toBe(true);
  }
  await archive.close();
});

describe('a large message', () => {
  test('streams to its file in chunks of any size and has its hash', async () => {
    const { folder, archive, mailbox } = await newMailbox();
    const bytes = bytesOf(1, 9_000_001);
    const writer = mailbox.writer('full', () => undefined);
    const sink = writer.open(bytes.length);
    if (Buffer.isBuffer(sink)) throw new Error('a large message must not be held in memory');
    const scratch = Buffer.alloc(3_000_000);
    for (let start = 0, length = 1; start < bytes.length; start += length, length *= 3) {
      length = Math.min(length, scratch.length);
      const chunk = bytes.subarray(start, start + length);
      chunk.copy(scratch);
      sink.write(scratch.subarray(0, chunk.length));
      await writer.ready();
    }
    sink.end();
    writer.store({ uid: 1, flags: [] }, { kind: 'streamed', size: bytes.length, sink });
    await writer.close();
    expect(readFileSync(fileOf(folder, 'MSG_INBOX_1.txt')).equals(bytes)).toBe(true);
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(mailbox.record('full', 1)?.sha256).toBe(hash);
    await archive.close();
  });

  test('cut off or unwanted leaves nothing', async () => {
    const { folder, archive, mailbox } = await newMailbox();
    const writer = mailbox.writer('full', () => undefined);
    for (const end of ['abort', 'discard', 'abandon'] as const) {
      const sink = writer.open(2_000_000);
      if (Buffer.isBuffer(sink)) throw new Error('a large message must not be held in memory');
      sink.write(Buffer.alloc(1000));
      if (end === 'abort') sink.abort();
      else if (end === 'discard') writer.discard({ kind: 'streamed', size: 2_000_000, sink });
      else writer.abandon();
    }
    await writer.close();
    expect(visibleFiles(folder).size).toBe(0);
    expect(readdirSync(join(folder, '.mailstow', 'incoming'))).toEqual([]);
    await archive.close();
  });
});

test('memory that is not the writer’s own may be used again after store', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  const writer = mailbox.writer('full', () => undefined);
  const socketBuffer = Buffer.alloc(200);
  for (const uid of [1, 2, 3]) {
    bytesOf(uid).copy(socketBuffer);
    writer.store({ uid, flags: [] }, { kind: 'memory', bytes: socketBuffer });
  }
  socketBuffer.fill(0);
  await writer.close();
  const expected = [1, 2, 3].map(uid => bytesOf(uid).toString('latin1'));
  expect(Object.values(storedMessages(folder))).toEqual(expected);
  await archive.close();
});

test('memory given up by a lost connection comes back: the writer never waits for it', async () => {
  const { archive, mailbox } = await newMailbox();
  const writer = mailbox.writer('full', () => undefined);
  for (let round = 0; round < 20; round++) {
    for (let count = 0; count < 8; count++) writer.open(1_000_000);
    if (round % 2 === 0) writer.abandon();
    expect(writer.ready()).toBeUndefined();
  }
  await writer.close();
  await archive.close();
});

test('while the thread is behind, ready is a promise that resolves', async () => {
  const { archive, mailbox } = await newMailbox();
  const writer = mailbox.writer('full', () => undefined);
  let waits = 0;
  for (let uid = 1; uid <= 60; uid++) {
    const memory = writer.open(1_000_000);
    if (!Buffer.isBuffer(memory)) throw new Error('expected memory');
    writer.store({ uid, flags: [] }, { kind: 'memory', bytes: memory });
    const ready = writer.ready();
    if (ready === undefined) continue;
    waits++;
    await ready;
  }
  expect(waits).toBeGreaterThan(0);
  await writer.close();
  expect(mailbox.uids('full')).toHaveLength(60);
  await archive.close();
});

test('a message sent twice is one file; other bytes under a known UID do not overwrite the first', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  await storeAll(mailbox, [1, 1]);
  await storeAll(mailbox, [1], 'full', () => Buffer.from('something else'));
  expect(Object.values(storedMessages(folder))).toEqual(['something else']);
  const kept = join(folder, '.mailstow', 'superseded', 'INBOX', 'replaced');
  const name = basename(fileOf(folder, 'MSG_INBOX_1.txt'));
  expect(readFileSync(join(kept, name))).toEqual(bytesOf(1));
  await archive.close();
});

onceOnly('copyKind stores bytes the folder has under another name, large ones too', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  await storeAll(mailbox, [1, 2, 3], 'full', uid => bytesOf(uid, uid === 3 ? 3_000_000 : 200));
  await storeAll(mailbox, [1], 'new');
  expect(await mailbox.copyKind('full', 'new', [1, 2, 3, 4])).toEqual([2, 3]);
  expect(await mailbox.copyKind('full', 'header', [1, 2])).toEqual([]);
  const files = visibleFiles(folder);
  expect(files.get('MSG_new_INBOX_3.txt')).toBe(files.get('MSG_INBOX_3.txt'));
  expect(mailbox.record('new', 3)).toMatchObject({ flags: ['\\Seen'], internalDate: someDate });
  await archive.close();
});

onceOnly('copyKind does not pass on a file that was altered', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  await storeAll(mailbox, [1, 2]);
  writeFileSync(join(folder, 'MSG_INBOX_1.txt'), bytesOf(1).fill(0, 150));
  expect(await mailbox.copyKind('full', 'new', [1, 2])).toEqual([2]);
  expect(mailbox.uids('new')).toEqual([2]);
  await archive.close();
});

test('mailboxes with the same long beginning, written at once, do not meet in incoming/', async () => {
  const { folder, archive } = await newMailbox();
  const names = ['2023', '2024'].map(year => `Archive of the Accounts Team, ${year}`);
  const mailboxes = await Promise.all(names.map(name => archive.mailbox(mailboxName(name, '/'))));
  await Promise.all(mailboxes.map(mailbox => storeAll(mailbox, [1, 2, 3])));
  expect(visibleFiles(folder).size).toBe(6);
  await archive.close();
});

test('flags, messages gone from the server and quarantined ones outlive the run', async () => {
  const { folder, archive, mailbox } = await newMailbox();
  await storeAll(mailbox, [1, 2]);
  mailbox.updateFlags(1, ['\\Answered', '$Label']);
  expect(mailbox.noteServerHas(uid => uid !== 2)).toBe(1);
  const path = mailbox.quarantine.keep(3, 'the body was NIL', Buffer.from('* 3 FETCH ('));
  expect(mailbox.quarantine.keep(4, 'refused', undefined)).toBeUndefined();
  await archive.close();
  expect(readFileSync(join(folder, path ?? ''), 'utf8')).toBe('* 3 FETCH (');
  const again = await openArchive(folder);
  const reopened = await again.archive.mailbox(mailboxName('INBOX', '/'));
  expect(reopened.record('full', 1)).toMatchObject({
    flags: ['\\Answered', '$Label'],
    gone: false,
  });
  expect(reopened.record('full', 2)).toMatchObject({ flags: ['\\Seen'], gone: true });
  expect([...reopened.quarantine.messages]).toEqual([
    [3, { reason: 'the body was NIL', path }],
    [4, { reason: 'refused', path: null }],
  ]);
  await storeAll(reopened, [3]);
  expect([...reopened.quarantine.messages.keys()]).toEqual([4]);
  await again.archive.close();
});

onceOnly('in the folders layout the full message takes the place of its headers', async () => {
  const { folder, archive, mailbox } = await newMailbox('folders');
  await storeAll(mailbox, [1, 2], 'header');
  await storeAll(mailbox, [1]);
  expect([...visibleFiles(folder).keys()]).toEqual([
    'INBOX/2024-03-01 0912 Message 1 [1].eml',
    'INBOX/2024-03-01 0912 Message 2 [2].headers.eml',
  ]);
  await archive.close();
  const again = await openArchive(folder, { layout: 'folders' });
  const reopened = await again.archive.mailbox(mailboxName('INBOX', '/'));
  expect([reopened.uids('full'), reopened.uids('header'), reopened.knownUids('header')]).toEqual([
    [1],
    [2],
    [2],
  ]);
  await again.archive.close();
});
