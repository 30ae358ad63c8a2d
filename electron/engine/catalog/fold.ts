/** Characters of a key: enough to sort by, short enough for the indexes. */
const longest = 200;

const isAscii = /^[\0-\x7f]*$/;

/** Text as it is sorted: without case, accents and the blanks before it. */
export function fold(text: string): string {
  const letters = isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  // Nobody sees a NUL, so that it is sorted as a blank.
  return letters.toLowerCase().replaceAll('\0', ' ').trimStart().slice(0, longest);
}
