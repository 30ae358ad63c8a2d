import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type MessageView, viewMessage } from '../../../electron/engine/mail/message-view.ts';
import { withMessage } from '../../../electron/engine/mail/octet-file.ts';
import { decodedPieces, type PartPlace } from '../../../electron/engine/mail/part-octets.ts';
import { type Summary, summarise } from '../../../electron/engine/mail/summary.ts';

/** A message's file that goes with the test. @returns its absolute path */
export function messageFile(octets: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-mail-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'message.eml');
  writeFileSync(path, octets);
  return path;
}

/** Lines as mail has them. */
export function lines(...text: string[]): string {
  return text.join('\r\n');
}

export function view(
  octets: string | Buffer,
  options: { headersOnly?: boolean; remote?: boolean } = {},
): Promise<MessageView> {
  return withMessage(messageFile(octets), file =>
    viewMessage(file, { headersOnly: false, remote: false, ...options }),
  );
}

export function summary(octets: string | Buffer): Promise<Summary> {
  return withMessage(messageFile(octets), file => summarise(file, false));
}

/** A part with its encodings taken off, whole. */
export function partOf(octets: string | Buffer, place: PartPlace): Promise<Buffer> {
  return withMessage(messageFile(octets), file =>
    Buffer.concat(Array.from(decodedPieces(file, place), piece => Buffer.from(piece))),
  );
}
