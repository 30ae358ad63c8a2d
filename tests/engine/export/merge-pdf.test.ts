import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { PdfMerger } from '../../../electron/engine/export/merge-pdf.ts';

async function aPdf(pages: readonly [number, number][], useObjectStreams: boolean) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const size of pages) document.addPage(size).drawText('Words', { x: 10, y: 10, font });
  return document.save({ useObjectStreams });
}

test('PDFs become one, page by page, each with its title in the list of contents', async () => {
  const merger = new PdfMerger();
  const out = [merger.begin()];
  for await (const bytes of merger.add(await aPdf([[100, 200]], true), 'Příloha')) out.push(bytes);
  const two = await aPdf(
    [
      [300, 400],
      [500, 600],
    ],
    false,
  );
  for await (const bytes of merger.add(two, 'x'.repeat(1_000))) out.push(bytes);
  await expect(merger.add(Buffer.from('no PDF'), 'No').next()).rejects.toThrow();
  for await (const bytes of merger.end()) out.push(bytes);
  const file = Buffer.concat(out);
  const merged = await PDFDocument.load(file, { throwOnInvalidObject: true });
  expect(merged.getPages().map(page => page.getSize())).toEqual([
    { width: 100, height: 200 },
    { width: 300, height: 400 },
    { width: 500, height: 600 },
  ]);
  const titles = [...file.toString('latin1').matchAll(/\/Title <([0-9A-F]+)>/g)].map(
    ([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le').replace('\ufeff', ''),
  );
  expect(titles).toEqual(['Příloha', 'x'.repeat(200)]);
  const [start] = /(?<=startxref\n)\d+/.exec(file.toString('latin1')) ?? [];
  expect(file.subarray(Number(start)).toString('latin1')).toMatch(/^xref\n0 \d+\n/);
});
