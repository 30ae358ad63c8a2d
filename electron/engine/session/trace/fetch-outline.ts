const head = /^\* +\d+ +FETCH +\(/i;
const itemName = /[A-Z0-9.-]+/iy;
const section = /\[[^\]"{}]{0,4000}\](?:<\d+>)?/y;
const announcement = /~?\{\d+[+-]?\}/y;
const word = /[^\s()"{}]+/y;
const blanks = /\s*/y;

const number = /^\d{1,20}$/;
const oneNumber = /^\(\d{1,20}\)$/;
const flags = /^\([^"{}()\r\n]{0,2000}\)$/;
const dateTime = /^"[ \d]?\d-[A-Z]{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4}"$/i;

/** Items, and which of their values are shown; of all others the size is. */
const shown: ReadonlyMap<string, RegExp | undefined> = new Map([
  ['UID', number],
  ['FLAGS', flags],
  ['INTERNALDATE', dateTime],
  ['RFC822.SIZE', number],
  ['MODSEQ', oneNumber],
  ['X-GM-MSGID', number],
  ['X-GM-THRID', number],
  ['X-GM-LABELS', undefined],
  ['EMAILID', undefined],
  ['THREADID', undefined],
  ['ENVELOPE', undefined],
  ['BODYSTRUCTURE', undefined],
  ['BODY', undefined],
  ['RFC822', undefined],
  ['RFC822.HEADER', undefined],
  ['RFC822.TEXT', undefined],
]);

/**
 * A FETCH response without mail: the names of its items, numbers, flags and dates; sizes in place of
 * literals, strings and structures. Whatever is not understood shows its size alone.
 * @param text one character a byte, literals left out behind their announcements
 */
export function fetchOutline(text: string): string {
  const begin = head.exec(text)?.[0];
  if (begin === undefined) return `* … FETCH (${text.length} bytes)`;
  const items: string[] = [];
  let at = begin.length;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const takeStructure = (): string | undefined => {
    const found = stringOrList(text, at);
    at += found?.length ?? 0;
    return found;
  };
  for (;;) {
    take(blanks);
    if (text[at] === ')' && at === text.length - 1) return `${begin}${items.join(' ')})`;
    const name = take(itemName)?.toUpperCase();
    if (name === undefined || !shown.has(name)) break;
    const part = take(section);
    take(blanks);
    const literal = take(announcement);
    const value = literal ?? take(word) ?? takeStructure();
    if (value === undefined) break;
    const isShown = value === literal || shown.get(name)?.test(value) === true;
    items.push(`${name}${sectionName(part)} ${isShown ? value : sized(value)}`);
  }
  return `${begin}${[...items, `… ${text.length - at} bytes`].join(' ')}`;
}

/** `HEADER.FIELDS` without the names of the fields, `TEXT`, `1.MIME`, or that there is one. */
function sectionName(part: string | undefined): string {
  if (part === undefined) return '';
  const [name] = /^\[[\d.]*(?:HEADER(?:\.FIELDS(?:\.NOT)?)?|TEXT|MIME)?/i.exec(part) ?? [''];
  const [offset = ''] = /<\d{1,12}>$/.exec(part) ?? [];
  return name.length === part.length - offset.length - 1 ? part : `${name}…]${offset}`;
}

function sized(value: string): string {
  if (/^NIL$/i.test(value)) return 'NIL';
  return value.startsWith('(') ? `(${value.length} bytes)` : `"${value.length} bytes"`;
}

/** The quoted string or the list that begins here. */
function stringOrList(text: string, start: number): string | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth <= 0) return at > start && at < text.length ? text.slice(start, at + 1) : undefined;
  }
  return undefined;
}

/** Where its closing quote stands; behind the text where there is none. */
function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
