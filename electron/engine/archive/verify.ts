import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './disk-failure.ts';
import { type MessageKind, messageKinds } from './kind.ts';
import type { MailboxArchive } from './mailbox-archive.ts';
import type { MailboxReader } from './mailbox-reader.ts';

/** A message that is not as it was stored. */
export interface Damage {
  readonly kind: MessageKind;
  readonly uid: number;
  /** Relative to the archive. */
  readonly path: string;
}

export interface MailboxVerdict {
  readonly mailbox: string;
  /** Files whose octets have the hash they were stored with. */
  readonly ok: number;
  readonly missing: readonly Damage[];
  /** Other octets than were stored, or octets that cannot be read. */
  readonly altered: readonly Damage[];
  /** Files adopted without a hash; they have one from now on, where it could be written down. */
  readonly unhashed: number;
}

/**
 * Reads every file of a mailbox again and compares it with the hash in the journal. Reports, never
 * deletes or moves.
 * @param archive the archive's folder
 * @param onChecked called after each file, with its octets
 */
export async function verifyMailbox(
  archive: string,
  mailbox: MailboxArchive | MailboxReader,
  onChecked: (octets: number) => void = () => undefined,
): Promise<MailboxVerdict> {
  const missing: Damage[] = [];
  const altered: Damage[] = [];
  let ok = 0;
  let unhashed = 0;
  for (const kind of messageKinds) {
    for (const uid of mailbox.knownUids(kind)) {
      const record = mailbox.record(kind, uid);
      if (record === undefined || record.kind !== kind) continue;
      const damage = { kind, uid, path: record.path };
      const found = await hashFile(join(archive, record.path));
      if (found === 'missing') missing.push(damage);
      else if (found === 'unreadable') altered.push(damage);
      else if (record.sha256 === undefined && found.octets === record.size) {
        unhashed++;
        mailbox.noteHash(kind, uid, found.sha256);
      } else if (found.sha256 === record.sha256) ok++;
      else altered.push(damage);
      onChecked(record.size);
    }
  }
  mailbox.flush();
  return { mailbox: mailbox.name, ok, missing, altered, unhashed };
}

async function hashFile(
  path: string,
): Promise<{ sha256: string; octets: number } | 'missing' | 'unreadable'> {
  const sum = createHash('sha256');
  let octets = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      sum.update(chunk);
      octets += chunk.length;
    }
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable';
  }
  return { sha256: sum.digest('hex'), octets };
}
