import { type SearchProgram, searchProgram } from '../../../engine/protocol/commands/uid-search.ts';
import { parseUidSet } from '../../../engine/protocol/uid-set.ts';
import { type Argument, atom, list, string } from '../../../engine/wire/encoder.ts';
import { wrong } from '../../argument-values.ts';

/** Search keys as a person typed them. */
export interface TypedSearch extends SearchProgram {
  /** What the server has to offer, each with the key that needs it. */
  readonly needs: readonly { readonly key: string; readonly capability: string }[];
}

type Kind = 'nothing' | 'text' | 'keyword' | 'date' | 'number' | 'id' | 'set' | 'key' | 'header';

/** `search-key`, RFC 9051 section 9; NEW, OLD and RECENT RFC 3501. */
const usual: Readonly<Record<Kind, string>> = {
  nothing:
    'ALL ANSWERED DELETED DRAFT FLAGGED SEEN UNANSWERED UNDELETED UNDRAFT UNFLAGGED UNSEEN NEW OLD RECENT',
  text: 'BCC BODY CC FROM SUBJECT TEXT TO',
  keyword: 'KEYWORD UNKEYWORD',
  date: 'BEFORE ON SINCE SENTBEFORE SENTON SENTSINCE',
  number: 'LARGER SMALLER',
  id: '',
  set: 'UID',
  key: 'NOT',
  header: 'HEADER',
};

/** RFC 7162, RFC 8474, RFC 5032, RFC 8514, RFC 6203, Gmail IMAP extensions. */
const extensions: readonly (readonly [capability: string, kind: Kind, keys: string])[] = [
  ['CONDSTORE', 'number', 'MODSEQ'],
  ['OBJECTID', 'id', 'EMAILID THREADID'],
  ['WITHIN', 'number', 'OLDER YOUNGER'],
  ['SAVEDATE', 'date', 'SAVEDBEFORE SAVEDON SAVEDSINCE'],
  ['SEARCH=FUZZY', 'key', 'FUZZY'],
  ['X-GM-EXT-1', 'text', 'X-GM-RAW X-GM-LABELS'],
  ['X-GM-EXT-1', 'number', 'X-GM-MSGID X-GM-THRID'],
];

interface Known {
  readonly kind: Kind;
  readonly capability?: string;
}

const known: ReadonlyMap<string, Known> = new Map([
  ...Object.entries(usual).flatMap(([kind, keys]) =>
    keys.split(' ').map((key): [string, Known] => [key, { kind: kind as Kind }]),
  ),
  ...extensions.flatMap(([capability, kind, keys]) =>
    keys.split(' ').map((key): [string, Known] => [key, { kind, capability }]),
  ),
]);

/** Keys within keys: nobody types more. */
const deepest = 50;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9 };

/**
 * @param words several: each is a key, a value or a parenthesis; one: all of them, apart at spaces, with values of
 *   several words in double quotes
 * @throws MailstowError of kind `arguments` for what is no search
 */
export function readSearch(words: readonly string[]): TypedSearch {
  const [only = ''] = words;
  const reading = new Reading(words.length === 1 ? wordsIn(only) : words);
  const keys = reading.keys(0, undefined);
  return { ...searchProgram(keys), needs: reading.needs };
}

/** @throws MailstowError of kind `arguments` for quotes that do not end */
function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [all, quoted, bare] = wordAt(text, at);
    if (all === '') throw wrong('A quotation mark is missing at the end', 'Add it.');
    at += all.length;
    if (quoted !== undefined) words.push(quoted.replace(/\\(["\\])/g, '$1'));
    else if (bare !== undefined) words.push(bare);
  }
  return words;
}

function wordAt(
  text: string,
  at: number,
): readonly [string, string | undefined, string | undefined] {
  const next = /"((?:[^"\\]|\\.)*)"|([()]|[^\s()"]+)|\s+/sy;
  next.lastIndex = at;
  const [all = '', quoted, bare] = next.exec(text) ?? [];
  return [all, quoted, bare];
}

class Reading {
  readonly #words: readonly string[];
  #at = 0;
  readonly needs: { key: string; capability: string }[] = [];

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** @param opened the parenthesis that these stand in */
  keys(depth: number, opened: '(' | undefined): Argument[] {
    const keys: Argument[] = [];
    for (;;) {
      const isEnd = this.#at >= this.#words.length;
      if (isEnd || this.#words[this.#at] === ')') {
        if (isEnd !== (opened === undefined)) {
          throw wrong('The parentheses do not match', 'Give each one its other half.');
        }
        if (keys.length === 0) throw wrong('There is nothing to search for', 'Add a key.');
        if (!isEnd) this.#at += 1;
        return keys;
      }
      keys.push(...this.#key(depth));
    }
  }

  #key(depth: number): Argument[] {
    if (depth > deepest) throw wrong('This search is nested too deeply', 'Make it simpler.');
    const word = this.#next('A search key');
    if (word === '(') return [list(this.keys(depth + 1, '('))];
    const key = word.toUpperCase();
    if (key === 'OR') return [atom(key), ...this.#key(depth + 1), ...this.#key(depth + 1)];
    const { kind, capability } = known.get(key) ?? {};
    if (kind === undefined) return [atom(this.#sequence(word))];
    if (capability !== undefined) this.needs.push({ key, capability });
    if (kind === 'key') return [atom(key), ...this.#key(depth + 1)];
    return [atom(key), ...this.#values(key, kind)];
  }

  #values(key: string, kind: Exclude<Kind, 'key'>): Argument[] {
    switch (kind) {
      case 'nothing':
        return [];
      case 'header':
        return [this.#text(key), this.#text(key)];
      case 'text':
        return [this.#text(key)];
      default:
        return [atom(readers[kind](this.#next(key), key))];
    }
  }

  #text(key: string): Argument {
    return string(this.#next(key));
  }

  #sequence(word: string): string {
    if (parseUidSet(word) !== undefined) return word;
    throw wrong(
      `'${word}' is no search key`,
      "See 'mailstow help search-server' for what there is.",
    );
  }

  #next(what: string): string {
    const word = this.#words[this.#at];
    this.#at += 1;
    if (word === undefined) throw wrong(`Something is missing behind ${what}`, 'Add it.');
    return word;
  }
}

type Reader = (word: string, key: string) => string;

const readers: Readonly<Record<'keyword' | 'date' | 'number' | 'id' | 'set', Reader>> = {
  // `flag-keyword` and an atom: what could end it is in none.
  keyword: (word, key) => matching(/^[!#$&'+,./0-9:;<=>?@A-Z[^_`a-z|}~-]+$/, word, key),
  id: (word, key) => matching(/^[\w-]{1,255}$/, word, key),
  set: (word, key) => (parseUidSet(word) === undefined ? refuse(word, key) : word),
  number: readNumber,
  date: readDay,
};

function matching(pattern: RegExp, word: string, key: string): string {
  return pattern.test(word) ? word : refuse(word, key);
}

/** Bytes may be written as 500k, 10M or 1G. */
function readNumber(word: string, key: string): string {
  const [, digits = '', unit = ''] = /^(\d{1,19})([kMG]?)$/.exec(word) ?? refuse(word, key);
  return String(BigInt(digits) * BigInt(factors[unit] ?? 1));
}

/** `date`, RFC 9051 section 9: as the protocol writes it, or as 2024-03-01. */
function readDay(word: string, key: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word) ?? [];
  const [, ownDay = day, name = months[Number(month) - 1], ownYear = year] =
    /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(word) ?? [];
  const place = months.findIndex(each => each.toLowerCase() === name?.toLowerCase());
  const date = new Date(Date.UTC(Number(ownYear), place, Number(ownDay)));
  if (place < 0 || date.getUTCDate() !== Number(ownDay)) return refuse(word, key);
  return `${Number(ownDay)}-${months[place]}-${ownYear}`;
}

function refuse(word: string, key: string): never {
  throw wrong(`'${word}' does not fit ${key}`, 'Correct it.');
}
