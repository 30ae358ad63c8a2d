import { PDFiumLibrary } from '@hyzyla/pdfium/browser/base64';
import type { DrawnPage } from '../reading.ts';
import { pngOf } from './png.ts';
import { Unreadable } from './unreadable.ts';

/** Pages that are drawn, bytes of their pictures, milliseconds that all may take. */
const most = { pages: 20, bytes: 24_000_000, time: 8_000 };
/** Pixels: twice what a column of text is wide, and a page that is a long strip. */
const width = 1_200;
const highest = 6_000;
const mostPixels = 5_000_000;
/** Characters of a page's words. */
const longestWords = 20_000;

type Page = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

/**
 * Draws the first pages of a PDF as Chromium would, by the same library compiled to WebAssembly: what takes it over
 * has the memory of a document, and nothing else.
 * @returns how many pages the document has
 * @throws Unreadable
 */
export async function drawPdf(bytes: Buffer, onPage: (page: DrawnPage) => void): Promise<number> {
  const until = performance.now() + most.time;
  const library = await newLibrary();
  try {
    const document = await loaded(library, bytes);
    const total = document.getPageCount();
    let drawn = 0;
    for (let number = 0; number < Math.min(total, most.pages); number += 1) {
      const page = await draw(document.getPage(number));
      drawn += page.png.length;
      onPage(page);
      if (drawn > most.bytes || performance.now() > until) break;
    }
    document.destroy();
    return total;
  } finally {
    library.destroy();
  }
}

/** The build that needs no file beside it is for workers, and looks whether it is in one. */
async function newLibrary() {
  Object.defineProperty(globalThis, 'WorkerGlobalScope', { value: Object, configurable: true });
  try {
    return await PDFiumLibrary.init({ disableBase64Warning: true });
  } finally {
    Reflect.deleteProperty(globalThis, 'WorkerGlobalScope');
  }
}

async function loaded(library: PDFiumLibrary, bytes: Buffer) {
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    const isLocked = error instanceof Error && /password|security/i.test(error.message);
    throw new Unreadable(isLocked ? 'encrypted' : 'damaged');
  }
}

async function draw(page: Page): Promise<DrawnPage> {
  // Drawing closes the page.
  const words = wordsOn(page);
  const { data } = await page.render({
    ...sizeOf(page),
    render: async ({ data: pixels, width: wide, height: high }) => pngOf(pixels, wide, high),
  });
  return { png: data, words };
}

function wordsOn(page: Page): string {
  try {
    return page.getText().slice(0, longestWords);
  } catch {
    // The picture can be seen all the same.
    return '';
  }
}

function sizeOf(page: Page): { width: number; height: number } {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const ratio = originalHeight / originalWidth;
  if (!Number.isFinite(ratio) || ratio <= 0) return { width: 1, height: 1 };
  const wide = Math.min(width, highest / ratio, Math.sqrt(mostPixels / ratio));
  const pixels = (length: number) => Math.min(highest, Math.max(1, Math.round(length)));
  return { width: pixels(wide), height: pixels(wide * ratio) };
}
