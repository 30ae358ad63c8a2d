import ICAL from 'ical.js';
import type { Invitation, InvitationAnswer } from '../../../../shared/model/invitation.ts';
import { type Component, componentsIn } from '../../search/attachments/formats/content-lines.ts';
import { plainText } from '../../search/attachments/formats/plain.ts';
import { Unreadable } from '../../search/attachments/formats/unreadable.ts';
import { Words } from '../../search/attachments/formats/words.ts';
import { asMoment, endOf, momentOf } from './moments.ts';
import { Zones } from './zones.ts';

/** Bytes of a calendar that are read. */
export const longestCalendar = 2_000_000;
/** Components of one that are looked at. */
const mostComponents = 1_000;
const mostAttendees = 50;
/** Characters that are shown. */
const longestLine = 500;
const longestText = 5_000;

/** An event as it is shown, and by what two files tell of the same. */
export interface ReadInvitation {
  readonly invitation: Omit<Invitation, 'index'>;
  readonly identity: string;
}

/**
 * What a calendar invites to, changes or calls off (RFC 5546).
 * @returns undefined where there is no event, or none that can be read
 */
export function readInvitation(
  bytes: Buffer,
  charset: string | undefined,
): ReadInvitation | undefined {
  const text = plainText(bytes, charset);
  const zones = new Zones();
  const events: Component[] = [];
  for (const component of componentsOf(text)) {
    if (component[0] === 'vtimezone') zones.add(component);
    else events.push(component);
    if (events.length >= mostComponents) break;
  }
  // Of something that repeats the whole comes before what differs once.
  const event =
    events.find(each => !each[1].some(([name]) => name === 'recurrence-id')) ?? events[0];
  if (event === undefined) return undefined;
  const method = /^METHOD[^:\n]*:[ \t]*(\w+)/im.exec(text)?.[1]?.toUpperCase() ?? '';
  return describe(event, method, zones, events.length - 1);
}

function* componentsOf(text: string): Generator<Component> {
  try {
    yield* componentsIn(text, 'VTIMEZONE|VEVENT', new Words());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
}

function describe(
  [...jcal]: Component,
  method: string,
  zones: Zones,
  more: number,
): ReadInvitation {
  const event = new ICAL.Component(jcal as ConstructorParameters<typeof ICAL.Component>[0]);
  const start = momentOf(event.getFirstProperty('dtstart'), zones);
  const end = endOf(event, zones);
  const repeats = repeatsOf(event, zones);
  const organizer = event.getFirstProperty('organizer');
  const attendees = event.getAllProperties('attendee');
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  const invitation = {
    kind: kindOf(method, said(event, 'status').toUpperCase(), sequence),
    summary: said(event, 'summary'),
    location: said(event, 'location'),
    description: said(event, 'description', longestText),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(organizer === null ? {} : { organizer: personOf(organizer) }),
    attendees: attendees
      .slice(0, mostAttendees)
      .map(each => ({ ...personOf(each), answer: answerOf(each) })),
    total: attendees.length,
    more,
  };
  return { invitation, identity: JSON.stringify([said(event, 'uid'), method, sequence]) };
}

function kindOf(method: string, status: string, sequence: number): Invitation['kind'] {
  if (method === 'CANCEL' || status === 'CANCELLED') return 'cancelled';
  if (method === 'REPLY' || method === 'COUNTER') return 'answer';
  if (method === 'REQUEST' || method === 'ADD') return sequence > 0 ? 'update' : 'invitation';
  return 'event';
}

function said(event: ICAL.Component, name: string, longest = longestLine): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.slice(0, longest).trim() : '';
}

function personOf(property: ICAL.Property): { name: string; address: string } {
  const address = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '');
  const name = property.getFirstParameter('cn');
  return {
    name: typeof name === 'string' ? name.slice(0, longestLine) : '',
    address: address.slice(0, longestLine),
  };
}

function answerOf(property: ICAL.Property): InvitationAnswer {
  switch (String(property.getFirstParameter('partstat')).toUpperCase()) {
    case 'ACCEPTED':
      return 'accepted';
    case 'DECLINED':
      return 'declined';
    case 'TENTATIVE':
      return 'tentative';
    default:
      return 'none';
  }
}

const units: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

function repeatsOf(event: ICAL.Component, zones: Zones): Invitation['repeats'] {
  const rule = event.getFirstPropertyValue('rrule');
  if (!(rule instanceof ICAL.Recur)) return undefined;
  const { freq, interval, count, until } = rule;
  const end = until === null ? undefined : asMoment(until, '', zones);
  return {
    every: units[freq] ?? 'other',
    interval: Number.isSafeInteger(interval) && interval > 0 ? interval : 1,
    ...(count !== null && Number.isSafeInteger(count) && count > 0 ? { times: count } : {}),
    ...(end === undefined ? {} : { until: end }),
  };
}
