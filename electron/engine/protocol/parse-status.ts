import type { Lexer } from '../wire/lexer.ts';
import { octetText } from '../wire/octet-text.ts';
import { parseResponseCode } from './parse-response-code.ts';
import type { StatusResponse } from './response.ts';

const controlCharacters = /[\x00-\x1f\x7f-\x9f]/g;

/** @returns undefined when the word is not a status */
export function statusWord(word: string): StatusResponse['status'] | undefined {
  switch (word) {
    case 'OK':
    case 'NO':
    case 'BAD':
    case 'PREAUTH':
    case 'BYE':
      return word;
    default:
      return undefined;
  }
}

/**
 *     resp-cond-state = ("OK" / "NO" / "BAD") SP resp-text        RFC 9051 section 9
 *     resp-text       = ["[" resp-text-code "]" SP] [text]
 *
 * The lexer stands behind the status word. Nothing in the words can make it fail.
 */
export function parseStatus(
  lexer: Lexer,
  tag: string | undefined,
  status: StatusResponse['status'],
): StatusResponse {
  const { code, text } = parseResponseCode(lexer.rest().trim());
  return { kind: 'status', tag, status, code, text: plainWords(text) };
}

/** The server's words as they can be shown: no control characters, no octets that are not text. */
export function plainWords(octets: string): string {
  return octetText(octets).trim().replace(controlCharacters, '\ufffd');
}
