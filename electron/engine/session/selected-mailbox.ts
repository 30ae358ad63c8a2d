import type { MailboxName } from '../mailbox-name.ts';
import type { SelectResult } from '../protocol/commands/select.ts';
import type { Response } from '../protocol/response.ts';
import { count } from '../protocol/uid-set.ts';

/** What EXAMINE or SELECT brought. */
export type OpenedMailbox = SelectResult & {
  /** The key of its name. */
  readonly mailbox: string;
  readonly name: MailboxName;
};

/** The open mailbox, as the server described it and as its later responses changed it. */
export type SelectedMailbox = Omit<OpenedMailbox, 'vanished' | 'changed'>;

/** The open mailbox after a response that came on its own (RFC 9051 section 7.3, RFC 7162 section 3.2.10). */
export function afterResponse(selected: SelectedMailbox, response: Response): SelectedMailbox {
  switch (response.kind) {
    case 'exists':
      return { ...selected, exists: response.count };
    case 'expunge':
      return { ...selected, exists: Math.max(0, selected.exists - 1) };
    case 'vanished':
      // More than there is cannot have gone: such a set counts nothing.
      if (response.earlier || count(response.uids) > selected.exists) return selected;
      return { ...selected, exists: selected.exists - count(response.uids) };
    case 'flags':
      return { ...selected, flags: response.flags };
    default:
      return selected;
  }
}
