/** Characters of a key: enough to sort by, short enough for the indexes. */
const longest = 200;

/** Text as it is sorted and looked for: without case, accents and the blanks before it. */
export function fold(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trimStart();
  return letters.slice(0, longest);
}
