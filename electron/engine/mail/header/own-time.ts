import { parseMoment } from './date.ts';
import type { Header } from './header.ts';

/** The year of the first mail between two computers: a clock that shows an earlier one was never set. */
const firstMail = Date.UTC(1971, 0, 1);

/** Clocks differ, and zones are left out; no message is older than its arrival by more than this. Milliseconds. */
const trustedAhead = 24 * 60 * 60 * 1000;

/**
 * When a message was written, as its author’s clock had it: the Date field, and where that is missing or cannot be
 * true, when the first server took it (the last Received field). True can be what lies between the first mail of all
 * and a day after the arrival.
 * @param arrived INTERNALDATE, milliseconds since 1970 UTC; where it is missing or cannot be true, now counts
 * @returns milliseconds since 1970 as though that clock showed UTC; undefined where neither field tells
 */
export function ownTime(
  header: Header,
  arrived: number | undefined,
  now = Date.now(),
): number | undefined {
  const latest = (arrived !== undefined && arrived >= firstMail ? arrived : now) + trustedAhead;
  return trueTime(header.first('date'), latest) ?? trueTime(firstHop(header), latest);
}

function trueTime(field = '', latest: number): number | undefined {
  const moment = parseMoment(field);
  if (moment === undefined) return undefined;
  const { time, zone } = moment;
  const isTrue = time >= firstMail && time + zone >= firstMail && time <= latest;
  return isTrue ? time + zone : undefined;
}

/** Each server puts its field above those before (RFC 5321 section 4.4); the date stands behind the last semicolon. */
function firstHop(header: Header): string | undefined {
  const field = header.all('received').at(-1);
  return field?.slice(field.lastIndexOf(';') + 1);
}
