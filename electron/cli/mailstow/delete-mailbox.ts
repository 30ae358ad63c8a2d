import { MailstowError } from '../../engine/errors.ts';
import { mailboxName } from '../../engine/mailbox-name.ts';
import { archiveNames } from '../../engine/mailboxes/archive-names.ts';
import {
  deleteMailbox,
  lookBeforeDeletion,
  type Outlook,
} from '../../engine/mailboxes/deletion.ts';
import { findOnServer, listOnServer } from '../../engine/mailboxes/server-mailboxes.ts';
import { counted, number } from '../../engine/report/words.ts';
import { filled, wrong } from '../argument-values.ts';
import { askYes } from './ask-yes.ts';
import type { Action } from './command.ts';
import { onServer } from './on-server.ts';
import type { deleteMailboxOptions } from './option-tables.ts';
import { tellOne } from './tell-one.ts';

export const deleteOnServer: Action<typeof deleteMailboxOptions> = async (
  { values, operands },
  surroundings,
): Promise<'SUCCESS'> => {
  const [text = ''] = operands;
  const { folder: given, yes = false, ...rest } = values;
  const { 'even-if-not-archived': evenIfNotArchived = false, ...account } = rest;
  if (!yes && !surroundings.stdin.isTTY) {
    throw wrong(
      'Nobody can be asked here whether to delete the folder',
      'Add --yes if you are sure.',
    );
  }
  const { signal } = surroundings;
  const deleted = await onServer(account, surroundings, async (session, ofProfile) => {
    const folder = filled(given, '--folder') ?? ofProfile;
    const mailbox = findOnServer(await listOnServer(session, archiveNames(folder)), text);
    if (mailbox === undefined) {
      const missing = mailboxName(text).text;
      throw new MailstowError('mailbox-missing', { mailbox: missing, args: { mailbox: missing } });
    }
    const deletion = { folder, evenIfNotArchived, signal };
    const { name } = mailbox;
    if (yes) return { name, ...(await deleteMailbox(session, mailbox, deletion)) };
    const outlook = await lookBeforeDeletion(session, mailbox, folder, signal);
    const isAsked = outlook.notArchived === 0 || evenIfNotArchived;
    // Where it would be refused all the same, nobody is asked first.
    if (isAsked && !(await askYes(question(name.text, outlook), surroundings))) return undefined;
    const { messages: expected } = outlook;
    return { name, ...(await deleteMailbox(session, mailbox, { ...deletion, expected })) };
  });
  if (deleted === undefined) {
    tellOne(surroundings, values, 'Nothing was deleted.', { event: 'kept' });
    return 'SUCCESS';
  }
  const { name, messages, notArchived } = deleted;
  const mailbox = name.text;
  const held = `${counted(messages, 'message')}, ${number(notArchived)} of them not archived`;
  tellOne(surroundings, values, `Deleted on the server: ${mailbox} (${held})`, {
    event: 'deleted',
    mailbox,
    messages,
    notArchived,
  });
  return 'SUCCESS';
};

function question(mailbox: string, { messages, notArchived }: Outlook): string {
  const held = counted(messages, 'message');
  if (messages === 0) return `Delete '${mailbox}' on the server? It is empty.`;
  if (notArchived === 0) {
    return `Delete '${mailbox}' with ${held} on the server? The archive has all of them.`;
  }
  return `Delete '${mailbox}' with ${held} on the server? ${number(notArchived)} of them are NOT in the archive and will be lost.`;
}
