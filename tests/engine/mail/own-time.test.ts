import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namingOf } from '../../../electron/engine/mail/header/head.ts';

const day = 24 * 60 * 60 * 1000;
const arrived = Date.UTC(2026, 0, 15, 12);

const timeOf = (header: string, internalDate: number | undefined = arrived) =>
  namingOf(Buffer.from(`${header}\r\n\r\nDate: Tue, 2 Jan 2001 00:00:00 +0000\r\n`), internalDate)
    .ownTime;
/** As it stands in a name. */
const shown = (header: string, internalDate?: number) => {
  const time = timeOf(header, internalDate);
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 16);
};

const hops =
  'Received: from b by c; Thu, 15 Jan 2026 11:00:00 +0000\r\n' +
  'Received: from a (a [10.0.0.1]) by b;\r\n\tFri, 4 Jun 2010 23:30:00 -0700 (PDT)';

test.each([
  ['the sender’s own clock', 'Date: Fri, 1 Mar 2024 09:12:00 +0900', '2024-03-01T09:12'],
  ['whatever its day is in UTC', 'Date: Fri, 1 Mar 2024 23:59:00 -0800', '2024-03-01T23:59'],
  ['without a zone as it stands', 'Date: 1 Mar 2024 09:12', '2024-03-01T09:12'],
  ['years of two digits', 'Date: 7 Aug 97 01:02:03 GMT', '1997-08-07T01:02'],
  ['a field that is no date', `Date: yesterday\r\n${hops}`, '2010-06-04T23:30'],
  ['no field: the first hop', hops, '2010-06-04T23:30'],
  [
    'a clock that was never set',
    `Date: Thu, 1 Jan 1970 00:00:00 +0000\r\n${hops}`,
    '2010-06-04T23:30',
  ],
  ['one of the future', `Date: Mon, 1 Jan 2035 00:00:00 +0000\r\n${hops}`, '2010-06-04T23:30'],
  ['a hop of the future', 'Received: by a; Mon, 1 Jan 2035 00:00:00 +0000', undefined],
  ['a hop without a date', 'Received: from a by b', undefined],
  ['nothing', 'Subject: x', undefined],
])('%s', (_what, header, expected) => {
  expect(shown(header)).toBe(expected);
});

test('an arrival that cannot be true limits nothing', () => {
  expect(shown('Date: Fri, 1 Mar 2024 09:12:00 +0000', 0)).toBe('2024-03-01T09:12');
  expect(shown('Date: Mon, 1 Jan 2935 00:00:00 +0000', 0)).toBeUndefined();
});

test('any moment from 1971 to a day after the arrival is believed, to the minute of its own clock; no other', () => {
  const moments = fc.integer({
    min: Date.UTC(1965, 0, 1) / 1000,
    max: Date.UTC(2099, 0, 1) / 1000,
  });
  const zones = fc.integer({ min: -14 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(moments, zones, moments, (seconds, minutes, arrival) => {
      const clock = new Date((seconds + minutes * 60) * 1000);
      const limit = arrival * 1000 >= Date.UTC(1971, 0, 1) ? arrival * 1000 : Date.now();
      const isTrue =
        seconds * 1000 >= Date.UTC(1971, 0, 1) &&
        clock.getTime() >= Date.UTC(1971, 0, 1) &&
        seconds * 1000 <= limit + day;
      const time = timeOf(`Date: ${written(clock, minutes)}`, arrival * 1000);
      // The clock moved since.
      if (Math.abs(seconds * 1000 - limit - day) < 10_000) return;
      expect(time).toBe(isTrue ? clock.getTime() : undefined);
    }),
  );
});

test('any bytes give a time that a name can hold, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, arrival) => {
      const time = timeOf(`Date: ${text}`, arrival * 1000);
      if (time !== undefined) expect(new Date(time).toISOString()).toMatch(/^\d{4}-/);
    }),
  );
});

test('a thousand hops cost no more than a look at the last', () => {
  const start = performance.now();
  for (let times = 0; times < 20; times += 1) timeOf(`${hops}\r\n`.repeat(500));
  expect(performance.now() - start).toBeLessThan(3000);
});

/** RFC 5322 section 3.3 */
function written(clock: Date, minutes: number): string {
  const [, day, month, year, time] = clock.toUTCString().split(' ');
  const sign = minutes < 0 ? '-' : '+';
  const zone = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day} ${month} ${year} ${time} ${sign}${two(Math.floor(zone / 60))}${two(zone % 60)}`;
}
