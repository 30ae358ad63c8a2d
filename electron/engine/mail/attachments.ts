import { decoderOf } from './decode/transfer.ts';
import { placeOf } from './decode-part.ts';
import { isDangerous } from './html/dangerous.ts';
import type { MessageFile } from './message-file.ts';
import { decodedPieces, type PartPlace } from './part-bytes.ts';
import type { Part } from './structure.ts';

/** A file that came with a message. */
export interface AttachedFile {
  /** As the sender called it, not made safe for any file system. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Bytes of the file; of very large ones, from what the transfer encoding usually adds. */
  readonly size: number;
  readonly dangerous: boolean;
  /** What the part says of its character set. */
  readonly charset: string | undefined;
  /** How to get its bytes out of the message's file. */
  readonly place: PartPlace;
}

/** Endings for parts that tell their type and no name. */
const endings: ReadonlyMap<string, string> = new Map([
  ['application/ics', '.ics'],
  ['application/json', '.json'],
  ['application/pdf', '.pdf'],
  ['application/pkcs7-mime', '.p7m'],
  ['application/zip', '.zip'],
  ['audio/mpeg', '.mp3'],
  ['image/gif', '.gif'],
  ['image/jpeg', '.jpg'],
  ['image/png', '.png'],
  ['image/webp', '.webp'],
  ['message/delivery-status', '.txt'],
  ['message/rfc822', '.eml'],
  ['text/calendar', '.ics'],
  ['text/csv', '.csv'],
  ['text/html', '.html'],
  ['text/plain', '.txt'],
  ['text/rfc822-headers', '.txt'],
  ['text/vcard', '.vcf'],
  ['text/x-vcalendar', '.vcs'],
  ['text/x-vcard', '.vcf'],
  ['video/mp4', '.mp4'],
]);

/** Contract's longest text. */
const longestName = 1_000;
/** Bytes of all files of a message that are decoded for their sizes. */
const mostCounted = 16 * 1024 * 1024;

/** @returns the files as a list shows them, and whether something of them is damaged */
export function describe(
  parts: readonly Part[],
  file: MessageFile,
): { attachments: AttachedFile[]; isDamaged: boolean } {
  let left = mostCounted;
  let isDamaged = false;
  const attachments = parts.map((part, index) => {
    const place = placeOf(part);
    const length = part.end - part.start;
    const isCounted = length <= left && (isEncoded(part.encoding) || part.packed !== undefined);
    if (isCounted) left -= length;
    const counted = isCounted ? count(file, place) : undefined;
    isDamaged ||= counted?.isDamaged ?? false;
    const name = attachedName(part, index + 1);
    return {
      name,
      type: part.type.slice(0, longestName),
      size: counted?.size ?? (isBase64(part.encoding) ? Math.floor((length * 3) / 4.11) : length),
      dangerous: isDangerous(name),
      charset: part.parameters.get('charset'),
      place,
    };
  });
  return { attachments, isDamaged };
}

/**
 * What a file is called, with an ending by its type where the sender gave no name.
 * @param number of the attachment in its message, from 1
 */
export function attachedName({ name, type }: Part, number: number): string {
  const ending = endings.get(type) ?? '';
  if (name === '') return `Attachment ${number}${ending}`;
  // A calendar takes an invitation by its ending alone.
  const isOpen = type === 'text/calendar' && !/\.(ics|vcs|ifb)$/i.test(name);
  return `${name.slice(0, longestName)}${isOpen ? ending : ''}`;
}

function count(file: MessageFile, place: PartPlace): { size: number; isDamaged: boolean } {
  let size = 0;
  const reading = decodedPieces(file, place);
  for (;;) {
    const { value, done } = reading.next();
    if (done === true) return { size, isDamaged: value };
    size += value.length;
  }
}

function isEncoded(encoding: string): boolean {
  return decoderOf(encoding) !== undefined;
}

function isBase64(encoding: string): boolean {
  return /base/.test(encoding);
}
