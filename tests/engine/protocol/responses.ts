import { readFileSync } from 'node:fs';
import { parseResponse } from '../../../electron/engine/protocol/parse-response.ts';
import type { FetchResponse, Response } from '../../../electron/engine/protocol/response.ts';
import { frameOf, framesOf } from '../wire/frames.ts';

/** The response that a line is; each character is an octet. */
export function responseOf(line: string): Response {
  return parseResponse(frameOf(`${line}\r\n`));
}

export function fetchOf(line: string): FetchResponse {
  const response = responseOf(line);
  if (response.kind !== 'fetch') throw new Error(`not FETCH: ${JSON.stringify(response)}`);
  return response;
}

/** Every response of tests/fixtures/traces/`name`. */
export function traceOf(name: string): Response[] {
  const file = new URL(`../../fixtures/traces/${name}`, import.meta.url);
  return framesOf([readFileSync(file)]).map(parseResponse);
}

/** The octets of each section, by its name; null for NIL. */
export function octetsOf(message: FetchResponse): Record<string, string | null> {
  return Object.fromEntries(
    message.sections.map(({ section, data }) => {
      if (data?.kind === 'streamed') throw new Error(`streamed: ${section}`);
      return [section, data?.bytes.toString('latin1') ?? null];
    }),
  );
}
