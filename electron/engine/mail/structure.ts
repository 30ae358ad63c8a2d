import { Header } from './header.ts';
import type { OctetFile } from './octet-file.ts';
import { parseStructured } from './parameters.ts';

/** A part of a message: where its body is in the file, and what its header says. */
export interface Part {
  readonly header: Header;
  /** Media type in lower case; `text/plain` where nothing readable stands there. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** `attachment`, `inline`, … in lower case; '' where none is given. */
  readonly disposition: string;
  /** A name for a file is given, in either of the two places for it. */
  readonly hasName: boolean;
  /** Transfer encoding in lower case; '' where none is given. */
  readonly encoding: string;
  /** Without its angle brackets. */
  readonly contentId: string | undefined;
  /** Position in the file, octets. */
  readonly start: number;
  /** Position of the first octet behind the body. */
  end: number;
  readonly parts: Part[];
}

export interface Structure {
  readonly root: Part;
  /** A limit was met, or the message ends before it should: not everything was found. */
  readonly isPartial: boolean;
}

/** Octets of one header that are read; longer ones are attacks or accidents. */
const longestHeader = 256 * 1024;
/** Octets that hold nearly every header whole. */
const usualHeader = 16 * 1024;
/** Levels and parts that are looked for; no mail program makes more. */
const deepest = 50;
const mostParts = 2_000;
/** Lines that look like a boundary and are none: bounds the time for a hostile message. */
const mostCandidates = 200_000;
/** RFC 2046 section 5.1.1 allows 70 characters; some write more. */
const longestBoundary = 1_000;

const delimiter = Buffer.from('\n--');
const lineFeed = 10;
const carriageReturn = 13;
const hyphen = 45;

interface Open {
  readonly part: Part;
  readonly boundary: Buffer;
}

/**
 * Finds the parts of a message (RFC 2046 section 5.1) without reading their bodies. A part ends where a
 * boundary of any multipart around it stands, so that missing ends do no harm; messages inside the
 * message are parts like any other.
 */
export function readStructure(file: OctetFile): Structure {
  const root = partAt(file, 0, 'text/plain');
  const outermost = opened(root);
  const stack = outermost === undefined ? [] : [outermost];
  let unfinished: Part | undefined = root;
  let found = 1;
  let isPartial = isMultipart(root) && outermost === undefined;
  let at = root.start - 1;
  for (let candidates = 0; stack.length > 0; candidates++) {
    const lineFeed = file.indexOf(delimiter, Math.max(0, at), file.size);
    if (lineFeed < 0 || candidates >= mostCandidates || found >= mostParts) {
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
    const child = partAt(file, at + met.length, defaultType(met.parent));
    met.parent.parts.push(child);
    found += 1;
    unfinished = child;
    at = child.start - 1;
    const inner = stack.length < deepest ? opened(child) : undefined;
    if (inner !== undefined) stack.push(inner);
  }
  return { root, isPartial };
}

export function isMultipart({ type }: Part): boolean {
  return type.startsWith('multipart/');
}

function partAt(file: OctetFile, start: number, usualType: string): Part {
  const [end, body] = headerEnds(file, start);
  const header = new Header(file.read(start, end));
  const content = parseStructured(header.first('content-type') ?? usualType);
  const disposition = parseStructured(header.first('content-disposition') ?? '');
  const names = [...content.parameters.keys(), ...disposition.parameters.keys()];
  const transfer = header.first('content-transfer-encoding') ?? '';
  return {
    header,
    type: /^[^/]+\/[^/]+$/.test(content.value) ? content.value : 'text/plain',
    parameters: content.parameters,
    disposition: disposition.value,
    hasName: names.some(name => /^(file)?name(\*|$)/.test(name)),
    encoding: parseStructured(transfer).value,
    contentId: header.first('content-id')?.trim().replace(/^<|>$/g, ''),
    start: body,
    end: file.size,
    parts: [],
  };
}

/**
 * Where a header ends and its body begins: at the empty line, or at a boundary where that is missing. Most
 * headers are short, so that little of a large message is read for its own.
 */
function headerEnds(file: OctetFile, start: number): [header: number, body: number] {
  for (const length of [usualHeader, longestHeader]) {
    const octets = file.read(start, start + length);
    const found = endIn(octets);
    if (found !== undefined) return [start + found.header, start + found.body];
    if (octets.length < length) break;
  }
  const end = Math.min(start + longestHeader, file.size);
  return [end, end];
}

/** Looks at the beginning of each line; whole, also where the octets are cut off. */
function endIn(octets: Buffer): { header: number; body: number } | undefined {
  for (let line = 0; line < octets.length; ) {
    const [first, second] = [octets[line], octets[line + 1]];
    if (first === lineFeed) return { header: line, body: line + 1 };
    if (first === carriageReturn && second === lineFeed) return { header: line, body: line + 2 };
    if (first === hyphen && second === hyphen) return { header: line, body: line };
    const end = octets.indexOf(lineFeed, line);
    if (end < 0) return undefined;
    line = end + 1;
  }
  return undefined;
}

function opened(part: Part): Open | undefined {
  if (!isMultipart(part)) return undefined;
  const boundary = part.parameters.get('boundary')?.trimEnd() ?? '';
  if (boundary === '' || boundary.length > longestBoundary) return undefined;
  return { part, boundary: Buffer.from(boundary) };
}

/** RFC 2046 section 5.1.5. */
function defaultType({ type }: Part): string {
  return type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
}

/** @param line begins with its two hyphens and may be longer than a line */
function matching(
  stack: readonly Open[],
  line: Buffer,
): { parent: Part; level: number; isLast: boolean; length: number } | undefined {
  const end = line.indexOf(10);
  const length = end < 0 ? line.length : end + 1;
  for (const [level, { part, boundary }] of [...stack.entries()].reverse()) {
    if (line.indexOf(boundary, 2) !== 2) continue;
    const rest = line.toString('latin1', 2 + boundary.length, length).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    return { parent: part, level, isLast: rest === '--', length };
  }
  return undefined;
}

/** The line end before a boundary belongs to the boundary. */
function endBefore(file: OctetFile, start: number, lineFeed: number): number {
  const isCrLf = lineFeed > 0 && file.read(lineFeed - 1, lineFeed)[0] === 13;
  return Math.max(start, isCrLf ? lineFeed - 1 : lineFeed);
}
