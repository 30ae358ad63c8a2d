import { isNamed } from './decode/charset.ts';
import { Header } from './header/header.ts';
import { headerEnds, isKnownField } from './header/header-end.ts';
import { contentDisposition, contentType, transferEncoding } from './header/single-fields.ts';
import type { MessageFile } from './message-file.ts';

/** A part of a message: where its body is in the file, and what its header says. */
export interface Part {
  readonly header: Header;
  /** Media type in lower case; `text/plain` where nothing readable stands there. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** `attachment`, `inline`, … in lower case; '' where none is given. */
  readonly disposition: string;
  /** The name of a file, in either of the two places for it, not made safe; '' where none is given. */
  readonly name: string;
  /** Transfer encoding in lower case; '' where none is given. */
  readonly encoding: string;
  /** What was encoded before that: a file in a text. */
  readonly packed?: 'uuencode';
  /** Without its angle brackets. */
  readonly contentId: string | undefined;
  /** Position in the file of the first byte of its header. */
  readonly begin: number;
  /** Position in the file, bytes. */
  readonly start: number;
  /** Position of the first byte behind the body. */
  readonly end: number;
  readonly parts: readonly Part[];
}

export interface Structure {
  readonly root: Part;
  /** A limit was met, or the message ends before it should: not everything was found. */
  readonly isPartial: boolean;
}

/** Bytes of one header that are read; longer ones are attacks or accidents. */
const longestHeader = 256 * 1024;
/** Bytes that hold nearly every header whole. */
const usualHeader = 16 * 1024;
/** Levels and parts that are looked for; no mail program makes more. */
const deepest = 50;
const mostParts = 2_000;
/** Lines that look like a boundary and are none: bounds the time for a hostile message. */
const mostCandidates = 200_000;
/** RFC 2046 section 5.1.1 allows 70 characters; some write more. */
const longestBoundary = 1_000;

const delimiter = Buffer.from('\n--');

interface Found extends Part {
  end: number;
  readonly parts: Found[];
}

interface Open {
  readonly part: Found;
  readonly boundary: string;
}

/**
 * Finds the parts of a message (RFC 2046 section 5.1) without reading their bodies. A part ends where a
 * boundary of any multipart around it stands, so that missing ends do no harm; messages inside the
 * message are parts like any other.
 */
export function readStructure(file: MessageFile): Structure {
  const [root, isLong] = rootOf(file);
  const outermost = opened(root);
  const stack = outermost === undefined ? [] : [outermost];
  const all = [root];
  let unfinished: Found | undefined = root;
  let isPartial = isLong || (isMultipart(root) && outermost === undefined);
  let at = root.start - 1;
  for (let candidates = 0; stack.length > 0; candidates++) {
    const lineFeed = file.indexOf(delimiter, Math.max(0, at), file.size);
    if (lineFeed < 0 || candidates >= mostCandidates || all.length >= mostParts) {
      isPartial = true;
      break;
    }
    at = lineFeed + 1;
    const met = matching(stack, file.read(at, at + longestBoundary + 8));
    if (met === undefined) continue;
    if (unfinished !== undefined) unfinished.end = endBefore(file, unfinished.start, lineFeed);
    unfinished = undefined;
    stack.length = met.isLast ? met.level : met.level + 1;
    if (met.isLast) continue;
    const [child, isCut] = partAt(file, at + met.length, defaultType(met.parent));
    met.parent.parts.push(child);
    all.push(child);
    isPartial ||= isCut;
    unfinished = child;
    at = child.start - 1;
    const inner = opened(child);
    if (inner === undefined) continue;
    if (stack.length < deepest) stack.push(inner);
    else isPartial = true;
  }
  assumeCharset(all);
  return { root, isPartial };
}

export function isMultipart({ type }: Part): boolean {
  return type.startsWith('multipart/');
}

/** A text that has no header begins at once, even where its first lines look like fields. */
function rootOf(file: MessageFile): [Found, isLong: boolean] {
  const [root, isLong] = partAt(file, 0, 'text/plain');
  const { fields } = root.header;
  if (fields.length === 0 || fields.some(({ name }) => isKnownField(name))) return [root, isLong];
  return [newPart(file, new Header(Buffer.alloc(0)), [0, 0], 'text/plain'), isLong];
}

function partAt(file: MessageFile, start: number, usualType: string): [Found, isCut: boolean] {
  const [end, body, isCut] = placeOfHeader(file, start);
  return [newPart(file, new Header(file.read(start, end)), [start, body], usualType), isCut];
}

function newPart(
  file: MessageFile,
  header: Header,
  [begin, body]: readonly [number, number],
  usualType: string,
): Found {
  const content = contentType(header, file, body, usualType);
  const disposition = contentDisposition(header);
  return {
    header,
    type: /^[^/]+\/[^/]+$/.test(content.value) ? content.value : 'text/plain',
    parameters: content.parameters,
    disposition: disposition.value,
    get name() {
      // What a header says in bytes of an unknown set is known only when all of the message is.
      const late = header.isRaw ? contentDisposition(header) : disposition;
      const given = late.parameters.get('filename') ?? '';
      if (given !== '') return given.trim();
      const type = header.isRaw ? contentType(header, file, body, usualType) : content;
      return (type.parameters.get('name') ?? late.parameters.get('name') ?? '').trim();
    },
    encoding: transferEncoding(header, file, body),
    contentId: header.first('content-id')?.trim().replace(/^<|>$/g, ''),
    begin,
    start: body,
    end: file.size,
    parts: [],
  };
}

/** Most headers are short, so that little of a large message is read for its own. */
function placeOfHeader(
  file: MessageFile,
  start: number,
): [header: number, body: number, isCut: boolean] {
  for (const length of [usualHeader, longestHeader]) {
    const bytes = file.read(start, start + length);
    const isWhole = bytes.length < length || length === longestHeader;
    const found = headerEnds(bytes, isWhole);
    if (found !== undefined) return [start + found.header, start + found.body, false];
    if (bytes.length < length) break;
  }
  const end = Math.min(start + longestHeader, file.size);
  return [end, end, end < file.size];
}

function opened(part: Found): Open | undefined {
  if (!isMultipart(part)) return undefined;
  const boundary = part.parameters.get('boundary')?.trimEnd() ?? '';
  if (boundary === '' || boundary.length > longestBoundary) return undefined;
  return { part, boundary: Buffer.from(boundary).toString('latin1') };
}

/** RFC 2046 section 5.1.5. */
function defaultType({ type }: Part): string {
  return type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
}

/** @param bytes begin with the two hyphens of a line and may be more than it */
function matching(
  stack: readonly Open[],
  bytes: Buffer,
): { parent: Found; level: number; isLast: boolean; length: number } | undefined {
  const end = bytes.indexOf(10);
  const length = end < 0 ? bytes.length : end + 1;
  const line = bytes.toString('latin1', 2, length).trimEnd();
  for (let level = stack.length - 1; level >= 0; level--) {
    const { part, boundary } = stack[level] as Open;
    if (line === boundary) return { parent: part, level, isLast: false, length };
    if (line.length === boundary.length + 2 && line === `${boundary}--`) {
      return { parent: part, level, isLast: true, length };
    }
  }
  return undefined;
}

/** The line end before a boundary belongs to the boundary. */
function endBefore(file: MessageFile, start: number, lineFeed: number): number {
  const isCrLf = lineFeed > 0 && file.read(lineFeed - 1, lineFeed)[0] === 13;
  return Math.max(start, isCrLf ? lineFeed - 1 : lineFeed);
}

/** Raw bytes in headers are of the set that a body names: its own, else the first that is named. */
function assumeCharset(parts: readonly Part[]): void {
  if (!parts.some(({ header }) => header.isRaw)) return;
  const named = parts.map(({ parameters }) => parameters.get('charset'));
  const first = named.find(isNamed);
  parts.forEach(({ header }, index) => {
    const own = named[index];
    header.assume(isNamed(own) ? own : first);
  });
}
