import type { TransferDecoder } from './transfer-decoder.ts';

/** Bytes of a line that count: 45 are written as 61 characters. */
const longestLine = 200;
const lineFeed = 10;

/** POSIX uuencode: lines of up to 45 bytes between `begin MODE NAME` and `end`; what stands outside is left out. */
export class UuDecoder implements TransferDecoder {
  #line = '';
  #state: 'before' | 'within' | 'behind' = 'before';
  #isOdd = false;

  get isDamaged(): boolean {
    return this.#isOdd || this.#state !== 'behind';
  }

  decode(bytes: Buffer): Buffer {
    const pieces: Buffer[] = [];
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      this.#add(bytes, from, end);
      pieces.push(this.#finish());
      from = end + 1;
    }
    this.#add(bytes, from, bytes.length);
    return Buffer.concat(pieces);
  }

  end(): Buffer {
    return this.#finish();
  }

  #add(bytes: Buffer, from: number, end: number): void {
    this.#line += bytes.toString('latin1', from, Math.min(end, from + longestLine));
  }

  #finish(): Buffer {
    const line = this.#line.replace(/\r$/, '');
    this.#line = '';
    if (this.#state === 'within') {
      if (/^end\s*$/.test(line)) this.#state = 'behind';
      else return this.#decoded(line);
    } else if (this.#state === 'before' && beginLine.test(line)) {
      this.#state = 'within';
    }
    return Buffer.alloc(0);
  }

  /** Blanks at the end of a line stand for zeros and are often lost. */
  #decoded(line: string): Buffer {
    if (line === '') return Buffer.alloc(0);
    const count = (line.charCodeAt(0) - 32) & 63;
    const groups = Math.ceil(count / 3);
    if (line.length > groups * 4 + 4) this.#isOdd = true;
    const bytes = Buffer.alloc(groups * 3);
    for (let group = 0; group < groups; group++) {
      const [a, b, c, d] = [1, 2, 3, 4].map(
        at => ((line.charCodeAt(group * 4 + at) || 32) - 32) & 63,
      ) as [number, number, number, number];
      bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, group * 3, 3);
    }
    return bytes.subarray(0, count);
  }
}

const beginLine = /^begin [0-7]{3,4} (.*\S)\s*$/;

/** A uuencoded file in a text, its lines included. */
export interface UuBlock {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What of a message's file this looks at. */
interface Bytes {
  read(start: number, end: number): Buffer;
  indexOf(bytes: Buffer, start: number, end: number): number;
}

const begin = Buffer.from('begin ');
const lineAndEnd = Buffer.from('\nend');
const mostBlocks = 100;
/** Bytes of a `begin` line with its name. */
const longestBegin = 1_000;

/**
 * @param start of the text, bytes
 * @returns the files between `start` and `end` whose `begin` stands at the beginning of a line
 */
export function uuBlocks(file: Bytes, start: number, end: number): UuBlock[] {
  const blocks: UuBlock[] = [];
  for (let at = start; blocks.length < mostBlocks; ) {
    const found = file.indexOf(begin, at, end);
    if (found < 0) break;
    at = found + begin.length;
    if (found > start && file.read(found - 1, found)[0] !== lineFeed) continue;
    const head = file.read(found, Math.min(end, found + longestBegin)).toString('latin1');
    const [line = ''] = head.split('\n', 1);
    const name = beginLine.exec(line.trimEnd())?.[1];
    const first = head.slice(line.length + 1, line.length + 70).split(/\r?\n/, 1)[0] ?? '';
    if (name === undefined || !isData(first)) continue;
    const last = file.indexOf(lineAndEnd, at, end);
    // Without an end it goes on to the end of the text.
    const stop = last < 0 ? end : Math.min(end, last + lineAndEnd.length);
    blocks.push({ name, start: found, end: stop });
    if (last < 0) break;
    at = stop;
  }
  return blocks;
}

/** As long as its first letter says, give or take lost blanks and a checksum; or the end at once. */
function isData(line: string): boolean {
  const length = Math.ceil(((line.charCodeAt(0) - 32) & 63) / 3) * 4 + 1;
  return line !== '' && /^[ -`]+$/.test(line) && line.length <= length + 2;
}
