import { Readable } from 'node:stream';
import { MailstowError } from '../../../engine/errors.ts';
import type { Watch } from '../../../engine/export/outgoing.ts';
import type { Host, Paper } from '../../host.ts';
import type { ChosenMessage } from '../chosen.ts';
import type { PrintPages } from './print-pages.ts';

interface Makes {
  readonly host: Pick<Host, 'mailAddress'>;
  readonly paper: Paper;
  readonly pages: PrintPages;
}

/** One PDF of any number of messages, made as it is read. Pictures from elsewhere are on none of them. */
export function pdfOf(
  messages: AsyncIterable<ChosenMessage>,
  makes: Makes,
  { watch, signal }: { readonly watch: Watch; readonly signal: AbortSignal },
): Readable {
  return Readable.from(pieces(messages, makes, watch, signal), { objectMode: false });
}

async function* pieces(
  messages: AsyncIterable<ChosenMessage>,
  makes: Makes,
  watch: Watch,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  // The library is large, and most people never ask for it.
  const { PdfMerger } = await import('../../../engine/export/merge-pdf.ts');
  const merger = new PdfMerger();
  yield merger.begin();
  for await (const message of messages) {
    let bytes: Uint8Array;
    try {
      bytes = await pdfOfOne(message, false, makes, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof MailstowError)) throw error;
      watch.lacks(message, error);
      continue;
    }
    yield* merger.add(bytes, message.subject);
    watch.wrote(bytes.length);
  }
  yield* merger.end();
}

/** @param remote whether pictures from elsewhere are on it @throws MailstowError */
export async function pdfOfOne(
  message: ChosenMessage,
  remote: boolean,
  { host, paper, pages }: Makes,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const token = await pages.keep(message, remote);
  try {
    return await paper.pdf(host.mailAddress(token), signal);
  } finally {
    pages.pages.forget(token);
  }
}
