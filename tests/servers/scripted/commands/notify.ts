import { expectList, expectText, textOf } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal } from '../connection.ts';
import type { Mailbox } from '../mailbox.ts';
import { queueStatus } from './status.ts';

const events = ['MESSAGENEW', 'MESSAGEEXPUNGE', 'FLAGCHANGE', 'MAILBOXNAME'];

/** RFC 5465, as far as all of the account's own mailboxes are asked for: `SET STATUS (personal (…))` and `NONE`. */
export const notify: CommandHandler = {
  needs: ['NOTIFY'],
  state: 'authenticated',
  run(connection, command) {
    connection.endNews?.();
    const [what, , group] = command.arguments;
    if (expectText(what, 'SET or NONE').toUpperCase() === 'NONE') return 'OK NOTIFY completed';
    const [personal, wanted] = expectList(group, 'an event group');
    if (textOf(personal)?.toUpperCase() !== 'PERSONAL') throw new Refusal('NO Only personal');
    const known = connection.host.options.notifyEvents ?? events;
    const names = expectList(wanted, 'events').map(each => textOf(each)?.toUpperCase() ?? '');
    if (names.some(each => !known.includes(each))) {
      throw new Refusal(`NO [BADEVENT (${known.join(' ')})] Not all of these`);
    }
    const mailboxes = connection.host.mailboxes.filter(({ selectable }) => selectable);
    for (const mailbox of mailboxes) tellOf(connection, mailbox);
    connection.endNews = listenTo(connection, mailboxes, names.includes('FLAGCHANGE'));
    return 'OK NOTIFY completed';
  },
};

function listenTo(
  connection: Connection,
  mailboxes: readonly Mailbox[],
  withFlags: boolean,
): () => void {
  const listeners = mailboxes.map(mailbox => {
    const tell = (uid?: number) => {
      // What is told between two commands is in nobody's way.
      if (connection.isBusy || (uid !== undefined && !withFlags)) return;
      tellOf(connection, mailbox);
      void connection.output.flush().catch(() => {});
    };
    mailbox.listeners.add(tell);
    return () => mailbox.listeners.delete(tell);
  });
  return () => {
    for (const end of listeners) end();
  };
}

function tellOf(connection: Connection, mailbox: Mailbox): void {
  const counts = connection.offers('CONDSTORE') ? ['HIGHESTMODSEQ'] : [];
  queueStatus(connection, mailbox, ['MESSAGES', 'UIDNEXT', 'UIDVALIDITY', ...counts]);
}
