import { MailstowError } from '../errors.ts';

/*
 * Mailbox names (RFC 3501 section 5.1.3): printable ASCII stands for itself, `&` is `&-`, and anything
 * else is UTF-16BE in base64 with `,` for `/` and without padding, between `&` and `-`.
 */
const encodedRun = /[^\x20-\x7e]+/g;
const shiftedRun = /&([A-Za-z0-9+,]*)-/g;

/**
 * @param name Unicode
 * @returns ASCII, one form for each name
 * @throws MailstowError 'arguments' when the name has half of a surrogate pair, which no form can carry
 */
export function encodeModifiedUtf7(name: string): string {
  if (!name.isWellFormed()) {
    throw new MailstowError('mailbox-name-with-half-character');
  }
  return name.replaceAll('&', '&-').replace(encodedRun, run => `&${toBase64(run)}-`);
}

/**
 * Never fails: a run that is not valid (wrong length, stray bits, half a surrogate pair, no closing
 * `-`) stays as it was sent, as does whatever else the name holds, raw UTF-8 included.
 *
 * @param text what the server sent, read as text
 * @returns Unicode
 */
export function decodeModifiedUtf7(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(shiftedRun, (run, base64: string) =>
    base64 === '' ? '&' : (fromBase64(base64) ?? run),
  );
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf16le')
    .swap16()
    .toString('base64')
    .replaceAll('/', ',')
    .replace(/=+$/, '');
}

function fromBase64(base64: string): string | undefined {
  const octets = Buffer.from(base64.replaceAll(',', '/'), 'base64');
  if (octets.length % 2 !== 0) return undefined;
  const text = octets.swap16().toString('utf16le');
  return text.isWellFormed() && toBase64(text) === base64 ? text : undefined;
}
