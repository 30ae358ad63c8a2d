import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { Journal } from '../../../electron/engine/archive/journal/journal.ts';
import type { JournalRecord } from '../../../electron/engine/archive/journal/journal-record.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { test as inBothLayouts } from '../../both-layouts.ts';
import { openArchive, storeAll, temporaryFolder } from './temporary-archive.ts';

const inbox = mailboxName('INBOX', '/');

/** Opens the mailbox and ends that after two turns. */
async function stopOpening(folder: string): Promise<void> {
  const stopping = new AbortController();
  const { archive } = await openArchive(folder, { signal: stopping.signal });
  const opening = archive.mailbox(inbox);
  opening.catch(() => {});
  await nextTurn();
  await nextTurn();
  stopping.abort();
  await expect(opening).rejects.toThrow(stopping.signal.reason);
  await archive.close();
}

async function known(folder: string): Promise<number> {
  const { archive } = await openArchive(folder);
  const mailbox = await archive.mailbox(inbox);
  const { length } = mailbox.knownUids('full');
  await archive.close();
  return length;
}

describe('a stop ends the opening of a mailbox', () => {
  inBothLayouts('while its journal is replayed', async () => {
    const folder = temporaryFolder();
    expect(await known(folder)).toBe(0);
    const records: JournalRecord[] = Array.from({ length: 60_000 }, (_, index) => ({
      type: 'stored',
      kind: 'full',
      message: { uid: index + 1, size: 1, sha256: 'A'.repeat(43), flags: '' },
    }));
    new Journal(join(folder, '.mailstow/journal/INBOX.jsonl'), 'INBOX').append(records);
    await stopOpening(folder);
    expect(await known(folder)).toBe(60_000);
  });

  inBothLayouts('while its files are looked at', async () => {
    const folder = temporaryFolder();
    const { archive } = await openArchive(folder);
    const uids = Array.from({ length: 3_000 }, (_, index) => index + 1);
    await storeAll(await archive.mailbox(inbox), uids);
    await archive.close();
    rmSync(join(folder, '.mailstow/journal/INBOX.jsonl'));
    await stopOpening(folder);
    expect(await known(folder)).toBe(3_000);
  });
});
