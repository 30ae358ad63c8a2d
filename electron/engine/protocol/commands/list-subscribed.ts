import { atom, list } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { textArgument } from '../mailbox-name.ts';
import type { ListResponse } from '../response.ts';

/** All subscribed names, RFC 5258 section 3.1; those without a mailbox are `\NonExistent`. */
export function listSubscribed(): Command<readonly ListResponse[]> {
  const listed: ListResponse[] = [];
  return {
    name: 'LIST',
    arguments: [list([atom('SUBSCRIBED')]), textArgument(''), textArgument('*')],
    claim: response => {
      if (response.kind !== 'list' || response.command !== 'LIST') return false;
      listed.push(response);
      return true;
    },
    result: () => listed,
  };
}
