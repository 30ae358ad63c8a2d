import { MailstowError } from '../../errors.ts';
import { type Argument, atom, list as listOf } from '../../wire/encoder.ts';
import { limits } from '../../wire/limits.ts';
import type { Command } from '../command.ts';
import { textArgument } from '../mailbox-name.ts';
import type { ListResponse, MailboxStatus } from '../response.ts';
import type { StatusItem } from './status.ts';

/** A mailbox, with its STATUS where that was asked for and given. */
export type ListedMailbox = ListResponse & { readonly status?: MailboxStatus };

export interface Listing {
  /** In the order of the server; an empty list can be transient (Bichon#130). */
  readonly mailboxes: readonly ListedMailbox[];
  /** How the lines begin that no name could be read from, for people to see. */
  readonly unreadable: readonly string[];
}

/** What is asked for beside the names; each needs its capability. */
export interface ListReturn {
  /** SPECIAL-USE, RFC 6154 section 3 */
  readonly specialUse?: boolean;
  /** LIST-STATUS, RFC 5819 section 2 */
  readonly status?: readonly StatusItem[];
}

/**
 * RFC 9051 section 6.3.9
 * @param pattern Unicode, with the wildcards `*` and `%`
 */
export function list(
  reference: string,
  pattern: string,
  options: ListReturn = {},
): Command<Listing> {
  const listed: ListResponse[] = [];
  const unreadable: string[] = [];
  /** By the name's bytes, and by its text where the server spells it in two ways. */
  const statuses = new Map<string, MailboxStatus>();
  const ofText = new Map<string, MailboxStatus>();
  return {
    name: 'LIST',
    arguments: [textArgument(reference), textArgument(pattern), ...returnOptions(options)],
    claim: response => {
      if (response.kind === 'mailbox-status' && options.status) {
        statuses.set(response.rawName, response.items);
        ofText.set(response.mailbox, response.items);
        return true;
      }
      if (response.kind === 'malformed' && /^\* LIST\b/i.test(response.excerpt)) {
        unreadable.push(response.excerpt);
        return true;
      }
      if (response.kind !== 'list' || response.command !== 'LIST') return false;
      if (listed.length >= limits.mailboxes) throw tooManyMailboxes();
      listed.push(response);
      return true;
    },
    result: () => {
      const mailboxes = listed.map(mailbox => {
        const status = statuses.get(mailbox.rawName) ?? ofText.get(mailbox.mailbox);
        return status ? { ...mailbox, status } : mailbox;
      });
      return { mailboxes, unreadable };
    },
  };
}

function tooManyMailboxes(): MailstowError {
  return new MailstowError('too-many-mailboxes', { args: { limit: limits.mailboxes } });
}

/**
 *     list-return-opts = "RETURN" SP "(" [return-option *(SP return-option)] ")"     RFC 9051 section 9
 */
function returnOptions({ specialUse, status }: ListReturn): Argument[] {
  const wanted = [
    ...(specialUse ? [atom('SPECIAL-USE')] : []),
    ...(status ? [atom('STATUS'), listOf(status.map(atom))] : []),
  ];
  return wanted.length > 0 ? [atom('RETURN'), listOf(wanted)] : [];
}
