import type { MailboxArchive } from '../../../../electron/engine/archive/mailbox-archive.ts';
import type { Move } from '../../../../electron/engine/archive/renumber/remap-plan.ts';
import { renumber } from '../renumber/renumber.ts';

/** One message that streams among small ones, in a group large enough for one sync of the file system. */
const largeUid = 6;
export const newUids = [1, 2, 3, 4, 5, largeUid];

/** Two messages swap their UIDs, one gets a new one; the others have no match. */
export const remapMoves: readonly Move[] = [
  { kind: 'full', from: 1, to: 2 },
  { kind: 'full', from: 2, to: 1 },
  { kind: 'full', from: largeUid, to: 9 },
];

/** The one message that the server has and the archive had not when UIDVALIDITY changed. */
export const unmatchedUid = 7;

export function bytesFor(uid: number): Buffer {
  const size = uid === largeUid ? 1_100_000 : 300;
  return Buffer.from(`Subject: No. ${uid}\r\n\r\n`.padEnd(size, `text of ${uid} `));
}

/** Stores what is missing, as any run does. */
export async function storeScene(
  mailbox: MailboxArchive,
  onStored: (uid: number) => void,
): Promise<void> {
  await mailbox.setUidValidity(5);
  await fill(mailbox, newUids, onStored);
}

/** UIDVALIDITY goes from 5 to 6; a run after a crash carries on where the first one ended. */
export async function remapScene(
  mailbox: MailboxArchive,
  onStored: (uid: number) => void,
): Promise<void> {
  if (mailbox.uidValidity === 5 && mailbox.change.pending === undefined) {
    await renumber(mailbox, 6, remapMoves);
  }
  await fill(mailbox, [unmatchedUid], onStored);
  mailbox.change.finish();
}

async function fill(
  mailbox: MailboxArchive,
  uids: readonly number[],
  onStored: (uid: number) => void,
): Promise<void> {
  const writer = mailbox.writer('full', ({ uid }) => onStored(uid));
  for (const uid of uids.filter(uid => !mailbox.has('full', uid))) {
    const bytes = bytesFor(uid);
    const memory = writer.open(bytes.length);
    const meta = { uid, flags: ['\\Seen'], internalDate: 1_709_284_350_000, subject: `No. ${uid}` };
    if (Buffer.isBuffer(memory)) {
      bytes.copy(memory);
      writer.store(meta, { kind: 'memory', bytes: memory });
    } else {
      memory.write(bytes);
      memory.end();
      writer.store(meta, { kind: 'streamed', size: bytes.length, sink: memory });
    }
  }
  await writer.close();
}
