import { parseMoment } from '../../mail/header/date.ts';

/** The year of the first mail between two computers. */
const firstMail = Date.UTC(1971, 0, 1);
const day = 24 * 60 * 60 * 1000;

/** Characters of a field that are looked at. */
const longestField = 4_000;

const receivedField = /^received[ \t]*:/im;
const dateField = /^date[ \t]*:/im;

/**
 * When a message came to its server, which POP3 does not tell: the time in the first Received field, which that server
 * wrote last (RFC 5321 section 4.4), else the Date field.
 * @param head a message's first bytes
 * @returns milliseconds since 1970 UTC, whole seconds; undefined where neither field tells what can be true
 */
export function arrivalOf(head: Buffer, now = Date.now()): number | undefined {
  const header = head.toString('latin1', 0, endOfHeader(head));
  const received = fieldOf(header, receivedField);
  const stamp = received?.slice(received.lastIndexOf(';') + 1);
  return sane(stamp, now) ?? sane(fieldOf(header, dateField), now);
}

function endOfHeader(head: Buffer): number {
  const crlf = head.indexOf('\n\r\n');
  const upTo = crlf < 0 ? head.length : crlf + 1;
  const lf = head.subarray(0, upTo).indexOf('\n\n');
  return lf < 0 ? upTo : lf + 1;
}

/** What stands behind the first match, unfolded. */
function fieldOf(header: string, name: RegExp): string | undefined {
  const found = name.exec(header);
  if (found === null) return undefined;
  const start = found.index + found[0].length;
  const field = header.slice(start, start + longestField);
  const next = /\n(?![ \t])/.exec(field)?.index ?? field.length;
  return field.slice(0, next).replace(/\r?\n[ \t]+/g, ' ');
}

function sane(field = '', now: number): number | undefined {
  const time = parseMoment(field)?.time;
  if (time === undefined || time < firstMail || time > now + day) return undefined;
  return Math.floor(time / 1000) * 1000;
}
