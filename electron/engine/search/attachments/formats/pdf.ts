import { getResolvedPDFJS } from 'unpdf';
import { PdfLine } from './pdf-line.ts';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';

/**
 * The words of a PDF, page by page, so that no more of them is held than one page has; what a person filled in or
 * noted comes after the page it is on. Pictures are not read.
 */
export async function readPdf(bytes: Buffer, words: Words): Promise<void> {
  const { getDocument } = await getResolvedPDFJS();
  // A copy: the library takes what it is given.
  const loading = getDocument({ ...quiet, data: Uint8Array.from(bytes) });
  try {
    const document = await loading.promise;
    for (let number = 1; number <= document.numPages && !words.isFull; number += 1) {
      await readPage(await document.getPage(number), words);
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable(isLocked ? 'encrypted' : 'damaged');
  } finally {
    // Where enough was read the library waits for somebody to take the rest, and cannot be ended.
    if (words.isFull) words.leaveBehind();
    else await loading.destroy();
  }
}

/** Nothing is fetched, drawn, run or printed. */
const quiet = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  maxImageSize: 1,
};

type Document = Awaited<
  ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']
>;
type Page = Awaited<ReturnType<Document['getPage']>>;

async function readPage(page: Page, words: Words): Promise<void> {
  const line = new PdfLine(words);
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (const item of value.items) if ('str' in item) line.add(item);
    if (words.isFull) break;
  }
  line.end();
  words.add('\n');
  if (words.isFull) return;
  for (const annotation of await page.getAnnotations()) {
    // What a link says stands on the page.
    if (annotation.subtype === 'Link') continue;
    for (const said of [annotation.fieldValue, annotation.contentsObj?.str]) {
      if (typeof said === 'string') words.line(said);
    }
  }
  page.cleanup();
}
