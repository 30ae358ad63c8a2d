import type { MailboxName } from '../mailbox-name.ts';
import type { Command } from '../protocol/command.ts';
import { mailboxArgument } from '../protocol/mailbox-name.ts';

/*
 * The commands that change the mailboxes of an account (RFC 9051 sections 6.3.4 to 6.3.8). They stand here and not in
 * protocol/, so that no code that archives can send one.
 */

export const create = (name: MailboxName): Command<void> => change('CREATE', name);
export const rename = (from: MailboxName, to: MailboxName): Command<void> =>
  change('RENAME', from, to);
export const remove = (name: MailboxName): Command<void> => change('DELETE', name);
export const subscribe = (name: MailboxName): Command<void> => change('SUBSCRIBE', name);
export const unsubscribe = (name: MailboxName): Command<void> => change('UNSUBSCRIBE', name);

function change(name: string, ...mailboxes: readonly MailboxName[]): Command<void> {
  return {
    name,
    arguments: mailboxes.map(mailboxArgument),
    claim: () => false,
    result: () => undefined,
  };
}
