import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, plantedDocuments } from '../../../fixtures/search/planted-documents.ts';
import { isInstalled } from '../../../tools.ts';
import { aReader, textOf } from './a-reader.ts';

const read = aReader();
const folder = join(import.meta.dirname, '../../../fixtures/search/documents');
const files = plantedDocuments.filter(each => each.file.endsWith('.pdf') && !each.isLocked);

describe.skipIf(!isInstalled('pdftotext'))('the words of a PDF', () => {
  test.each(files)('$file: are in the order in which poppler says them', async ({ file }) => {
    const { stdout } = spawnSync('pdftotext', [join(folder, file), '-'], { encoding: 'utf8' });
    const expected = wordsOf(stdout);
    expect(expected.length).toBeGreaterThan(15);
    expect(wordsOf(textOf(await read(file, bytesOf({ file }))))).toEqual(expected);
  });
});

test('what a person filled in comes after the page; what a link says does not come twice', async () => {
  const text = textOf(await read('form.pdf', form));
  expect(text).toBe('Name of the tenant\na remark\nAnn Example');
});

/** Letters and digits; what stands between them, and marks of direction, differ. */
function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const content = 'BT /F 12 Tf 20 100 Td (Name of the tenant) Tj ET';
/** Without a table of places: readers find the objects. */
const form = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R
  /Resources << /Font << /F 5 0 R >> >> /Annots [6 0 R 7 0 R 8 0 R] >> endobj
4 0 obj << /Length ${content.length} >> stream
${content}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
6 0 obj << /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ann Example) /Rect [20 50 200 70] >> endobj
7 0 obj << /Type /Annot /Subtype /Text /Contents (a remark) /Rect [20 20 30 30] >> endobj
8 0 obj << /Type /Annot /Subtype /Link /Contents (Name of the tenant) /Rect [20 90 200 110] >> endobj
trailer << /Root 1 0 R >>
`;
