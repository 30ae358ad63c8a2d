import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInvitation } from '../../../electron/engine/reading/invitation/invitation.ts';

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Our Office',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1@example.org', ...lines, 'END:VEVENT'];
const read = (method: string, ...lines: string[]) =>
  readInvitation(
    Buffer.from(['BEGIN:VCALENDAR', `METHOD:${method}`, ...lines, 'END:VCALENDAR'].join('\r\n')),
    'utf-8',
  )?.invitation;

describe('when it is', () => {
  const startOf = (start: string) => read('REQUEST', ...zone, ...event(start))?.start;
  test.each([
    ['DTSTART:20260501T070000Z', { kind: 'time', time: Date.UTC(2026, 4, 1, 7) }],
    ['DTSTART;TZID=Our Office:20260501T090000', { kind: 'time', time: Date.UTC(2026, 4, 1, 7) }],
    ['DTSTART;TZID=Our Office:20261201T090000', { kind: 'time', time: Date.UTC(2026, 11, 1, 8) }],
    [
      'DTSTART;TZID=America/New_York:20260701T090000',
      { kind: 'time', time: Date.UTC(2026, 6, 1, 13) },
    ],
    [
      'DTSTART;TZID=Nowhere:20260701T090000',
      { kind: 'local', local: '2026-07-01T09:00', zone: 'Nowhere' },
    ],
    ['DTSTART:20260701T090000', { kind: 'local', local: '2026-07-01T09:00', zone: '' }],
    ['DTSTART;VALUE=DATE:20260701', { kind: 'day', day: '2026-07-01' }],
  ])('%s', (start, expected) => expect(startOf(start)).toEqual(expected));

  test('the last of its days, and the end that a duration makes', () => {
    const days = read(
      'REQUEST',
      ...event('DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260704'),
    );
    expect(days?.end).toEqual({ kind: 'day', day: '2026-07-03' });
    const long = read('REQUEST', ...event('DTSTART:20260501T070000Z', 'DURATION:PT90M'));
    expect(long?.end).toEqual({ kind: 'time', time: Date.UTC(2026, 4, 1, 8, 30) });
  });

  test('how often', () => {
    const weekly = read(
      'REQUEST',
      ...event('DTSTART:20260501T070000Z', 'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5'),
    );
    expect(weekly?.repeats).toEqual({ every: 'week', interval: 2, times: 5 });
    const until = read(
      'REQUEST',
      ...event('DTSTART:20260501T070000Z', 'RRULE:FREQ=DAILY;UNTIL=20260601T000000Z'),
    );
    expect(until?.repeats).toEqual({
      every: 'day',
      interval: 1,
      until: { kind: 'time', time: Date.UTC(2026, 5, 1) },
    });
  });
});

test.each([
  ['REQUEST', [], 'invitation'],
  ['REQUEST', ['SEQUENCE:2'], 'update'],
  ['REQUEST', ['STATUS:CANCELLED'], 'cancelled'],
  ['CANCEL', [], 'cancelled'],
  ['REPLY', [], 'answer'],
  ['PUBLISH', [], 'event'],
])('%s %j is a(n) %s', (method, lines, kind) => {
  expect(read(method, ...event('DTSTART:20260501T070000Z', ...lines))?.kind).toBe(kind);
});

test('what, where and who', () => {
  const found = read(
    'REQUEST',
    ...event(
      'DTSTART:20260501T070000Z',
      'SUMMARY:Plan\\, with cake',
      'LOCATION:Room 12',
      'DESCRIPTION:One\\nTwo',
      'ORGANIZER;CN="Anna":mailto:anna@example.org',
      'ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:mailto:ben@example.org',
      'ATTENDEE:MAILTO:carl@example.org',
    ),
  );
  expect(found).toMatchObject({
    summary: 'Plan, with cake',
    location: 'Room 12',
    description: 'One\nTwo',
    organizer: { name: 'Anna', address: 'anna@example.org' },
    attendees: [
      { name: 'Ben', address: 'ben@example.org', answer: 'accepted' },
      { name: '', address: 'carl@example.org', answer: 'none' },
    ],
    total: 2,
    more: 0,
  });
});

describe('what a stranger writes', () => {
  test('nothing that is no event is one', () => {
    expect(readInvitation(Buffer.from('no calendar'), undefined)).toBeUndefined();
    expect(read('REQUEST')).toBeUndefined();
  });

  test('a clock that changes every second is passed over', () => {
    const wild = zone.map(line => line.replace('FREQ=YEARLY', 'FREQ=SECONDLY'));
    const start = 'DTSTART;TZID=Our Office:20260501T090000';
    const began = performance.now();
    expect(read('REQUEST', ...wild, ...event(start))?.start).toMatchObject({ kind: 'local' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('thousands of guests are counted', () => {
    const guests = Array.from(
      { length: 5_000 },
      (_, index) => `ATTENDEE:mailto:${index}@example.org`,
    );
    const found = read('REQUEST', ...event('DTSTART:20260501T070000Z', ...guests));
    expect([found?.attendees.length, found?.total]).toEqual([50, 5_000]);
  });

  test('any values: an answer or none', () => {
    const value = fc.constantFrom(
      'DTSTART',
      'DTEND',
      'DURATION',
      'RRULE',
      'SEQUENCE',
      'ATTENDEE',
      'UID',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.string())), lines => {
        try {
          const found = read(
            'REQUEST',
            ...event(...lines.map(([name, text]) => `${name}:${text}`)),
          );
          if (found !== undefined) expect(found.attendees.length).toBeLessThanOrEqual(50);
        } catch (error) {
          // What the library throws is caught where it is asked.
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 60 },
    );
  });
});
