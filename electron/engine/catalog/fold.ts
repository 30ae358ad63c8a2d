/** Characters of a key: enough to sort by, short enough for the indexes. */
const longest = 200;

const isAscii = /^[\0-\x7f]*$/;

/** Text as it is sorted and looked for: without case, accents and the blanks before it. */
export function fold(text: string): string {
  const letters = isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  // SQLite's tokenizer takes a NUL for the end of a text.
  return letters.toLowerCase().replaceAll('\0', ' ').trimStart().slice(0, longest);
}
