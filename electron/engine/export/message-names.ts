import { beginningOf, foldComponent } from '../archive/layout/safe-name.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** How much of a subject stands in a name; a date, a number and an ending come on top. */
const room = { bytes: 120, characters: 80 };
/** Characters of a subject that are looked at. */
const looked = 1_000;

/** A file name by which people know a message again: `2024-03-01 Invoice`, safe on any system, without an ending. */
export function messageName({ date, subject }: Omit<OutgoingMessage, 'path'>): string {
  const words = subject.slice(0, looked).replace(/[\s\p{Cc}]+/gu, ' ');
  const plain = words
    .replace(/[<>:"/\\|?*%]+/g, ' ')
    .replace(/^[. ]+| +(?= )/g, '')
    .trim();
  const title = plain === '' ? '' : beginningOf(plain.normalize('NFC'), room);
  return [dayOf(date), title].filter(part => part !== '').join(' ');
}

/** UTC; '' where it is none that a calendar has. */
function dayOf(date: number): string {
  const isDay = date > 0 && date < Date.UTC(9999, 11, 31);
  return isDay ? new Date(date).toISOString().slice(0, 10) : '';
}

/** Gives each message of one folder a name that no other has, on any file system. */
export class MessageNames {
  readonly #ending: string;
  /** How often a name was given. */
  readonly #given = new Map<string, number>();

  /** @param ending with its dot */
  constructor(ending: string) {
    this.#ending = ending;
  }

  next(message: Omit<OutgoingMessage, 'path'>): string {
    const name = messageName(message) || 'message';
    for (;;) {
      const count = (this.#given.get(foldComponent(name)) ?? 0) + 1;
      this.#given.set(foldComponent(name), count);
      if (count === 1) return name + this.#ending;
      const numbered = `${name} (${count})`;
      if (this.#given.has(foldComponent(numbered))) continue;
      this.#given.set(foldComponent(numbered), 1);
      return numbered + this.#ending;
    }
  }
}
