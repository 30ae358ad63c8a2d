import { numberedParts, walkPart } from './document-parts.ts';
import { paragraphs } from './paragraphs.ts';
import type { Words } from './words.ts';
import type { Zip } from './zip-file.ts';

/** A document of Word (ECMA-376 part 1, section 17): header, text, footer, notes, comments. */
export async function readTextDocument(zip: Zip, words: Words): Promise<void> {
  const parts = [
    ...numberedParts(zip, /^word\/header\d+\.xml$/),
    'word/document.xml',
    ...numberedParts(zip, /^word\/footer\d+\.xml$/),
    'word/footnotes.xml',
    'word/endnotes.xml',
    'word/comments.xml',
  ];
  for (const part of parts) {
    if (words.isFull) return;
    await walkPart(zip, part, words, paragraphs(words));
  }
}
