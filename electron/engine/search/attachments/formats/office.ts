import { readOpenDocument } from './open-document.ts';
import { readPresentation } from './presentation.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { readTextDocument } from './text-document.ts';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';
import { Zip } from './zip-file.ts';
import { readZipNames } from './zip-names.ts';

/** A document of an office program: Office Open XML (ECMA-376) or OpenDocument (ISO 26300), told apart by what is in it. */
export async function readOffice(bytes: Buffer, words: Words): Promise<void> {
  const zip = await Zip.open(bytes);
  if (zip.has('word/document.xml')) return readTextDocument(zip, words);
  if (zip.has('xl/workbook.xml')) return readSpreadsheet(zip, words);
  if (zip.has('ppt/presentation.xml')) return readPresentation(zip, words);
  if (zip.has('content.xml')) return readOpenDocument(zip, words);
  if (zip.has('xl/workbook.bin')) throw new Unreadable('unsupported');
  return readZipNames(bytes, words);
}
