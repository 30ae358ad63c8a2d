import * as z from 'zod';

/** What every schema is made of, with the bounds of what may cross a boundary. */

// A strict Content-Security-Policy reports the probe that would find out whether functions may be made of text.
z.config({ jitless: true });

export const text = z.string().max(10_000);
/** Of mailboxes above all: servers allow them up to 4,096 bytes. */
export const name = z.string().min(1).max(4_096);
export const path = z.string().min(1).max(4_096);
export const count = z.int().nonnegative();
/** What a Date can hold; a file from outside may say anything. */
const latest = 8.64e15;
/** Milliseconds since 1970 UTC. */
export const time = z.int().min(-latest).max(latest);
