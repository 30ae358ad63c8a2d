import { createHash } from 'node:crypto';
import { escapeCharacter, unescapeCharacters } from './percent.ts';

/** Longest component any common file system takes, in bytes of UTF-8. */
export const longestComponent = 255;

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
 * NFC, reversible by {@link decodeComponent}. May be longer than a file system takes.
 */
export function encodeComponent(text: string): string {
  if (text === '') return emptyComponent;
  const device = deviceName.test(text);
  const trailing = text.length - (/[. ]+$/.exec(text)?.[0].length ?? 0);
  const hashMark = hashEnding.exec(text)?.index ?? -1;
  let encoded = '';
  let position = 0;
  for (const character of text) {
    const escaped =
      unsafeCharacter.test(character) ||
      position >= trailing ||
      position === hashMark ||
      (position === 0 && (device || character === '.'));
    encoded += escaped ? escapeCharacter(character) : composed(encoded, character);
    position += character.length;
  }
  return encoded;
}

/** The text behind a component; undefined where the component is none that we would write, or is cut or hashed. */
export function decodeComponent(component: string): string | undefined {
  if (component === emptyComponent) return '';
  if (hashEnding.test(component)) return undefined;
  const text = unescapeCharacters(component);
  return encodeComponent(text) === component ? text : undefined;
}

/** The component itself where it fits into `limit` bytes, else its beginning and 16 hex digits of the text's hash. */
export function cutComponent(text: string, limit: number): string {
  const component = encodeComponent(text);
  if (Buffer.byteLength(component) <= limit) return component;
  return `${firstBytes(component, limit - 17)}~${hashOf(text, 16)}`;
}

/** The component of a text whose plain name another text has already. */
export function withHash(text: string, limit: number): string {
  return `${firstBytes(encodeComponent(text), limit - 5)}~${hashOf(text, 4)}`;
}

/** Equal for components that some file system takes for the same name: by case, by normal form, or by both. */
export function foldComponent(component: string): string {
  return component.normalize('NFD').toUpperCase().toLowerCase().normalize('NFD');
}

/** The first characters that fit into `limit` bytes, no character and no escape cut in two, no trailing dot or blank. */
export function firstBytes(component: string, limit: number): string {
  let bytes = 0;
  let cut = '';
  for (const [piece] of component.matchAll(characterOrEscape)) {
    bytes += Buffer.byteLength(piece);
    if (bytes > limit) break;
    cut += piece;
  }
  return cut.replace(/[. ]+$/, '');
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
