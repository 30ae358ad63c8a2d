/**
 * Lines that were broken for sending are joined (RFC 3676 section 4): one that ends in a blank goes on in the next
 * of the same depth of quotes.
 * @param text with line feeds alone
 * @param isDeleted whether that blank goes too (`delsp=yes`)
 */
export function unflowed(text: string, isDeleted: boolean): string {
  const paragraphs: string[] = [];
  let open: { depth: number; words: string[] } | undefined;
  const close = () => {
    if (open !== undefined) paragraphs.push(quoted(open.depth, open.words.join('')));
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, '');
    // The line above a signature ends in a blank and stands for itself.
    const isSoft = content.endsWith(' ') && content !== '-- ';
    if (open !== undefined && (open.depth !== depth || content === '-- ')) close();
    open ??= { depth, words: [] };
    open.words.push(isSoft && isDeleted ? content.slice(0, -1) : content);
    if (!isSoft) close();
  }
  close();
  return paragraphs.join('\n');
}

function quoted(depth: number, words: string): string {
  return depth === 0 ? words : `${'>'.repeat(depth)} ${words}`;
}
