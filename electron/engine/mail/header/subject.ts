import { Header } from './header.ts';
import { headerEnds } from './header-end.ts';
import { parseStructured } from './parameters.ts';

/** Bytes of a header that are read for the name of a file. */
const longest = 64 * 1024;

/**
 * The subject of a message as people read it (RFC 5322 section 3.6.5, RFC 2047).
 * @param head the message's first bytes, as far as its header goes
 * @returns undefined where there is none
 */
export function subjectOf(head: Buffer): string | undefined {
  const start = head.subarray(0, longest);
  const end = headerEnds(start, true)?.header ?? start.length;
  const header = new Header(start.subarray(0, end));
  const type = header.first('content-type');
  if (type !== undefined) header.assume(parseStructured(type).parameters.get('charset'));
  return header.subject.trim() || undefined;
}
