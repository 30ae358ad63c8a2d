import { startServer } from '../../servers/scripted/server.ts';

/**
 * A mailbox too large to be filled message by message, in a process of its own.
 * Argument: how many messages. Tells its port and ends with the process that forked it.
 */
const count = Number(process.argv[2]);
const internalDate = new Date(Date.UTC(2024, 0, 1));

const server = await startServer({
  mailboxes: [
    { name: 'INBOX', lazy: { count, message: uid => ({ octets: letter(uid), internalDate }) } },
  ],
});
process.on('disconnect', () => process.exit());
process.send?.(server.port);

/** As small as a message can be and be told from the others. */
function letter(uid: number): string {
  return `Message-ID: <${uid}@example.org>\r\nSubject: ${uid}\r\n\r\n`;
}
