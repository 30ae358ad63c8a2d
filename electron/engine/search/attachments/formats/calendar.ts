import { type Component, componentsIn, valuesOf } from './content-lines.ts';
import { plainText } from './plain.ts';
import type { Words } from './words.ts';

/** What a person reads of an event (RFC 5545 section 3.8). */
const read = new Set([
  ...['summary', 'location', 'description', 'comment', 'categories', 'contact', 'resources'],
  ...['organizer', 'attendee', 'url'],
]);

/** The words of a calendar or invitation; how often something happens again does not matter. */
export function readCalendar(bytes: Buffer, charset: string | undefined, words: Words): void {
  const text = plainText(bytes, charset);
  for (const event of componentsIn(text, 'VEVENT|VTODO|VJOURNAL', words)) {
    addWords(event, words);
    // Reminders have words of their own.
    for (const inner of event[2]) addWords(inner, words);
    words.add('\n');
  }
}

function addWords([, properties]: Component, words: Words): void {
  for (const property of properties) {
    if (!read.has(property[0])) continue;
    words.line(
      valuesOf(property)
        .map(value => value.replace(/^mailto:/i, ''))
        .join(' '),
    );
  }
}
