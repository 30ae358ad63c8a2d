import type { Contents } from './bodies.ts';
import { decodeText } from './decode-part.ts';
import { contentIdOf } from './html/content-id.ts';
import type { MessageFile } from './message-file.ts';
import type { Part } from './structure.ts';

/** Pictures that a browser shows without running anything. */
const shown = /^image\/(png|jpe?g|pjpeg|gif|webp|bmp|x-icon|vnd\.microsoft\.icon|avif)$/;
/** Bytes of each form that are read for the pictures it mentions. */
const longest = 3_000_000;

/** Whether a page may show it, by its Content-ID (RFC 2392). */
export function isPagePicture({ contentId, type }: Part): boolean {
  return contentId !== undefined && shown.test(type);
}

/** Whether it is no file of its own where a page shows it. */
export function isInline(part: Part, mentioned: ReadonlySet<string>): boolean {
  const { contentId, disposition } = part;
  return isPagePicture(part) && disposition !== 'attachment' && mentioned.has(contentId ?? '');
}

/** Content-IDs of the pictures that the HTML of a message mentions. */
export function mentionedPictures({ bodies, files }: Contents, file: MessageFile): Set<string> {
  const ids = new Set<string>();
  if (!files.some(isPagePicture)) return ids;
  for (const part of bodies.flatMap(({ rich }) => rich)) {
    if (part.type !== 'text/html') continue;
    const { text } = decodeText(file, part, longest);
    for (const [, id = ''] of text.matchAll(/src\s*=\s*["']?\s*cid:([^"'\s>]+)/gi)) {
      ids.add(contentIdOf(id.replaceAll('&amp;', '&').replaceAll('&#64;', '@')));
    }
  }
  return ids;
}
