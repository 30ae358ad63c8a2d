import { decodeWords } from 'postal-mime';
import { type Attachment, describe, type PartPlace } from './attachments.ts';
import { type Contents, contentsOf } from './bodies.ts';
import { addressLine } from './header.ts';
import { textOfHtml } from './html-text.ts';
import type { OctetFile } from './octet-file.ts';
import { pageOf, textPiece } from './page.ts';
import { type ReadBody, readBodies } from './read-bodies.ts';
import { type Sanitised, sanitise } from './sanitise.ts';
import { type Part, readStructure } from './structure.ts';

/** Why a message is not shown whole: only its header is stored, it is encrypted, too long, or badly put together. */
export type MessageNote = 'headers-only' | 'encrypted' | 'long' | 'malformed';

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
  /** The images of the page, by N. */
  readonly images: readonly PageImage[];
  readonly blockedRemote: number;
  readonly attachments: readonly Attachment[];
  readonly note: MessageNote | undefined;
}

export interface PageImage {
  readonly type: string;
  readonly place: PartPlace;
}

export interface ViewOptions {
  /** The file was asked for its header only. */
  readonly headersOnly: boolean;
  /** Lets images from https addresses through. */
  readonly remote: boolean;
}

/** Characters of text that are shown. */
const longestText = 1_000_000;
/** Elements of all pages of a message together: a window takes a second to lay them out. */
const mostElements = 25_000;
const mostFields = 1_000;
/** Characters of a field that are shown. */
const longestField = 10_000;
const shownImages = /^image\/(png|jpe?g|pjpeg|gif|webp|bmp|x-icon|vnd\.microsoft\.icon|avif)$/;

/** Reads a message for the eye (RFC 5322, RFC 2045–2049); never more of it than the limits say. */
export async function viewMessage(file: OctetFile, options: ViewOptions): Promise<MessageView> {
  const { root, isPartial } = readStructure(file);
  const { header } = root;
  const contents = contentsOf(root);
  const { bodies, isCut: isLong } = await readBodies(
    file,
    options.headersOnly ? [] : contents.bodies,
  );
  const isHtml = bodies.some(({ html }) => html !== undefined);
  const images = imagesOf(contents);
  const pieces = isHtml ? piecesOf(bodies, images, options.remote) : [];
  const text = wordsOf(bodies);
  const isCut = isLong || pieces.some(piece => piece.isCut) || text.length > longestText;
  const attachments = options.headersOnly ? [] : contents.attachments;
  return {
    from: addressLine(header.from).slice(0, longestField),
    to: addressLine(header.to).slice(0, longestField),
    cc: addressLine(header.cc).slice(0, longestField),
    subject: header.subject.slice(0, longestField),
    date: header.date,
    headers: header.fields.slice(0, mostFields).map(({ name, value }) => ({
      name,
      value: decodeWords(value.slice(0, longestField)),
    })),
    text: text.slice(0, longestText),
    page: isHtml ? pageOf(pieces) : undefined,
    images: images.map(({ type, start, end, encoding }) => ({
      type,
      place: { start, end, encoding },
    })),
    blockedRemote: pieces.reduce((sum, piece) => sum + piece.blockedRemote, 0),
    attachments: await Promise.all(attachments.map((part, index) => describe(part, index + 1))),
    note: noteOn({ ...options, isCut, isPartial, isEncrypted: contents.isEncrypted }),
  };
}

function piecesOf(
  bodies: readonly ReadBody[],
  images: readonly Part[],
  remote: boolean,
): Sanitised[] {
  const imageAddress = (contentId: string) => {
    const index = images.findIndex(part => part.contentId === contentId);
    return index < 0 ? undefined : imageName(index);
  };
  const pieces: Sanitised[] = [];
  let elements = mostElements;
  for (const { html, text } of bodies) {
    if (html !== undefined) {
      const piece = sanitise(html, { remote, imageAddress, elements });
      elements -= piece.elements;
      pieces.push(piece);
    } else if (text !== undefined) {
      const words = textPiece(text.slice(0, longestText));
      pieces.push({ html: words, css: '', blockedRemote: 0, elements: 0, isCut: false });
    }
  }
  return pieces;
}

/** The address of an image, relative to its page. */
export function imageName(index: number): string {
  return `image-${index}`;
}

/** Some programs call the images of a page attachments. */
function imagesOf({ inline, attachments }: Contents): Part[] {
  return [...inline, ...attachments].filter(
    ({ contentId, type }) => contentId !== undefined && shownImages.test(type),
  );
}

function wordsOf(bodies: readonly ReadBody[]): string {
  const words = bodies.map(
    ({ html, text }) => text ?? textOfHtml((html ?? '').slice(0, longestText)),
  );
  return words.join('\n');
}

interface Shortcomings {
  readonly headersOnly: boolean;
  readonly isCut: boolean;
  readonly isPartial: boolean;
  readonly isEncrypted: boolean;
}

function noteOn(shortcomings: Shortcomings): MessageNote | undefined {
  const { headersOnly, isCut, isPartial, isEncrypted } = shortcomings;
  if (headersOnly) return 'headers-only';
  if (isEncrypted) return 'encrypted';
  if (isCut) return 'long';
  return isPartial ? 'malformed' : undefined;
}
