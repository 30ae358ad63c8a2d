import type { StatusResponse } from '../protocol/response.ts';

/** Code and text as the server sent them: a code such as [UNAVAILABLE] or [LIMIT] says more than the words. */
export function wordsOf({ code, text }: StatusResponse): string {
  if (code === undefined) return text;
  const inside = code.text === undefined ? code.name : `${code.name} ${code.text}`;
  return `[${inside}] ${text}`.trimEnd();
}
