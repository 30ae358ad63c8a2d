import { join } from 'node:path';
import type { ArchiveReader } from '../../archive/archive-reader.ts';
import { readHead } from '../../archive/disk/read-head.ts';
import type { MaildropNote } from '../../archive/journal/message-table.ts';
import { storedRecord } from '../../archive/journal/stored-record.ts';
import { isHeader } from '../../archive/layout/kind.ts';
import { type MailboxName, mailboxName } from '../../mailbox-name.ts';
import { headerKey } from './header-key.ts';
import { headBytes, type Recognisable } from './recognisable.ts';

/** A stored message by which an account is known again. */
export interface SampledMessage extends Recognisable {
  readonly mailbox: MailboxName;
  /** The numbering that its UID counts under. */
  readonly uidValidity: number | undefined;
  /** How a POP3 server names and announces it. */
  readonly maildrop: MaildropNote;
}

/** What is compared of an archive whose account has another name now. */
export interface AccountSample {
  /** False where no message was ever stored. */
  readonly holdsMail: boolean;
  readonly messages: readonly SampledMessage[];
}

/** So many that chance does not decide, see same-mail.ts. */
const mostSampled = 100;

/** The key of a header that tells its message from no other. */
const saysNothing = headerKey(Buffer.alloc(0));

type Chosen = Omit<SampledMessage, 'key'> & { readonly path: string };

/**
 * Messages by chance from the whole archive, each as likely as any other: of those that the last run still saw on
 * the server, because what was deleted there is found on no other. Changes nothing, and does not own the folder.
 */
export function sampleAccount(archive: ArchiveReader): AccountSample {
  const chosen: Chosen[] = [];
  let [seen, holdsMail] = [0, false];
  for (const mailbox of archive.mailboxes()) {
    const index = mailbox.named();
    holdsMail ||= index.known > 0;
    const name = mailboxName(mailbox.name, archive.names.delimiterOf(mailbox.name));
    for (const kind of mailbox.kinds) {
      for (const uid of index.of(kind).knownUids()) {
        if (index.of(kind).isGone(uid)) continue;
        seen += 1;
        const place = placeOf(seen);
        const record = place < mostSampled && storedRecord(index, mailbox.layout, kind, uid);
        if (!record) continue;
        const { path, internalDate, size } = record;
        chosen[place] = {
          mailbox: name,
          uidValidity: mailbox.uidValidity,
          uid,
          path: join(archive.folder, path),
          maildrop: index.of(kind).maildropOf(uid),
          ...(internalDate !== undefined && { internalDate }),
          ...(!isHeader(kind) && { size }),
        };
      }
    }
  }
  const head = Buffer.allocUnsafeSlow(headBytes);
  return { holdsMail, messages: chosen.flatMap(each => withKey(each, head)) };
}

/** Where the n-th message goes, so that each of them has the same chance to be among the sampled. */
function placeOf(n: number): number {
  return n <= mostSampled ? n - 1 : Math.floor(Math.random() * n);
}

/** Nothing for a file that is not there, or whose header could be that of any message. */
function withKey({ path, ...message }: Chosen, head: Buffer): SampledMessage[] {
  try {
    const key = headerKey(readHead(path, head));
    return key === saysNothing ? [] : [{ ...message, key }];
  } catch {
    return [];
  }
}
