import { MailstowError } from '../../errors.ts';
import type { MailboxName } from '../../mailbox-name.ts';
import { atom, list } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { isSameMailbox, mailboxArgument } from '../mailbox-name.ts';
import type { MailboxStatus } from '../response.ts';

/** RFC 9051 section 6.3.11; HIGHESTMODSEQ RFC 7162, SIZE RFC 8438, MAILBOXID RFC 8474 */
export type StatusItem =
  | 'MESSAGES'
  | 'UIDNEXT'
  | 'UIDVALIDITY'
  | 'UNSEEN'
  | 'RECENT'
  | 'DELETED'
  | 'SIZE'
  | 'HIGHESTMODSEQ'
  | 'MAILBOXID';

/** @throws MailstowError 'unknown-response', scope mailbox, when the server says nothing of it */
export function status(mailbox: MailboxName, items: readonly StatusItem[]): Command<MailboxStatus> {
  let answer: MailboxStatus | undefined;
  return {
    name: 'STATUS',
    arguments: [mailboxArgument(mailbox), list(items.map(atom))],
    claim: response => {
      if (response.kind !== 'mailbox-status' || !isSameMailbox(mailbox, response)) {
        return false;
      }
      answer = response.items;
      return true;
    },
    result: () => {
      if (answer === undefined) {
        throw new MailstowError('no-mailbox-status');
      }
      return answer;
    },
  };
}
