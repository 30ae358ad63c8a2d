import { isUtf8 } from 'node:buffer';

const beyondAscii = /[\x80-\xff]/;

/** @param octets one character an octet (Latin-1); read as UTF-8 where that is valid, else as they are */
export function octetText(octets: string): string {
  if (!beyondAscii.test(octets)) return octets;
  const bytes = Buffer.from(octets, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : octets;
}
