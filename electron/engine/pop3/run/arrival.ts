import { parseMoment } from '../../mail/header/date.ts';

/** The year of the first mail between two computers. */
const firstMail = Date.UTC(1971, 0, 1);
const day = 24 * 60 * 60 * 1000;

/** Characters of a field that are looked at. */
const longestField = 4_000;

/**
 * When a message came to its server, which POP3 does not tell: the time in the first Received field, which that server
 * wrote last (RFC 5321 section 4.4), else the Date field.
 * @param head a message's first bytes
 * @returns milliseconds since 1970 UTC, whole seconds; undefined where neither field tells what can be true
 */
export function arrivalOf(head: Buffer, now = Date.now()): number | undefined {
  const end = endOfHeader(head);
  const header = head.toString('latin1', 0, end);
  const received = fieldOf(header, 'received');
  const stamp = received?.slice(received.lastIndexOf(';') + 1);
  return sane(stamp, now) ?? sane(fieldOf(header, 'date'), now);
}

function endOfHeader(head: Buffer): number {
  const ends = ['\n\r\n', '\n\n'].map(each => head.indexOf(each)).filter(at => at >= 0);
  return Math.min(head.length, ...ends.map(at => at + 1));
}

/** Of the first field of that name, unfolded. */
function fieldOf(header: string, name: string): string | undefined {
  const start = header.search(new RegExp(`^${name}[ \\t]*:`, 'im'));
  if (start < 0) return undefined;
  const field = header.slice(start, start + longestField);
  const next = /\n(?![ \t])/.exec(field)?.index ?? field.length;
  return field.slice(field.indexOf(':') + 1, next).replace(/\r?\n[ \t]+/g, ' ');
}

function sane(field = '', now: number): number | undefined {
  const time = parseMoment(field)?.time;
  if (time === undefined || time < firstMail || time > now + day) return undefined;
  return Math.floor(time / 1000) * 1000;
}
