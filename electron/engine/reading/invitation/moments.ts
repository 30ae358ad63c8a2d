import ICAL from 'ical.js';
import type { Moment } from '../../../../shared/model/invitation.ts';
import type { Zones } from './zones.ts';

/** When a property says something is; undefined where it says nothing that can be read. */
export function momentOf(property: ICAL.Property | null, zones: Zones): Moment | undefined {
  const value = property?.getFirstValue();
  if (!(value instanceof ICAL.Time)) return undefined;
  return asMoment(value, zoneOf(property), zones);
}

/** The end of an event: its own, or what its duration makes of its start. Of days the one before it ends. */
export function endOf(event: ICAL.Component, zones: Zones): Moment | undefined {
  const start = event.getFirstProperty('dtstart');
  const begin = start?.getFirstValue();
  const end = event.getFirstProperty('dtend')?.getFirstValue();
  if (end instanceof ICAL.Time) {
    const last = end.clone();
    // RFC 5545 section 3.6.1: the day on which it is over already.
    if (last.isDate && begin instanceof ICAL.Time && last.compare(begin) > 0)
      last.adjust(-1, 0, 0, 0);
    return asMoment(last, zoneOf(event.getFirstProperty('dtend')), zones);
  }
  const duration = event.getFirstPropertyValue('duration');
  if (!(duration instanceof ICAL.Duration) || !(begin instanceof ICAL.Time)) return undefined;
  // Longer ones are attacks, and the library counts their days.
  if (Math.abs(duration.toSeconds()) > longest) return undefined;
  const last = begin.clone();
  last.addDuration(duration);
  if (last.isDate) last.adjust(-1, 0, 0, 0);
  return asMoment(last, zoneOf(start), zones);
}

/** Seconds of ten years. */
const longest = 10 * 366 * 86_400;

export function asMoment(time: ICAL.Time, zone: string, zones: Zones): Moment | undefined {
  const [year = 0, ...rest] = [time.year, time.month, time.day, time.hour, time.minute];
  if (!(year >= 1 && year <= 9999)) return undefined;
  const [month, day, hour, minute] = rest.map(each => String(each).padStart(2, '0'));
  const date = `${String(year).padStart(4, '0')}-${month}-${day}`;
  if (time.isDate) return /^\d{4}-\d\d-\d\d$/.test(date) ? { kind: 'day', day: date } : undefined;
  const isUtc = time.zone === ICAL.Timezone.utcTimezone;
  const moment = isUtc
    ? time.toUnixTime() * 1000
    : zone === ''
      ? undefined
      : zones.timeOf(time, zone);
  if (moment !== undefined)
    return Number.isFinite(moment) ? { kind: 'time', time: moment } : undefined;
  return { kind: 'local', local: `${date}T${hour}:${minute}`, zone };
}

function zoneOf(property: ICAL.Property | null | undefined): string {
  const zone = property?.getFirstParameter('tzid');
  return typeof zone === 'string' ? zone.slice(0, 200) : '';
}
