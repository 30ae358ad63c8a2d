import type { ResponseCode } from './response.ts';

const listCodes = new Set(['PERMANENTFLAGS', 'BADCHARSET', 'CAPABILITY']);

/**
 *     resp-text-code = "ALERT" / "BADCHARSET" [SP "(" charset *(SP charset) ")"] /
 *                      capability-data / "PERMANENTFLAGS" SP "(" [flag-perm *(SP flag-perm)] ")" /
 *                      "UIDNEXT" SP nz-number / "UIDVALIDITY" SP nz-number /
 *                      atom [SP 1*<any TEXT-CHAR except "]">]          RFC 9051 section 9
 *     "HIGHESTMODSEQ" SP mod-sequence-value                            RFC 7162 section 7
 *
 * @param words what follows OK, NO, BAD, PREAUTH or BYE
 * @returns no code where there is none or its bracket never closes
 */
export function parseResponseCode(words: string): { code: ResponseCode | undefined; text: string } {
  const end = words.startsWith('[') ? closingBracket(words) : -1;
  if (end < 0) return { code: undefined, text: words };
  const inside = words.slice(1, end).trim();
  const nameEnd = inside.search(/[\s(]|$/);
  const name = inside.slice(0, nameEnd).toUpperCase();
  const value = inside.slice(nameEnd).trim();
  return { code: codeOf(name, value), text: words.slice(end + 1) };
}

function codeOf(name: string, value: string): ResponseCode {
  if (listCodes.has(name)) return { name, list: listItems(value), text: value };
  if (value === '') return { name };
  if (/^\d{1,19}$/.test(value)) return { name, value: BigInt(value), text: value };
  return { name, text: value };
}

/** The bracket that ends the code: not one within parentheses or quotes, as in a flag `a]`. */
function closingBracket(words: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 1; at < words.length; at++) {
    const character = words.charAt(at);
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ']' && depth <= 0) return at;
  }
  return words.indexOf(']');
}

/** Flags, charsets and capabilities hold no spaces, so they need no grammar. */
function listItems(value: string): string[] {
  return (value.match(/"[^"]*"|[^\s()"]+/g) ?? []).map(item => item.replaceAll('"', ''));
}
