import type { SearchProgram } from '../protocol/commands/uid-search.ts';
import type { Session } from '../session/session.ts';

/** The same with its character set, unless strings are UTF-8 in any case: then none may be named (RFC 6855 section 3). */
export function withCharset({ enabled }: Session, { keys, isUtf8 }: SearchProgram): SearchProgram {
  const isTold = enabled.has('UTF8=ACCEPT') || enabled.has('IMAP4REV2');
  return { keys, isUtf8: isUtf8 && !isTold };
}
