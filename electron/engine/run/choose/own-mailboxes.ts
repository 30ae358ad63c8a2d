import type { NamespaceResponse } from '../../protocol/response.ts';

/**
 * Whether a mailbox is the account's own and not another user's or shared (RFC 2342). The longest
 * prefix decides: with Cyrus the shared namespace has none, and every name begins with that.
 */
export function isOwn(
  mailbox: string,
  { personal, otherUsers, shared }: NamespaceResponse,
): boolean {
  const foreign = longestPrefix(mailbox, [...otherUsers, ...shared]);
  return foreign === undefined || (longestPrefix(mailbox, personal) ?? -1) >= foreign;
}

/** Length of the longest prefix that the mailbox has; a mailbox may also be a prefix without its separator. */
function longestPrefix(
  mailbox: string,
  namespaces: NamespaceResponse['personal'],
): number | undefined {
  let longest: number | undefined;
  for (const { prefix, delimiter } of namespaces) {
    const root = delimiter !== null && prefix.endsWith(delimiter) ? prefix.slice(0, -1) : prefix;
    const fits = mailbox.startsWith(prefix) || mailbox === root;
    if (fits && prefix.length > (longest ?? -1)) longest = prefix.length;
  }
  return longest;
}
