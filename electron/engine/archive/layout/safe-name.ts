import { createHash } from 'node:crypto';
import { escapeCharacter, unescapeCharacters } from './percent-encoding.ts';

/** Longest component any common file system takes, in bytes of UTF-8. */
export const longestComponent = 255;

/** Characters of a path below the archive's folder: Windows, many sticks and network drives end at 260 in all. */
export const longestPath = 199;

/** How much a component, or its beginning, may take. */
export interface Room {
  /** Of UTF-8. */
  readonly bytes: number;
  /** UTF-16 code units, in which Windows counts paths. */
  readonly characters: number;
}

/** Room for so many bytes, however many characters they are. */
export function roomOf(bytes: number): Room {
  return { bytes, characters: bytes };
}

/**
 * What no component may hold as it stands: characters that Windows reserves, `%` (our own escape),
 * control characters, line separators and direction overrides, lone surrogates (no UTF-8 for them),
 * and code points without a meaning, which APFS refuses.
 */
const unsafeCharacter = /[<>:"/\\|?*%\p{Cc}\p{Cs}\p{Cn}\u2028-\u202e\u2066-\u2069]/u;

/** Device names of Windows; they stay devices with an ending behind them (`NUL.txt`, `CON .a`). */
const deviceName =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?= *(\.|$))/i;

/** What {@link cutComponent} and {@link withHash} append, so that a name of the server never looks like it. */
const hashEnding = /~([0-9a-f]{4}|[0-9a-f]{16})$/i;

/** One character, escaped or not. */
const characterOrEscape = /%[0-7][0-9A-F]|%[C-F][0-9A-F](?:%[89AB][0-9A-F])+|./gsu;

/** An empty component; `%` stands alone nowhere else. */
const emptyComponent = '%';

/**
 * A server-chosen text as one file-name component that is safe on Linux, macOS and Windows, in
 * NFC, reversible by {@link decodeComponent}.
 * @param limit bytes; of a component that is longer comes as much of its beginning as is just above it, so that a
 *   text costs what its name takes and not what its length would
 */
export function encodeComponent(text: string, limit: number): string {
  if (text === '') return emptyComponent;
  const device = deviceName.test(text);
  const trailing = endOfBody(text);
  const hashMark = text.search(hashEnding);
  let encoded = '';
  let bytes = 0;
  let position = 0;
  for (const character of text) {
    if (bytes > limit) break;
    const escaped =
      unsafeCharacter.test(character) ||
      position >= trailing ||
      position === hashMark ||
      (position === 0 && (device || character === '.'));
    const piece = escaped ? escapeCharacter(character) : composed(encoded, character);
    encoded += piece;
    bytes += Buffer.byteLength(piece);
    position += character.length;
  }
  return encoded;
}

/** The text behind a component; undefined where the component is none that we would write, or is cut or hashed. */
export function decodeComponent(component: string): string | undefined {
  if (component === emptyComponent) return '';
  if (hashEnding.test(component)) return undefined;
  const text = unescapeCharacters(component);
  return encodeComponent(text, Buffer.byteLength(component)) === component ? text : undefined;
}

/** The component itself where it fits, else its beginning and 16 hex digits of the text's hash. */
export function cutComponent(text: string, room: Room): string {
  const component = encodeComponent(text, room.bytes);
  return fits(component, room)
    ? component
    : `${beginning(component, room, 17)}~${hashOf(text, 16)}`;
}

/** The component of a text whose plain name another text has already. */
export function withHash(text: string, room: Room): string {
  return `${beginning(encodeComponent(text, room.bytes), room, 5)}~${hashOf(text, 4)}`;
}

/** As much of a text as fits, as a component. */
export function beginningOf(text: string, room: Room): string {
  return beginning(encodeComponent(text, room.bytes), room);
}

/** Whether a component tells of the text behind it by a hash, so that only that text leads back to it. */
export function isShortened(component: string): boolean {
  return hashEnding.test(component);
}

/** Equal for components that some file system takes for the same name: by case, by normal form, or by both. */
export function foldComponent(component: string): string {
  return component.normalize('NFD').toUpperCase().toLowerCase().normalize('NFD');
}

/**
 * The first characters of a component that leave so many of the room unused, no character and no escape cut in two, no
 * trailing dot or blank.
 */
export function beginning(component: string, { bytes, characters }: Room, unused = 0): string {
  let left = bytes - unused;
  let cut = '';
  for (const [piece] of component.matchAll(characterOrEscape)) {
    left -= Buffer.byteLength(piece);
    if (left < 0 || cut.length + piece.length > characters - unused) break;
    cut += piece;
  }
  return cut.replace(/[. ]+$/, '');
}

function fits(component: string, { bytes, characters }: Room): boolean {
  return component.length <= characters && Buffer.byteLength(component) <= bytes;
}

/** Where the dots and blanks at the end begin. */
function endOfBody(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ')) end--;
  return end;
}

/** A character that would melt into what stands before it under NFC is escaped, so that decoding gives back both. */
function composed(before: string, character: string): string {
  if (character <= '\u007f') return character;
  const joined = before + character;
  return joined.normalize('NFC') === joined ? character : escapeCharacter(character);
}

function hashOf(text: string, digits: number): string {
  return createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, digits);
}
