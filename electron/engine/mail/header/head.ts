import { Header } from './header.ts';
import { headerEnds } from './header-end.ts';
import { ownTime } from './own-time.ts';
import { parseStructured } from './parameters.ts';

/** Bytes of a header that are read for the name of a file. */
const longest = 64 * 1024;

/** What a file is named by, beside the UID. */
export interface Naming {
  /** As people read it (RFC 5322 section 3.6.5, RFC 2047). */
  readonly subject?: string;
  /** {@link ownTime} */
  readonly ownTime?: number;
}

/**
 * @param head a message's first bytes, as far as its header goes
 * @param arrived its INTERNALDATE, milliseconds since 1970 UTC
 */
export function namingOf(head: Buffer, arrived: number | undefined): Naming {
  const header = headerOf(head);
  const subject = header.subject.trim();
  const time = ownTime(header, arrived);
  return { ...(subject !== '' && { subject }), ...(time !== undefined && { ownTime: time }) };
}

/** The header that a message's first bytes hold. */
export function headerOf(head: Buffer): Header {
  const start = head.subarray(0, longest);
  const end = headerEnds(start, true)?.header ?? start.length;
  const header = new Header(start.subarray(0, end));
  const type = header.first('content-type');
  if (type !== undefined) header.assume(parseStructured(type).parameters.get('charset'));
  return header;
}
