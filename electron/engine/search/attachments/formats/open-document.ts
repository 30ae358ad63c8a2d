import { walkPart } from './document-parts.ts';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';
import type { XmlHandlers } from './xml-walk.ts';
import type { Zip } from './zip-file.ts';

/** What was taken out of the text, and who wrote a comment when. */
const unread = new Set(['tracked-changes', 'creator', 'date', 'date-string', 'note-citation']);

/** A document in OpenDocument (ISO 26300): headers and footers, then text, sheets or slides. */
export async function readOpenDocument(zip: Zip, words: Words): Promise<void> {
  await refuseEncrypted(zip, words);
  for (const part of ['styles.xml', 'content.xml']) {
    if (words.isFull) return;
    await walkPart(zip, part, words, paragraphs(words));
  }
}

/** Its parts are no XML then (ISO 26300-3 section 4.5). */
async function refuseEncrypted(zip: Zip, words: Words): Promise<void> {
  let isEncrypted = false;
  await walkPart(zip, 'META-INF/manifest.xml', words, {
    open(name) {
      isEncrypted ||= name === 'encryption-data';
    },
    text: () => undefined,
  });
  if (isEncrypted) throw new Unreadable('encrypted');
}

function paragraphs(words: Words): XmlHandlers {
  /** Paragraphs lie in paragraphs: in frames and comments. */
  let depth = 0;
  let skipped = 0;
  return {
    open(name, attributes) {
      if (skipped > 0 || unread.has(name)) skipped += 1;
      else if (name === 'p' || name === 'h') depth += 1;
      else if (name === 's' || name === 'tab') words.add(' ');
      else if (name === 'line-break') words.add('\n');
      else if (name === 'table' && attributes['table:name']) words.line(attributes['table:name']);
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 'table-row') words.add('\n');
      if (name !== 'p' && name !== 'h') return;
      depth -= 1;
      words.add('\n');
    },
    text(text) {
      if (depth > 0 && skipped === 0) words.add(text.replace(/\s+/g, ' '));
    },
  };
}
