import { atom, list } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';

/** What may happen in a mailbox that is not open (RFC 5465 section 5). */
export type NotifyEvent = 'MessageNew' | 'MessageExpunge' | 'FlagChange' | 'MailboxName';

/**
 *     notify = "NOTIFY" SP ("SET" [SP "STATUS"] SP event-groups / "NONE")     RFC 5465 section 8
 *
 * Asks for news of all of the account's own mailboxes, and with it for the STATUS of each as it is now. Both come as
 * responses that no command claims.
 */
export function notify(events: readonly NotifyEvent[]): Command<void> {
  const group = list([atom('personal'), list(events.map(atom))]);
  return {
    name: 'NOTIFY',
    arguments: [atom('SET'), atom('STATUS'), group],
    claim: () => false,
    result: () => undefined,
  };
}

/** Nothing is told any more but what the open mailbox brings with a command. */
export function notifyNone(): Command<void> {
  return {
    name: 'NOTIFY',
    arguments: [atom('NONE')],
    claim: () => false,
    result: () => undefined,
  };
}
