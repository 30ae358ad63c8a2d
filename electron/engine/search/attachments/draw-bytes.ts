import { drawPdf } from './formats/pdf-pages.ts';
import { formatOf } from './formats/signature.ts';
import { Unreadable } from './formats/unreadable.ts';
import type { DrawnPage, Unread } from './reading.ts';
import type { ReceivedFile } from './received-file.ts';

/** Draws what has arrived; whatever it is, this answers. @param onPage is told of each page once it is drawn */
export async function drawBytes(
  file: ReceivedFile,
  onPage: (page: DrawnPage) => void,
): Promise<{ readonly total: number } | { readonly unread: Unread }> {
  if (file.isTooLong) return { unread: 'too-large' };
  const bytes = file.bytes();
  if (formatOf({ ...file.announced, bytes }) !== 'pdf') return { unread: 'unsupported' };
  try {
    return { total: await drawPdf(bytes, onPage) };
  } catch (error) {
    return { unread: error instanceof Unreadable ? error.why : 'damaged' };
  }
}
