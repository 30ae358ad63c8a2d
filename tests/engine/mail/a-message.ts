import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { withMessage } from '../../../electron/engine/mail/message-file.ts';
import { type MessageView, viewMessage } from '../../../electron/engine/mail/message-view.ts';
import { decodedPieces, type PartPlace } from '../../../electron/engine/mail/part-bytes.ts';
import { type Summary, summarise } from '../../../electron/engine/mail/summary.ts';

/** A message's file that goes with the test. @returns its absolute path */
export function messageFile(bytes: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-mail-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'message.eml');
  writeFileSync(path, bytes);
  return path;
}

/** Lines as mail has them. */
export function lines(...text: string[]): string {
  return text.join('\r\n');
}

export function view(
  bytes: string | Buffer,
  options: { headersOnly?: boolean; remote?: boolean } = {},
): Promise<MessageView> {
  return withMessage(messageFile(bytes), file =>
    viewMessage(file, { headersOnly: false, remote: false, ...options }),
  );
}

export function summary(bytes: string | Buffer): Promise<Summary> {
  return withMessage(messageFile(bytes), file => summarise(file, false));
}

/** A part with its encodings taken off, whole. */
export function partOf(bytes: string | Buffer, place: PartPlace): Promise<Buffer> {
  return withMessage(messageFile(bytes), file =>
    Buffer.concat(Array.from(decodedPieces(file, place), piece => Buffer.from(piece))),
  );
}
