import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { MessageNames } from './message-names.ts';
import { type OutgoingMessage, openEach, type Watch } from './outgoing.ts';

/** Days that the format can say. */
const days = { first: Date.UTC(1980, 0, 2), last: Date.UTC(2107, 11, 30) };

/** One ZIP of any number of messages as `.eml` files, made as it is read: one message is open at a time. */
export function zipOf(messages: AsyncIterable<OutgoingMessage>, watch: Watch): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', error => output.destroy(error));
  fill(zip, output, messages, watch).catch(error => output.destroy(error));
  return output;
}

async function fill(
  zip: ZipFile,
  output: Readable,
  messages: AsyncIterable<OutgoingMessage>,
  watch: Watch,
): Promise<void> {
  const names = new MessageNames('.eml');
  let present: Readable | undefined;
  // Nobody reads on: the message that waits to be read is let go.
  output.once('close', () => present?.destroy());
  for await (const { message, stream, bytes } of openEach(messages, watch)) {
    if (output.destroyed) return;
    present = stream;
    const mtime = new Date(Math.min(Math.max(message.date, days.first), days.last));
    zip.addReadStream(stream, names.next(message), { size: bytes, mtime });
    await finished(stream, { writable: false });
  }
  zip.end();
}
