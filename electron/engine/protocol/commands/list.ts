import { type Argument, atom, list as listOf } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { mailboxArgument } from '../mailbox-name.ts';
import type { ListResponse, MailboxStatus } from '../response.ts';
import type { StatusItem } from './status.ts';

/** A mailbox, with its STATUS where that was asked for and given. */
export type ListedMailbox = ListResponse & { readonly status?: MailboxStatus };

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
 * @returns in the order of the server; an empty list can be transient (Bichon#130)
 */
export function list(
  reference: string,
  pattern: string,
  options: ListReturn = {},
): Command<readonly ListedMailbox[]> {
  const listed: ListResponse[] = [];
  const statuses = new Map<string, MailboxStatus>();
  return {
    name: 'LIST',
    arguments: [mailboxArgument(reference), mailboxArgument(pattern), ...returnOptions(options)],
    claim: response => {
      if (response.kind === 'mailbox-status' && options.status) {
        statuses.set(response.mailbox, response.items);
        return true;
      }
      if (response.kind !== 'list' || response.command !== 'LIST') return false;
      listed.push(response);
      return true;
    },
    result: () =>
      listed.map(mailbox => {
        const status = statuses.get(mailbox.mailbox);
        return status ? { ...mailbox, status } : mailbox;
      }),
  };
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
