import { type Argument, expectList, expectText, SyntaxFault, textOf } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal } from '../connection.ts';
import type { Mailbox } from '../mailbox.ts';
import { findMailbox } from '../mailbox-name.ts';
import { contains, formatSequenceSet, parseSequenceSet } from '../sequence-set.ts';

export const select: CommandHandler = opening('SELECT', false);
export const examine: CommandHandler = opening('EXAMINE', true);

/** RFC 3691 */
export const unselect: CommandHandler = {
  needs: ['UNSELECT', 'IMAP4REV2'],
  state: 'selected',
  run(connection) {
    connection.selected = undefined;
    return 'OK UNSELECT completed';
  },
};

export const close: CommandHandler = {
  state: 'selected',
  run(connection) {
    connection.selected = undefined;
    return 'OK CLOSE completed';
  },
};

/** RFC 9051 section 6.3.2, with the parameters of RFC 7162. */
function opening(name: string, readOnly: boolean): CommandHandler {
  return {
    state: 'authenticated',
    announces: false,
    run(connection, command) {
      connection.selected = undefined;
      const mailbox = findMailbox(connection, command.arguments[0]);
      const known = parameters(connection, command.arguments[1]);
      connection.selected = { mailbox, readOnly, uids: mailbox.uids };
      describe(connection, mailbox, readOnly);
      if (known !== undefined && known.uidValidity === mailbox.uidValidity) {
        resynchronise(connection, mailbox, known);
      }
      return `OK [${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] ${name} completed`;
    },
  };
}

function describe(connection: Connection, mailbox: Mailbox, readOnly: boolean): void {
  const { output } = connection;
  const system = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';
  const uidNext = mailbox.reportedUidNext === undefined ? mailbox.uidNext : mailbox.reportedUidNext;
  output.queue(`* FLAGS (${system})\r\n`);
  output.queue(`* OK [PERMANENTFLAGS (${readOnly ? '' : `${system} \\*`})] Flags\r\n`);
  output.queue(`* ${mailbox.uids.length} EXISTS\r\n`);
  output.queue('* 0 RECENT\r\n');
  if (mailbox.uidValidity !== undefined) {
    output.queue(`* OK [UIDVALIDITY ${mailbox.uidValidity}] UIDs valid\r\n`);
  }
  if (uidNext !== null) output.queue(`* OK [UIDNEXT ${uidNext}] Next UID\r\n`);
  if (connection.offers('CONDSTORE')) {
    output.queue(`* OK [HIGHESTMODSEQ ${mailbox.highestModseq}] Highest\r\n`);
  }
}

interface Known {
  readonly uidValidity: number;
  readonly modseq: bigint;
  readonly uids: string | undefined;
}

function parameters(connection: Connection, argument: Argument | undefined): Known | undefined {
  if (argument === undefined) return undefined;
  const [name, values] = expectList(argument, 'parameters');
  const parameter = expectText(name, 'A parameter').toUpperCase();
  if (!connection.offers(parameter)) throw new Refusal(`BAD ${parameter} was not offered`);
  connection.enabled.add('CONDSTORE');
  if (parameter === 'CONDSTORE') return undefined;
  if (!connection.enabled.has('QRESYNC')) throw new Refusal('BAD Enable QRESYNC first');
  const [uidValidity, modseq, uids] = expectList(values, 'what is known');
  const number = expectText(modseq, 'A mod-sequence');
  if (!/^[1-9]\d*$/.test(number)) throw new SyntaxFault('Not a mod-sequence');
  return {
    uidValidity: Number(expectText(uidValidity, 'UIDVALIDITY')),
    modseq: BigInt(number),
    uids: textOf(uids),
  };
}

/** RFC 7162 section 3.2.5: what has gone, then what has changed. */
function resynchronise(connection: Connection, mailbox: Mailbox, known: Known): void {
  const ranges = parseSequenceSet(known.uids ?? '1:*', mailbox.uidNext - 1);
  const gone = mailbox.vanished
    .filter(each => each.modseq > known.modseq && contains(ranges, each.uid))
    .map(each => each.uid)
    .sort((one, other) => one - other);
  if (gone.length > 0) {
    connection.output.queue(`* VANISHED (EARLIER) ${formatSequenceSet(gone)}\r\n`);
  }
  mailbox.uids.forEach((uid, index) => {
    const modseq = mailbox.modseq(uid);
    if (modseq <= known.modseq || !contains(ranges, uid)) return;
    const flags = mailbox.flags(uid).join(' ');
    connection.output.queue(
      `* ${index + 1} FETCH (UID ${uid} FLAGS (${flags}) MODSEQ (${modseq}))\r\n`,
    );
  });
}
