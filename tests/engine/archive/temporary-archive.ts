import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Archive, type ArchiveOptions } from '../../../electron/engine/archive/archive.ts';
import type { MessageKind } from '../../../electron/engine/archive/layout/kind.ts';
import type { MailboxArchive } from '../../../electron/engine/archive/mailbox-archive.ts';
import { layoutNow } from '../../both-layouts.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Opened {
  readonly archive: Archive;
  readonly warnings: readonly string[];
}

export async function openArchive(
  folder: string,
  changes: Partial<ArchiveOptions> = {},
): Promise<Opened> {
  const warnings: string[] = [];
  const archive = await Archive.open({
    folder,
    layout: layoutNow(),
    extension: (changes.layout ?? layoutNow()) === 'flat' ? '.txt' : '.eml',
    account: { user: 'accounts', host: 'mail.example.org' },
    onWarning: ({ message }) => warnings.push(message),
    ...changes,
  });
  return { archive, warnings };
}

export const someDate = Date.UTC(2024, 2, 1, 9, 12, 30);

/** The bytes of a message that says its own UID. */
export function bytesOf(uid: number, size = 200): Buffer {
  const head = `Subject: Message ${uid}\r\nMessage-ID: <${uid}@example.org>\r\n\r\n`;
  return Buffer.from(head.padEnd(size, `body of ${uid}. `));
}

/** Stores messages the way a download does; resolves when they are durable. */
export async function storeAll(
  mailbox: MailboxArchive,
  uids: readonly number[],
  kind: MessageKind = 'full',
  contentOf: (uid: number) => Buffer = uid => bytesOf(uid),
): Promise<number[]> {
  const stored: number[] = [];
  const writer = mailbox.writer(kind, ({ uid }) => stored.push(uid));
  for (const uid of uids) {
    const bytes = contentOf(uid);
    const memory = writer.open(bytes.length);
    const meta = { uid, flags: ['\\Seen'], internalDate: someDate, subject: `Message ${uid}` };
    if (Buffer.isBuffer(memory)) {
      bytes.copy(memory);
      writer.store(meta, { kind: 'memory', bytes: memory });
    } else {
      memory.write(bytes);
      memory.end();
      writer.store(meta, { kind: 'streamed', size: bytes.length, sink: memory });
    }
    await writer.ready();
  }
  await writer.close();
  return stored;
}

/** The files a person sees, relative to the folder and sorted, with their content. */
export function visibleFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(name => !name.startsWith('.'))
    .sort();
  return new Map(names.map(name => [name, readFileSync(join(folder, name), 'latin1')]));
}
