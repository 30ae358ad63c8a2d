import { numberedParts, walkPart } from './document-parts.ts';
import { paragraphs } from './paragraphs.ts';
import type { Words } from './words.ts';
import type { Zip } from './zip-file.ts';

/** A document of PowerPoint (ECMA-376 part 1, section 19): its slides, then what the speaker noted. */
export async function readPresentation(zip: Zip, words: Words): Promise<void> {
  const parts = [
    ...numberedParts(zip, /^ppt\/slides\/slide\d+\.xml$/),
    ...numberedParts(zip, /^ppt\/diagrams\/data\d+\.xml$/),
    ...numberedParts(zip, /^ppt\/notesSlides\/notesSlide\d+\.xml$/),
    ...numberedParts(zip, /^ppt\/comments\/.*\.xml$/),
  ];
  for (const part of parts) {
    if (words.isFull) return;
    await walkPart(zip, part, words, paragraphs(words));
  }
}
