import { join } from 'node:path';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { Turns } from '../archive/disk/turns.ts';
import { FileHasher } from '../archive/file-hasher.ts';
import type { StoredRecord } from '../archive/journal/stored-record.ts';
import { isHeader } from '../archive/layout/kind.ts';
import type { MailboxReader } from '../archive/mailbox-reader.ts';
import { MailstowError } from '../errors.ts';
import type { StoredMailbox } from '../run/check/compare-with-server.ts';
import { storedMailbox } from '../run/check/stored-mailboxes.ts';
import { knownFrom } from '../run/survey/known-messages.ts';

/**
 * One mailbox of an archive with those messages only that are archived for good: whole, not headers alone, and their files
 * read again now and found to be as they were saved. Those that stand under another mailbox count where their file does.
 * @param signal ends the reading
 * @returns undefined where the archive does not know the mailbox
 */
export async function wholeMailbox(
  reader: ArchiveReader,
  key: string,
  signal: AbortSignal,
): Promise<StoredMailbox | undefined> {
  const mailbox = [...named(reader, new Set([key]))][0];
  if (mailbox === undefined) return undefined;
  const turns = new Turns();
  const rest = () => {
    if (signal.aborted) throw new MailstowError('verification-stopped');
    return turns.isDue() ? turns.next() : undefined;
  };
  const hasher = new FileHasher(rest);
  const isSound = async (record: StoredRecord) => {
    await rest();
    const found = await hasher.hash(join(reader.folder, record.path));
    if (typeof found === 'string' || found.bytes !== record.size) return false;
    // An adopted file has no hash: its size, and what the server says of it, have to do.
    if (record.sha256 === undefined) return true;
    return Buffer.from(found.sha256, 'base64url').toString('hex') === record.sha256;
  };
  const here = new Map<number, StoredRecord>();
  for (const record of wholeRecords(mailbox)) {
    if (!here.has(record.uid) && (await isSound(record))) here.set(record.uid, record);
  }
  const linked = await soundLinks(reader, mailbox, isSound);
  const uids = [...new Set([...here.keys(), ...linked])].sort((a, b) => a - b);
  const messages = [...here.values()].map(message => knownFrom({ kind: 'full', message }));
  return { ...storedMailbox(reader, mailbox), uids, messages };
}

function* named(reader: ArchiveReader, keys: ReadonlySet<string>): Iterable<MailboxReader> {
  for (const mailbox of reader.mailboxes()) if (keys.has(mailbox.name)) yield mailbox;
}

function* wholeRecords(mailbox: MailboxReader): Iterable<StoredRecord> {
  for (const kind of mailbox.kinds) {
    if (isHeader(kind)) continue;
    for (const uid of mailbox.uids(kind)) {
      const record = mailbox.record(kind, uid);
      if (record !== undefined) yield record;
    }
  }
}

/** UIDs of messages whose files stand under other mailboxes of the archive, and are sound there. */
async function soundLinks(
  reader: ArchiveReader,
  { links }: MailboxReader,
  isSound: (record: StoredRecord) => Promise<boolean>,
): Promise<number[]> {
  if (links.size === 0) return [];
  const targets = new Set([...links.values()].map(({ target }) => target.mailbox));
  const sound: number[] = [];
  for (const other of named(reader, targets)) {
    const records = new Map<number, StoredRecord>();
    for (const record of wholeRecords(other)) records.set(record.uid, record);
    for (const [uid, link] of links) {
      const { mailbox, uidValidity } = link.target;
      if (mailbox !== other.name || uidValidity !== other.uidValidity) continue;
      const record = records.get(link.uid);
      if (record !== undefined && (await isSound(record))) sound.push(uid);
    }
  }
  return sound;
}
