import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { run, type Stored, store, temporaryFolder } from '../../engine/catalog/an-archive.ts';

/** Stores messages in the inbox of a person's archive. @returns its folder, a new one where none is named */
export async function saveMail(
  user: string,
  messages: readonly Stored[],
  folder = temporaryFolder(),
): Promise<string> {
  await run(
    folder,
    async archive => {
      const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await mailbox.setUidValidity(7);
      await store(mailbox, messages);
    },
    { account: { user, host: 'mail.example.org' } },
  );
  return folder;
}
