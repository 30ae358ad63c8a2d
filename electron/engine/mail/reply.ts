import { parseAddresses } from './header/addresses.ts';
import { headerOf } from './header/head.ts';
import type { MessageFile } from './message-file.ts';

/** What a reply to a message begins with. */
export interface ReplyFacts {
  /** Whom it goes to: as the author asks for it, else the author (RFC 5322 section 3.6.3). */
  readonly addresses: readonly string[];
  readonly subject: string;
  /** Without its brackets; undefined where the message has none that is one. */
  readonly messageId: string | undefined;
}

/** Bytes of a header that are read. */
const longestHead = 64 * 1024;
/** Characters of a subject that are looked at. */
const longestSubject = 1_000;

export function replyFacts(file: MessageFile): ReplyFacts {
  const header = headerOf(file.read(0, longestHead));
  const asked = parseAddresses(header.first('reply-to') ?? '');
  const addresses = [...asked, ...(asked.length === 0 ? header.from : [])].flatMap(each =>
    each.group === undefined ? [each.address] : each.group.map(({ address }) => address),
  );
  return {
    addresses: [...new Set(addresses.map(each => each.trim()).filter(isAddress))],
    subject: header.subject.slice(0, longestSubject),
    messageId: /<([^<>\s]{1,250}@[^<>\s]{1,250})>/.exec(header.first('message-id') ?? '')?.[1],
  };
}

/** One that every mail program takes as it stands; what a sender made up may be anything. */
function isAddress(address: string): boolean {
  return /^[^\s<>"(),:;\\[\]@\p{Cc}]{1,64}@[^\s<>"(),:;\\[\]@\p{Cc}]{1,255}$/u.test(address);
}
