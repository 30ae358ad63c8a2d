import { createHash } from 'node:crypto';

/** Bytes of a header that are looked at; of a longer one the first tell enough. */
export const headBytes = 64 * 1024;

/** What servers write into the header of a message that they hand out, another time differently. */
const serversOwn =
  /^(?:status|x-status|x-uidl?|x-keywords|x-imap|x-imapbase|content-length|lines)$/i;

/**
 * What a message is recognised by, beside its size: the digest of all header fields but those of the server's own. The
 * same for what TOP sends and for the file. Ends of lines and blanks before them do not count.
 * @param head begins with the first header line; at most {@link headBytes}
 */
export function headerHash(head: Buffer): string {
  const kept: string[] = [];
  let isLeftOut = false;
  for (const line of head.toString('latin1', 0, headBytes).split(/\r?\n/)) {
    if (line === '') break;
    const isFolded = line.startsWith(' ') || line.startsWith('\t');
    if (!isFolded) isLeftOut = serversOwn.test(line.slice(0, line.indexOf(':')).trim());
    if (!isLeftOut) kept.push(line.trimEnd());
  }
  return createHash('sha256').update(kept.join('\n'), 'latin1').digest('base64url');
}
