/** The words of `text/enriched` and `text/richtext` (RFC 1896, RFC 1341): one line end is a blank, more are one less. */
export function wordsOfEnriched(text: string): string {
  return text
    .split(/(<param>[^<]*<\/param>|<<|<\/?[a-z][a-z0-9-]{0,59}>)/i)
    .map((piece, index) =>
      index % 2 === 0 ? piece : piece === '<<' ? '<' : /^<nl>$/i.test(piece) ? '\n' : '',
    )
    .join('')
    .replace(/\n+/g, ends => (ends.length === 1 ? ' ' : ends.slice(1)))
    .trimEnd();
}
