import type { Unread } from '../reading.ts';

/** Nothing, or nothing more, of a file can be read. */
export class Unreadable extends Error {
  readonly why: Unread;

  constructor(why: Unread) {
    super(why);
    this.why = why;
  }
}
