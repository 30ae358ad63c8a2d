import type { Command } from '../command.ts';
import { textArgument } from '../mailbox-name.ts';
import type { ListResponse } from '../response.ts';

/**
 * Subscribed mailboxes, RFC 3501 section 6.3.9
 * @param pattern Unicode, with the wildcards `*` and `%`
 */
export function lsub(reference: string, pattern: string): Command<readonly ListResponse[]> {
  const listed: ListResponse[] = [];
  return {
    name: 'LSUB',
    arguments: [textArgument(reference), textArgument(pattern)],
    claim: response => {
      if (response.kind !== 'list' || response.command !== 'LSUB') return false;
      listed.push(response);
      return true;
    },
    result: () => listed,
  };
}
