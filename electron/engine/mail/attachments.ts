import { isDangerous } from './dangerous.ts';
import { fileNameOf } from './decode-part.ts';
import type { Part } from './structure.ts';

/** A file that came with a message. */
export interface Attachment {
  /** As the sender called it, not made safe for any file system. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Octets of the file, from what its transfer encoding usually adds. */
  readonly size: number;
  readonly dangerous: boolean;
  /** How to get its octets out of the message's file. */
  readonly place: PartPlace;
}

/** Where a part's octets are in a file, and how they are encoded. */
export interface PartPlace {
  readonly start: number;
  readonly end: number;
  readonly encoding: string;
}

/** Endings for parts that tell their type and no name. */
const endings: ReadonlyMap<string, string> = new Map([
  ['application/ics', '.ics'],
  ['application/json', '.json'],
  ['application/pdf', '.pdf'],
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
  ['video/mp4', '.mp4'],
]);

/** Contract's longest text. */
const longestName = 1_000;

/** @param number of the attachment in its message, from 1 */
export async function describe(part: Part, number: number): Promise<Attachment> {
  const given = (await fileNameOf(part)).slice(0, longestName);
  const name = given === '' ? `Attachment ${number}${endings.get(part.type) ?? ''}` : given;
  const { type, start, end, encoding } = part;
  return {
    name,
    type: type.slice(0, longestName),
    size: encoding === 'base64' ? Math.floor(((end - start) * 3) / 4.11) : end - start,
    dangerous: isDangerous(name),
    place: { start, end, encoding },
  };
}
