import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Archive, type ArchiveOptions } from '../../../electron/engine/archive/archive.ts';
import type { MessageKind } from '../../../electron/engine/archive/layout/kind.ts';
import type { MailboxArchive } from '../../../electron/engine/archive/mailbox-archive.ts';
import { Catalog } from '../../../electron/engine/catalog/catalog.ts';
import type { CatalogQuery, CatalogRow } from '../../../electron/engine/catalog/catalog-calls.ts';

/** A message to store; only what a test is about needs saying. */
export interface Stored {
  readonly uid: number;
  readonly subject?: string;
  readonly from?: string;
  /** Milliseconds since 1970 UTC, by the author's clock and by the server's. */
  readonly date?: number;
  readonly flags?: readonly string[];
  readonly kind?: MessageKind;
  readonly body?: string;
  /** The whole message, instead of all that it is made from. */
  readonly bytes?: Buffer;
}

export const someDate = Date.UTC(2024, 2, 1, 9, 12, 30);

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Takes the folder as a run does, and gives it up again. */
export async function run(
  folder: string,
  work: (archive: Archive) => Promise<void>,
  changes: Partial<ArchiveOptions> = {},
): Promise<void> {
  const archive = await Archive.open({
    folder,
    layout: 'folders',
    extension: '.eml',
    account: { user: 'accounts', host: 'mail.example.org' },
    onWarning: () => undefined,
    ...changes,
  });
  try {
    await work(archive);
  } finally {
    await archive.close();
  }
}

/** Stores messages the way a download does; resolves when they are durable. */
export async function store(mailbox: MailboxArchive, messages: readonly Stored[]): Promise<void> {
  for (const kind of new Set(messages.map(each => each.kind ?? 'full'))) {
    const writer = mailbox.writer(kind, () => undefined);
    for (const message of messages.filter(each => (each.kind ?? 'full') === kind)) {
      const { uid, subject, flags = ['\\Seen'], date = someDate } = message;
      const bytes = message.bytes ?? Buffer.from(textOf(message));
      const memory = writer.open(bytes.length);
      if (!Buffer.isBuffer(memory)) throw new Error('A small message is kept in memory.');
      bytes.copy(memory);
      const meta = {
        uid,
        flags,
        internalDate: date,
        ...(subject === undefined ? {} : { subject }),
      };
      writer.store(meta, { kind: 'memory', bytes: memory });
      await writer.ready();
    }
    await writer.close();
  }
}

function textOf({ uid, subject = `Message ${uid}`, from, date = someDate, body }: Stored): string {
  return [
    `From: ${from ?? 'Accounts Team <accounts@example.org>'}`,
    `Subject: ${subject}`,
    `Date: ${new Date(date).toUTCString()}`,
    body ?? '\r\ntext',
  ].join('\r\n');
}

/** The catalog of a folder that goes with the test. */
export function catalogOf(folder: string, onChange: () => void = () => undefined): Catalog {
  const catalog = new Catalog(folder, onChange);
  onTestFinished(() => catalog.close());
  return catalog;
}

/** The first 500 rows, newest last. */
export async function rowsOf(
  catalog: Catalog,
  query: Partial<CatalogQuery> = {},
): Promise<readonly CatalogRow[]> {
  const asked = { sort: 'date', descending: false, offset: 0, limit: 500, ...query } as const;
  return (await catalog.messages(asked)).rows;
}

export async function subjectsOf(catalog: Catalog, query: Partial<CatalogQuery> = {}) {
  return (await rowsOf(catalog, query)).map(row => row.subject);
}
