import { type Argument, expectText } from './arguments.ts';
import { type Connection, Refusal } from './connection.ts';
import type { Mailbox } from './mailbox.ts';

/** The mailbox a client means; a name in the wrong form names nothing. INBOX in any case. */
export function findMailbox(connection: Connection, argument: Argument | undefined): Mailbox {
  const name = expectText(argument, 'A mailbox name');
  const wanted = name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
  const mailbox = connection.host.mailboxes.find(
    each => each.wireName(connection.utf8).toString('latin1') === wanted,
  );
  if (mailbox === undefined) throw new Refusal('NO [NONEXISTENT] No such mailbox');
  if (!mailbox.selectable) throw new Refusal('NO [CANNOT] That name holds no messages');
  return mailbox;
}

/** A mailbox name as a quoted string, or as a literal where it cannot be one. */
export function quoteName(name: Buffer): Buffer {
  if (name.some(byte => byte === 0x0d || byte === 0x0a || byte === 0)) {
    return Buffer.concat([Buffer.from(`{${name.length}}\r\n`), name]);
  }
  const escaped = name.toString('latin1').replaceAll(/["\\]/g, '\\$&');
  return Buffer.from(`"${escaped}"`, 'latin1');
}
