import { mailboxName } from '../../../engine/mailbox-name.ts';
import type { OpenedMailbox } from '../../../engine/session/selected-mailbox.ts';
import type { Session } from '../../../engine/session/session.ts';
import type { ValuesOf } from '../../option-table.ts';
import type { Surroundings } from '../command.ts';
import { onServer } from '../on-server.ts';
import type { mailboxesOptions } from '../option-tables.ts';

/**
 * Work in a mailbox of the server that is open read-only (EXAMINE): nothing in it can change, and the CLOSE behind it
 * removes nothing.
 * @throws MailstowError as {@link onServer} does; 'mailbox-missing'
 */
export function inMailbox<Result>(
  mailbox: string,
  values: ValuesOf<typeof mailboxesOptions>,
  surroundings: Surroundings,
  work: (session: Session, opened: OpenedMailbox) => Promise<Result>,
): Promise<Result> {
  return onServer(values, surroundings, async session => {
    const result = await work(session, await session.examine(mailboxName(mailbox)));
    session.useGate(undefined);
    await session.close();
    return result;
  });
}
