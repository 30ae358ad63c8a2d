import type { Query } from '../../../shared/search/query.ts';
import { type AttachedFile, describe } from './attachments.ts';
import { type Contents, contentsOf } from './bodies.ts';
import { decodeWords } from './decode/encoded-words.ts';
import { placeOf } from './decode-part.ts';
import { addressLine } from './header/addresses.ts';
import { imageName } from './html/image-name.ts';
import { quietMarks } from './html/marks.ts';
import { pageOf, textPiece } from './html/page.ts';
import { type Sanitised, sanitise } from './html/sanitise.ts';
import type { MessageFile } from './message-file.ts';
import { opened } from './opened.ts';
import type { PartPlace } from './part-bytes.ts';
import { isInline, isPagePicture } from './pictures.ts';
import { isProtected } from './protected.ts';
import { type ReadBody, type ReadPart, readBodies } from './read-bodies.ts';
import { readStructure } from './structure.ts';

/**
 * Why a message is not shown whole: only its header is stored, it is encrypted, signed in one piece with its
 * signature, too long, or badly put together.
 */
type MessageNote = 'headers-only' | 'encrypted' | 'signed' | 'long' | 'malformed';

/** A message as it is shown. */
export interface MessageView {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  /** Milliseconds since 1970 UTC. */
  readonly date: number | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  /** Harmless HTML, where the message has any; its images are beside it, see {@link imageName}. */
  readonly page: string | undefined;
  /** Words of the query that are marked on the page, by the ids of `mark-page.ts`. */
  readonly pageMarks: number;
  /** The images of the page, by N. */
  readonly images: readonly PageImage[];
  readonly blockedRemote: number;
  /** Pictures let through that have an http address, and are asked for with https. */
  readonly upgradedRemote: number;
  readonly attachments: readonly AttachedFile[];
  /** Signed or encrypted, all of it or a part. */
  readonly isProtected: boolean;
  readonly note: MessageNote | undefined;
}

interface PageImage {
  readonly type: string;
  readonly place: PartPlace;
}

export interface ViewOptions {
  /** The file was asked for its header only. */
  readonly headersOnly: boolean;
  /** Lets images from https addresses through. */
  readonly remote: boolean;
  /** The message was found by this: its words are marked on the page. */
  readonly query?: Query | undefined;
}

/** Characters of text that are shown. */
const longestText = 1_000_000;
/** Elements of all pages of a message together: a window takes a second to lay them out. */
const mostElements = 25_000;
const mostFields = 1_000;
/** Characters of a field that are shown. */
const longestField = 10_000;

/** Reads a message for the eye (RFC 5322, RFC 2045–2049); never more of it than the limits say. */
export function viewMessage(file: MessageFile, options: ViewOptions): MessageView {
  const structure = readStructure(file);
  const { header } = structure.root;
  const inside = options.headersOnly
    ? { ...structure, file, within: undefined }
    : opened(structure, file);
  const contents = options.headersOnly
    ? nothing
    : contentsOf(inside.root, inside.file, Number.POSITIVE_INFINITY);
  const { bodies, ...read } = readBodies(inside.file, contents.bodies);
  const page = pageFrom(bodies, contents, options);
  const { text } = page;
  const files = contents.files.filter(part => !isInline(part, page.shown));
  const { attachments, isDamaged } = describe(files, inside.file);
  const isPartial = structure.isPartial || inside.isPartial;
  const ofFile = <Each extends { readonly place: PartPlace }>(each: Each): Each =>
    inside.within === undefined
      ? each
      : { ...each, place: { ...each.place, within: inside.within } };
  const shownField = (value: string) => quietMarks(value.slice(0, longestField));
  return {
    from: shownField(addressLine(header.from)),
    to: shownField(addressLine(header.to)),
    cc: shownField(addressLine(header.cc)),
    subject: shownField(header.subject),
    date: header.date,
    headers: header.fields.slice(0, mostFields).map(({ name, value }) => ({
      name: name.slice(0, longestField),
      value: shownField(decodeWords(value.slice(0, longestField))),
    })),
    text: quietMarks(text.slice(0, longestText)),
    page: page.html,
    pageMarks: page.marks,
    images: page.images.map(ofFile),
    blockedRemote: page.blockedRemote,
    upgradedRemote: page.upgradedRemote,
    attachments: attachments.map(ofFile),
    isProtected: isProtected(structure.root, text),
    note: noteOn(options, contents, {
      isCut: read.isCut || page.isCut || text.length > longestText,
      isBroken: isPartial || read.isDamaged || isDamaged || header.fields.length > mostFields,
    }),
  };
}

const nothing: Contents = { bodies: [], files: [], isEncrypted: false, isSigned: false };

interface Page {
  readonly html: string | undefined;
  readonly marks: number;
  readonly images: readonly PageImage[];
  /** Content-IDs of the pictures that it shows. */
  readonly shown: ReadonlySet<string>;
  readonly blockedRemote: number;
  readonly upgradedRemote: number;
  readonly isCut: boolean;
  /** The words of all bodies. */
  readonly text: string;
}

/** A page where any body has HTML that shows something, or HTML alone; words without HTML stand among it. */
function pageFrom(
  bodies: readonly ReadBody[],
  { files }: Contents,
  { remote, query = [] }: ViewOptions,
): Page {
  const pictures = files.filter(isPagePicture);
  const numbers = new Map<string, number>();
  pictures.forEach(({ contentId = '' }, index) => {
    if (!numbers.has(contentId)) numbers.set(contentId, index);
  });
  const shown = new Set<string>();
  const imageAddress = (contentId: string) => {
    const index = numbers.get(contentId);
    if (index === undefined) return undefined;
    shown.add(contentId);
    return imageName(index);
  };
  let elements = mostElements;
  const piecesOf = ({ isHtml, text }: ReadPart): Sanitised => {
    if (!isHtml) return plainPiece(text);
    const piece = sanitise(text, { remote, imageAddress, elements });
    elements -= piece.elements;
    return piece;
  };
  let isHtml = false;
  const texts: string[] = [];
  const pieces = bodies.flatMap(({ plain, rich }) => {
    const richPieces = rich.map(piecesOf);
    texts.push(wordsOf(plain, richPieces));
    const isEmpty = !richPieces.some(piece => piece.isVisible);
    if (rich.length === 0 || (isEmpty && plain.some(({ text }) => text.trim() !== ''))) {
      return plain.map(({ text }) => plainPiece(text));
    }
    isHtml = true;
    return richPieces;
  });
  const page = isHtml ? pageOf(pieces, query) : undefined;
  return {
    html: page?.html,
    marks: page?.marks ?? 0,
    images: pictures.map(part => ({ type: part.type, place: placeOf(part) })),
    shown: isHtml ? shown : new Set(),
    blockedRemote: isHtml ? pieces.reduce((sum, piece) => sum + piece.blockedRemote, 0) : 0,
    upgradedRemote: isHtml ? pieces.reduce((sum, piece) => sum + piece.upgradedRemote, 0) : 0,
    isCut: pieces.some(piece => piece.isCut),
    text: texts.join('\n'),
  };
}

/** Plain words among pieces of HTML. */
function plainPiece(text: string): Sanitised {
  const html = textPiece(quietMarks(text.slice(0, longestText)));
  return {
    html,
    css: '',
    blockedRemote: 0,
    upgradedRemote: 0,
    elements: 0,
    isCut: false,
    isVisible: text.trim() !== '',
    words: text,
  };
}

/** The words of a body: its text, or of its HTML what can be read without a page. */
function wordsOf(plain: readonly ReadPart[], rich: readonly Sanitised[]): string {
  const text = plain.map(part => part.text).join('\n');
  return rich.length === 0 || text.trim() !== '' ? text : rich.map(piece => piece.words).join('\n');
}

function noteOn(
  { headersOnly }: ViewOptions,
  { isEncrypted, isSigned }: Contents,
  { isCut, isBroken }: { isCut: boolean; isBroken: boolean },
): MessageNote | undefined {
  if (headersOnly) return 'headers-only';
  if (isEncrypted) return 'encrypted';
  if (isSigned) return 'signed';
  if (isCut) return 'long';
  return isBroken ? 'malformed' : undefined;
}
