import { join } from 'node:path';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import type { Archive } from '../../archive/archive.ts';
import type { DeletedMessage, FirstRead } from '../../archive/deletions.ts';
import { FileHasher } from '../../archive/file-hasher.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import { isRefusal } from '../session/refusal.ts';
import { headBytes, headerHash } from './header-hash.ts';
import { Heads } from './heads.ts';
import type { DropMessage } from './maildrop.ts';
import type { DropSurvey } from './survey-drop.ts';
import { windowed } from './windowed.ts';

const day = 24 * 60 * 60 * 1000;

/** A message of the server whose file is whole, and what the list of deletions says of it. */
interface Due {
  readonly message: DropMessage;
  readonly deleted: DeletedMessage;
}

export interface DeletionRule {
  /** Days since a message's file was first read again and found whole. */
  readonly days: number;
  readonly now: number;
  readonly signal: AbortSignal;
  warn(warning: Warning): void;
}

/**
 * Deletes on the server what is archived: a message whose file was read from the disk and found whole in two runs at least
 * 24 hours apart, the second time now, and at least so many days after the first. All in one go, at the end of the session,
 * which is over then. A message without a UIDL that is its alone is never deleted, nor is one that announces another size
 * or has another header than the stored one.
 */
export async function deleteArchived(
  session: Pop3Session,
  { drop, uids }: DropSurvey,
  box: MailboxArchive,
  archive: Archive,
  rule: DeletionRule,
): Promise<void> {
  const { deletions } = archive;
  const before = deletions.firstReads();
  const reads = new Map<number, FirstRead>();
  const due: Due[] = [];
  const reader = new WholeFiles(box, archive.folder);
  for (const message of drop.messages) {
    rule.signal.throwIfAborted();
    const uid = uids.get(message.number);
    if (message.uidl === undefined || uid === undefined || !box.has('full', uid)) continue;
    const known = before.get(uid);
    const isKnown = known !== undefined && known.at <= rule.now;
    if (isKnown && !isOver(known, rule)) {
      reads.set(uid, known);
      continue;
    }
    const sha256 = await reader.read(uid);
    if (sha256 === undefined) continue;
    if (!isKnown || known.sha256 !== sha256) {
      reads.set(uid, { sha256, at: rule.now });
      continue;
    }
    reads.set(uid, known);
    const record = box.record('full', uid);
    const { uidl, size } = message;
    if (record === undefined || box.maildropOf('full', uid).size !== size) continue;
    const { path, sha256: hex = '' } = record;
    due.push({ message, deleted: { uid, uidl, size: record.size, sha256: hex, path } });
  }
  box.flush();
  deletions.keepFirstReads(reads);
  if (reader.altered > 0) {
    rule.warn(warningOf('deletion-put-off', { args: { count: reader.altered } }));
  }
  const same = await withSameHeader(session, box, due);
  if (same.length > 0) await deleteOnServer(session, same, archive, rule);
}

/** At least 24 hours between both readings, whatever the days. */
function isOver({ at }: FirstRead, { days, now }: DeletionRule): boolean {
  return now - at >= Math.max(1, days) * day;
}

/** Reads files of a mailbox and compares them with what the journal says. */
class WholeFiles {
  readonly #box: MailboxArchive;
  readonly #folder: string;
  readonly #hasher = new FileHasher(() => undefined);
  altered = 0;

  constructor(box: MailboxArchive, folder: string) {
    this.#box = box;
    this.#folder = folder;
  }

  /** @returns in base64url; undefined where the file is not as it was stored */
  async read(uid: number): Promise<string | undefined> {
    const record = this.#box.record('full', uid);
    if (record === undefined) return undefined;
    const found = await this.#hasher.hash(join(this.#folder, record.path));
    const noted = record.sha256 && Buffer.from(record.sha256, 'hex').toString('base64url');
    if (typeof found === 'object' && found.bytes === record.size) {
      if (noted === undefined) this.#box.noteHash('full', uid, found.sha256);
      if (noted === undefined || noted === found.sha256) return found.sha256;
    }
    this.altered += 1;
    if (typeof found === 'object') this.#box.noteAltered('full', uid);
    return undefined;
  }
}

/** A server that gives one name to two messages one after the other is not believed. */
async function withSameHeader(
  session: Pop3Session,
  box: MailboxArchive,
  due: readonly Due[],
): Promise<Due[]> {
  const heads = new Heads(session);
  await heads.ask(due.map(({ message }) => message));
  const head = Buffer.allocUnsafeSlow(headBytes);
  return due.filter(({ message, deleted: { uid } }) => {
    return heads.of(message)?.hash === headerHash(box.readHead('full', uid, head));
  });
}

async function deleteOnServer(
  session: Pop3Session,
  due: readonly Due[],
  { deletions }: Archive,
  { days, warn }: DeletionRule,
): Promise<void> {
  deletions.note(
    'asked',
    due.map(({ deleted }) => deleted),
  );
  const marked: DeletedMessage[] = [];
  const refused: DeletedMessage[] = [];
  await windowed(session, due, async ({ message, deleted }) => {
    try {
      await session.dele(message.number);
      marked.push(deleted);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.push(deleted);
    }
  });
  try {
    await session.quit();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // RFC 1939 section 6: some are deleted, others are not. The next run sees which.
    const { serverText = '' } = error.failure;
    warn(warningOf('deletion-unclear', { args: { serverText } }));
    deletions.note('not deleted', [...marked, ...refused]);
    return;
  }
  if (marked.length > 0) {
    deletions.note('deleted', marked);
    const count = marked.length;
    warn(
      days === 1
        ? warningOf('deleted-after-a-day', { args: { count } })
        : warningOf('deleted-after-days', { args: { count, days } }),
    );
  }
  if (refused.length > 0) {
    deletions.note('not deleted', refused);
    warn(warningOf('deletion-refused', { args: { count: refused.length } }));
  }
}
