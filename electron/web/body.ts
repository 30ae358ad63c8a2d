import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';

/** Bytes; the longest call is a list of mailboxes to leave out. */
const maxSize = 1024 * 1024;

const counted = bodyLimit({ maxSize, onError: tooMuch });

/** Lets through bodies of a media type: 415 for others, 413 as soon as there is too much. */
export function takesBody(type: string): MiddlewareHandler {
  return (c, next) => {
    const given = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (given !== type) throw new HTTPException(415, { message: `A body has to be ${type}.` });
    const announced = c.req.header('content-length');
    // Counting makes a web stream of each body and halves the calls per second; Node holds a body to its length.
    if (announced === undefined) return counted(c, next);
    return Number(announced) > maxSize ? tooMuch() : next();
  };
}

function tooMuch(): never {
  throw new HTTPException(413, { message: 'That is too much at once.' });
}
