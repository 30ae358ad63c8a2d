import { expectWords, SyntaxFault } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal } from '../connection.ts';
import type { Mailbox } from '../mailbox.ts';
import { findMailbox, quoteName } from '../mailbox-name.ts';
import { contentOf } from '../message.ts';

export const status: CommandHandler = {
  state: 'authenticated',
  run(connection, command) {
    const mailbox = findMailbox(connection, command.arguments[0]);
    queueStatus(connection, mailbox, expectWords(command.arguments[1], 'items'));
    return 'OK STATUS completed';
  },
};

/** RFC 9051 section 7.3.4; what the mailbox never tells is left out. */
export function queueStatus(
  connection: Connection,
  mailbox: Mailbox,
  items: readonly string[],
): void {
  const told = items.flatMap(item => {
    const value = statusValue(connection, mailbox, item);
    return value === undefined ? [] : [`${item} ${value}`];
  });
  connection.output.queue('* STATUS ');
  connection.output.queue(quoteName(mailbox.wireName(connection.utf8)));
  connection.output.queue(` (${told.join(' ')})\r\n`);
}

function statusValue(
  connection: Connection,
  mailbox: Mailbox,
  item: string,
): number | bigint | undefined {
  switch (item) {
    case 'MESSAGES':
      return mailbox.uids.length;
    case 'UIDNEXT':
      return mailbox.reportedUidNext === undefined
        ? mailbox.uidNext
        : (mailbox.reportedUidNext ?? undefined);
    case 'UIDVALIDITY':
      return mailbox.uidValidity;
    case 'UNSEEN':
      return mailbox.uids.filter(uid => !mailbox.flags(uid).includes('\\Seen')).length;
    case 'RECENT':
      return 0;
    case 'HIGHESTMODSEQ':
      if (!connection.offers('CONDSTORE')) throw new Refusal('BAD CONDSTORE was not offered');
      connection.enabled.add('CONDSTORE');
      return mailbox.highestModseq;
    case 'SIZE':
      if (!connection.offers('STATUS=SIZE')) throw new Refusal('BAD SIZE was not offered');
      return mailbox.uids.reduce((sum, uid) => sum + contentOf(mailbox.message(uid).bytes).size, 0);
    default:
      throw new SyntaxFault(`Unknown item ${item}`);
  }
}
