import type { Words } from './words.ts';
import type { XmlHandlers } from './xml-walk.ts';

/** What another program shows in place of the same: all in it stands twice (ECMA-376 part 3). */
const twice = new Set(['Fallback']);
/** Text that is no longer in the document, or is an instruction. */
const unread = new Set(['delText', 'instrText', 'delInstrText']);
/** Ends of paragraphs and cells. */
const lines = new Set(['p', 'br', 'cr']);

/**
 * Takes the text of WordprocessingML and DrawingML: what stands in elements `t`, a line for each paragraph. A word may
 * lie in several of them.
 */
export function paragraphs(words: Words): XmlHandlers {
  let inText = false;
  let skipped = 0;
  return {
    open(name) {
      if (skipped > 0 || twice.has(name) || unread.has(name)) skipped += 1;
      else if (name === 't') inText = true;
      else if (name === 'tab') words.add('\t');
      else if (name === 'noBreakHyphen') words.add('-');
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 't') inText = false;
      if (lines.has(name)) words.add('\n');
    },
    text(text) {
      if (inText && skipped === 0) words.add(text);
    },
  };
}
