import type { AttachmentKind } from '../kinds.ts';
import type { FormatFile } from './format-file.ts';

/** Compound files ([MS-CFB] 2.2): Word, Excel and PowerPoint before 2007, and whatever is encrypted since. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream in which an encrypted document lies ([MS-OFFCRYPTO] 2.3.4.4). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const zip = Buffer.from('PK\x03\x04', 'latin1');
const emptyZip = Buffer.from('PK\x05\x06', 'latin1');
/** Bytes before the header of a PDF that other readers accept (ISO 32000-2, annex I). */
const pdfWithin = 1024;

/** What a file is, by its first bytes, else by its name and type. */
export function formatOf({
  bytes,
  kind,
}: Pick<FormatFile, 'bytes' | 'kind'>): AttachmentKind | 'encrypted' | undefined {
  if (starts(bytes, compound)) return bytes.includes(encryptedPackage) ? 'encrypted' : undefined;
  const isText = kind === 'text' || kind === 'html' || kind === 'message';
  if (starts(bytes, zip) || starts(bytes, emptyZip)) return kind === 'zip' ? 'zip' : 'office';
  if (/^\s{0,10}\{\\rtf/.test(bytes.toString('latin1', 0, 16))) return 'rtf';
  if (!isText && bytes.subarray(0, pdfWithin).includes('%PDF-')) return 'pdf';
  // Reports that call themselves .doc or .xls are often pages.
  if (kind === 'office')
    return /<html|<!doctype html/i.test(bytes.toString('latin1', 0, 512)) ? 'html' : kind;
  return kind;
}

function starts(bytes: Buffer, with_: Buffer): boolean {
  return bytes.subarray(0, with_.length).equals(with_);
}
