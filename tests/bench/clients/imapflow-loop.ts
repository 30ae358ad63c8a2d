import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { ImapFlow } from 'imapflow';
import { job, messageFile } from './job.ts';

/** ImapFlow as its documentation shows it: connect, a loop over fetch, a file for each message. */
const { port, ca, user, password, mailboxes, again } = job();
const client = new ImapFlow({
  host: 'localhost',
  port,
  secure: true,
  auth: { user, pass: password },
  tls: { ca: readFileSync(ca) },
  logger: false,
});
await client.connect();
for (const mailbox of mailboxes) {
  const lock = await client.getMailboxLock(mailbox, { readOnly: true });
  try {
    await (again ? fetchNew(mailbox) : fetchAll(mailbox));
  } finally {
    lock.release();
  }
}
await client.logout();

async function fetchAll(mailbox: string): Promise<void> {
  for await (const message of client.fetch('1:*', { source: true })) {
    if (message.source === undefined) throw new Error(`No source of ${message.uid}`);
    await writeFile(messageFile(job(), mailbox, message.uid), message.source);
  }
}

/** Lists the UIDs and fetches what has no file yet. */
async function fetchNew(mailbox: string): Promise<void> {
  for await (const { uid } of client.fetch('1:*', { uid: true })) {
    const file = messageFile(job(), mailbox, uid);
    if (existsSync(file)) continue;
    const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (!message || message.source === undefined) throw new Error(`No source of ${uid}`);
    await writeFile(file, message.source);
  }
}
