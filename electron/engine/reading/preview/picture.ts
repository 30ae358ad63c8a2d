import { imageName } from '../../mail/html/image-name.ts';
import type { MessageFile } from '../../mail/message-file.ts';
import { decodedPieces, type PartPlace } from '../../mail/part-bytes.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';
import { shownPage } from './shown-page.ts';

/** Bytes of a file within which it has to say how large its picture is. */
const looked = 512 * 1024;
/** Bytes of a picture's file. */
const longest = 64 * 1024 * 1024;
/** Pixels: what a large camera makes; unfolded, four bytes each. */
const mostPixels = 50_000_000;
/** Of pictures that are made small while they are decoded. */
const mostScalable = 250_000_000;
/** Pixels of a side that a browser takes. */
const longestSide = 32_000;

export type PictureAnswer =
  | { readonly html: string; readonly type: string }
  | { readonly unread: 'damaged' | 'too-large' };

/** A page with the picture, where it is one that unfolds to a size that a window can hold. */
export function picturePage(file: MessageFile, place: PartPlace): PictureAnswer {
  if (place.end - place.start > longest * 1.4) return { unread: 'too-large' };
  const start = beginning(file, place);
  const size = pictureSize(start);
  if (size === undefined) return { unread: 'damaged' };
  if (!isBearable(size)) return { unread: 'too-large' };
  const body = `<figure class="picture"><img src="${imageName(0)}" alt=""></figure>`;
  return { html: shownPage(body), type: typeOf(start) };
}

/** Whether a window can hold a picture of that size. */
export function isBearable({ width, height, isScalable }: PictureSize): boolean {
  if (Math.max(width, height) > longestSide) return false;
  return width * height <= (isScalable ? mostScalable : mostPixels);
}

function beginning(file: MessageFile, place: PartPlace): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  for (const piece of decodedPieces(file, place)) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length >= looked) break;
  }
  return Buffer.concat(pieces);
}

/** By its bytes: what a message calls it may be something that runs. */
function typeOf(start: Buffer): string {
  const [first] = start;
  switch (first) {
    case 0x89:
      return 'image/png';
    case 0x47:
      return 'image/gif';
    case 0x52:
      return 'image/webp';
    case 0x42:
      return 'image/bmp';
    default:
      return 'image/jpeg';
  }
}
