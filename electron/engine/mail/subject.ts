import { decodeWords } from 'postal-mime';

/**
 * The subject of a message as people read it (RFC 5322 section 3.6.5, RFC 2047).
 * @param head the message's first octets, as far as its header goes
 * @returns undefined where there is none
 */
export function subjectOf(head: Buffer): string | undefined {
  const header = headerText(head);
  // Continuation lines begin with a blank (RFC 5322 section 2.2.3).
  const field = /(?:^|\n)subject[ \t]*:((?:[^\n]*(?:\n[ \t])?)*)/i.exec(header)?.[1];
  const subject = field && decodeWords(field.replace(/\r?\n[ \t]/g, ' ')).trim();
  return subject === '' ? undefined : subject;
}

/** Raw octets above 127 are UTF-8 (RFC 6532) where they can be, else taken as Latin-1. */
function headerText(head: Buffer): string {
  const end = /\r?\n\r?\n/.exec(head.toString('latin1'))?.index ?? head.length;
  const octets = head.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return octets.toString('latin1');
  }
}
