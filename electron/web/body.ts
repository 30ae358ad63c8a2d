import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** Bytes; the longest call is a list of mailboxes to leave out. */
const longestBody = 1024 * 1024;

/** @throws Refusal 413 as soon as there is too much, 415 for another media type */
export function readBody(request: IncomingMessage, type: string): Promise<string> {
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0);
  if (given !== type) reject(new Refusal(415, `A body has to be ${type}.`));
  else if (size > longestBody) reject(tooMuch());
  else {
    size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > longestBody) {
        request.pause();
        reject(tooMuch());
      } else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
  }
  return promise;
}

/** @throws Refusal 400 for what is no JSON */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request, 'application/json');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'That is not JSON.');
  }
}

function tooMuch(): Refusal {
  return new Refusal(413, 'That is too much at once.');
}
