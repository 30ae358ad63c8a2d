import ICAL from 'ical.js';
import type { Component } from '../../search/attachments/formats/content-lines.ts';

/** Changes of a zone's clock that are read: the longest histories have some hundred. */
const mostChanges = 500;

/** The time zones that a calendar explains itself (RFC 5545 section 3.6.5), by their names. */
export class Zones {
  readonly #own = new Map<string, ICAL.Timezone>();

  /** One that only a hostile calendar would have is passed over. */
  add(zone: Component): void {
    if (zone[2].length > mostChanges || !zone[2].every(isYearly)) return;
    const component = new ICAL.Component([...zone] as ConstructorParameters<
      typeof ICAL.Component
    >[0]);
    const name = component.getFirstPropertyValue('tzid');
    if (typeof name !== 'string') return;
    this.#own.set(name, new ICAL.Timezone({ component, tzid: name }));
  }

  /** @returns milliseconds since 1970; undefined where nobody knows the zone */
  timeOf(time: ICAL.Time, zone: string): number | undefined {
    const own = this.#own.get(zone);
    if (own === undefined) return timeIn(zone, time);
    const there = time.clone();
    there.zone = own;
    return there.toUnixTime() * 1000;
  }
}

/** Clocks change once a year by a rule, or on days that are named. */
function isYearly(change: Component): boolean {
  return change[1]
    .filter(([name]) => name === 'rrule')
    .every(([, , , rule]) => {
      const { freq, interval = 1 } = (rule ?? {}) as { freq?: unknown; interval?: unknown };
      return freq === 'YEARLY' && interval === 1;
    });
}

/** By the zones that this program knows. */
function timeIn(zone: string, time: ICAL.Time): number | undefined {
  const wanted = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const format = formatFor(zone);
  if (format === undefined || !Number.isFinite(wanted)) return undefined;
  // The second guess knows on which side of a change the first one fell.
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) guess += wanted - clockAt(format, guess);
  return guess;
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
    });
  } catch {
    return undefined;
  }
}

/** What a clock there shows, as if it were one of UTC. */
function clockAt(format: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [month, day] = [of('month') - 1, of('day')];
  return Date.UTC(of('year'), month, day, of('hour'), of('minute'), of('second'));
}
