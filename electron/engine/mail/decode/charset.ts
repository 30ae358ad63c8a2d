import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Names that neither the platform nor the library knows, in lower case without signs. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['utf8mb4', 'utf-8'],
  ['utf8mb3', 'utf-8'],
  ['unicode11utf8', 'utf-8'],
  ['unicode20utf8', 'utf-8'],
  ['xunicode20utf8', 'utf-8'],
  ['cp65001', 'utf-8'],
  ['unicode11utf7', 'utf-7'],
  ['xunicode20utf7', 'utf-7'],
  ['cp65000', 'utf-7'],
  ['latin1', 'windows-1252'],
  ['iso88598i', 'iso-8859-8'],
  ['iso88598e', 'iso-8859-8'],
  ['iso88596i', 'iso-8859-6'],
  ['iso88596e', 'iso-8859-6'],
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['gb23121980', 'gbk'],
  ['gb231280', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['ksc56011987', 'euc-kr'],
  ['cp950', 'big5'],
  ['ms950', 'big5'],
  ['cp51932', 'euc-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['cp50222', 'iso-2022-jp'],
  ['iso2022jpms', 'iso-2022-jp'],
  ['iso2022jp1', 'iso-2022-jp'],
  ['iso2022jp2', 'iso-2022-jp'],
  ['iso2022jp3', 'iso-2022-jp'],
  ['iso2022jp2004', 'iso-2022-jp'],
  ['euccn', 'gbk'],
  ['cp28591', 'windows-1252'],
  ['cp28592', 'iso-8859-2'],
  ['cp28605', 'iso-8859-15'],
  ['cp20866', 'koi8-r'],
  ['cp21866', 'koi8-u'],
  ['cp10000', 'macintosh'],
  ['xmacroman', 'macintosh'],
  ['macroman', 'macintosh'],
  ['xmacce', 'maccenteuro'],
  ['macce', 'maccenteuro'],
  ['cp10029', 'maccenteuro'],
  ['tis620', 'windows-874'],
]);

/** Sets that say nothing more than that nothing is known. */
const unknown =
  /^(|us|(us)?ascii|ansix341968|iso646us|default|none|unknown(8bit)?|xunknown|8bit|7bit|binary|xuserdefined|utf8orascii)$/;
/** Two or four bytes a letter. */
const wide =
  /^(x?unicode|csunicode|ucs[24]|iso10646ucs[24]|utf(16|32)(le|be)?|unicodefffe|unicodefeff)$/;

/** Bytes by which the width of letters is judged. */
const looked = 4_096;

/**
 * Text in the set that is named (RFC 2046 section 4.1.2), where the bytes can be that. What is named wrongly,
 * unknown or not at all: UTF-8 where the bytes can be that, else Windows-1252, which knows nearly every byte.
 * @param names of sets, the best first; what is empty or unknown is passed over
 */
export function decodeText(bytes: Buffer, ...names: readonly (string | undefined)[]): string {
  for (const name of names) {
    const decode = decoderFor(name ?? '', bytes);
    if (decode !== undefined) return decode(bytes);
  }
  return isRatherUtf8(bytes) ? utf8(bytes) : windows1252(bytes);
}

/** Whether a set is named that says more than that bytes above 127 may come. */
export function isNamed(name: string | undefined): name is string {
  return name !== undefined && !unknown.test(plainName(name));
}

type Decode = (bytes: Buffer) => string;

const decoders = new Map<string, Decode | undefined>();
/** Sets that were met and are remembered; a message may name thousands. */
const mostDecoders = 200;

function decoderFor(name: string, bytes: Buffer): Decode | undefined {
  const key = plainName(name);
  if (unknown.test(key)) return undefined;
  if (wide.test(key)) return wideDecoder(key, bytes);
  if (!decoders.has(key)) {
    if (decoders.size >= mostDecoders) decoders.clear();
    decoders.set(key, makeDecoder(key, name));
  }
  const decode = decoders.get(key);
  return decode === utf8 && !isRatherUtf8(bytes) ? undefined : decode;
}

function makeDecoder(key: string, name: string): Decode | undefined {
  if (key === 'utf8') return utf8;
  if (key === 'hzgb2312' || key === 'hz') return hz;
  if (key === 'iso2022kr' || key === 'csiso2022kr') return korean;
  for (const label of [aliases.get(key), name.trim().toLowerCase(), key, codePage(key)]) {
    if (label === undefined) continue;
    if (label === 'utf-8') return utf8;
    const decoder = platformDecoder(label);
    if (decoder !== undefined) return bytes => decoder.decode(bytes);
    if (iconv.encodingExists(label)) return bytes => iconv.decode(bytes, label);
  }
  return undefined;
}

function platformDecoder(label: string): { decode(bytes: Buffer): string } | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** `ibm-850`, `dos850`, `win1250`, `windows-1250`: the number is what counts. */
function codePage(key: string): string | undefined {
  const [, number] =
    /^(?:cs|x)?(?:cp|ibm|dos|oem|ms|win|windows|codepage)0*(\d{3,5})$/.exec(key) ?? [];
  if (number === undefined) return undefined;
  return /^(125\d|874)$/.test(number) ? `windows-${number}` : `cp${number}`;
}

/** UTF-16 and UTF-32 only where the bytes are that: pages are converted and go on naming what they were. */
function wideDecoder(key: string, bytes: Buffer): Decode | undefined {
  const [first = 0, second = 0] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const start = bytes.subarray(0, looked);
  if (!hasMark && !start.includes(0) && (bytes.length % 2 === 1 || isNarrow(start))) {
    return undefined;
  }
  if (/32|ucs4/.test(key))
    return each => iconv.decode(each, key.endsWith('be') ? 'utf-32be' : 'utf-32');
  let isBig = first === 0xfe && second === 0xff;
  if (!hasMark) {
    const [even, odd] = zeros(start);
    isBig = even === odd ? /be$|fffe$/.test(key) : even > odd;
  }
  return each => new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(each);
}

/** Signs, blanks and line ends of 16 bits hold a zero each: what has none and reads as letters is of eight bits. */
function isNarrow(bytes: Buffer): boolean {
  const letters = bytes.reduce((sum, byte) => sum + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0);
  return letters * 10 > bytes.length * 7 || isRatherUtf8(bytes);
}

/** How many bytes are zero at even places, and at odd ones. */
function zeros(bytes: Buffer): [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0) counts[at % 2 === 0 ? 0 : 1] += 1;
  }
  return counts;
}

/** RFC 1843: GB 2312 in seven bits between `~{` and `~}`. */
function hz(bytes: Buffer): string {
  const gbk = new TextDecoder('gbk');
  return bytes
    .toString('latin1')
    .replace(/~\r?\n/g, '')
    .split('~{')
    .map((piece, index) => {
      if (index === 0) return piece.replaceAll('~~', '~');
      const end = piece.indexOf('~}');
      const [letters, rest] = end < 0 ? [piece, ''] : [piece.slice(0, end), piece.slice(end + 2)];
      return gbk.decode(eightBit(letters)) + rest.replaceAll('~~', '~');
    })
    .join('');
}

/** RFC 1557: KS X 1001 in seven bits between SO and SI. */
function korean(bytes: Buffer): string {
  const euc = new TextDecoder('euc-kr');
  return bytes
    .toString('latin1')
    .replaceAll('\x1b$)C', '')
    .split('\x0e')
    .map((piece, index) => {
      if (index === 0) return piece;
      const [letters = '', ...rest] = piece.split('\x0f');
      return euc.decode(eightBit(letters)) + rest.join('');
    })
    .join('');
}

function eightBit(letters: string): Buffer {
  const bytes = Buffer.from(letters, 'latin1');
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x20) bytes[at] = byte | 0x80;
  }
  return bytes;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const utf8Decoder = new TextDecoder('utf-8');
const windows1252Decoder = new TextDecoder('windows-1252');

function utf8(bytes: Buffer): string {
  return utf8Decoder.decode(bytes);
}

function windows1252(bytes: Buffer): string {
  return windows1252Decoder.decode(bytes);
}

/** A broken letter here and there does not make it another set. */
function isRatherUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  let [whole, broken] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceAt(bytes, at, byte);
    if (length === 0) broken += 1;
    else whole += 1;
    at += length || 1;
  }
  return broken <= whole;
}

/** Bytes of the UTF-8 letter at a place (RFC 3629); 0 where there is none. A letter that is cut off at the end counts. */
function sequenceAt(bytes: Buffer, at: number, lead: number): number {
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const most = Math.min(length, bytes.length - at);
  for (let next = 1; next < most; next++) {
    if (((bytes[at + next] as number) & 0xc0) !== 0x80) return 0;
  }
  // A lone lead at the very end says nothing.
  return most === 1 ? 0 : most;
}
