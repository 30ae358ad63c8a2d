import type { MailboxArchive } from '../../../electron/engine/archive/mailbox-archive.ts';
import { someDate } from '../catalog/an-archive.ts';

/** Stores messages of any content and of less than a megabyte, as a download does; their UIDs count from 1. */
export async function storeFiles(
  mailbox: MailboxArchive,
  messages: readonly Buffer[],
): Promise<void> {
  const writer = mailbox.writer('full', () => undefined);
  for (const [index, bytes] of messages.entries()) {
    const memory = writer.open(bytes.length);
    if (!Buffer.isBuffer(memory)) throw new Error('A small message is kept in memory.');
    bytes.copy(memory);
    const meta = { uid: index + 1, flags: ['\\Seen'], internalDate: someDate + index * 60_000 };
    writer.store(meta, { kind: 'memory', bytes: memory });
    await writer.ready();
  }
  await writer.close();
}
