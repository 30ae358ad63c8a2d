import { numberedParts, walkPart } from './document-parts.ts';
import { paragraphs } from './paragraphs.ts';
import { SharedStrings } from './shared-strings.ts';
import type { Words } from './words.ts';
import type { XmlHandlers } from './xml-walk.ts';
import type { Zip } from './zip-file.ts';

/** A document of Excel (ECMA-376 part 1, section 18): names of the sheets, cells row by row, what is written on top. */
export async function readSpreadsheet(zip: Zip, words: Words): Promise<void> {
  await walkPart(zip, 'xl/workbook.xml', words, sheetNames(words));
  const strings = new SharedStrings();
  await walkPart(zip, 'xl/sharedStrings.xml', words, strings.handlers);
  if (strings.isCut) words.cut();
  for (const part of numberedParts(zip, /^xl\/worksheets\/sheet\d+\.xml$/)) {
    if (words.isFull) return;
    await walkPart(zip, part, words, cells(strings, words));
  }
  const others = [
    ...numberedParts(zip, /^xl\/drawings\/drawing\d+\.xml$/),
    ...numberedParts(zip, /^xl\/comments\d*\.xml$/),
  ];
  for (const part of others) {
    if (words.isFull) return;
    await walkPart(zip, part, words, paragraphs(words));
    words.add('\n');
  }
}

function sheetNames(words: Words): XmlHandlers {
  return {
    open(name, { name: called }) {
      if (name === 'sheet' && called !== undefined) words.line(called);
    },
    text: () => undefined,
  };
}

/** Values as they are stored: a date is the number of a day, which nobody looks for. */
function cells(strings: SharedStrings, words: Words): XmlHandlers {
  let type = '';
  let value: string | undefined;
  return {
    open(name, attributes) {
      if (name === 'c') type = attributes.t ?? '';
      if (name === 'v' || name === 't') value = '';
      if (name === 'rPh') value = undefined;
    },
    close(name) {
      if (name === 'row') words.add('\n');
      if ((name !== 'v' && name !== 't') || value === undefined) return;
      const shown = type === 's' ? strings.at(Number(value)) : value;
      // True and false, and what went wrong, are no words of anybody.
      if (type !== 'b' && type !== 'e') words.add(`${shown}\t`);
      value = undefined;
    },
    text(text) {
      if (value !== undefined) value += text;
    },
  };
}
