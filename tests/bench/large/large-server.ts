import { startServer } from '../../servers/scripted/server.ts';

/**
 * A mailbox too large to be filled message by message, in a process of its own.
 * Arguments: how many messages, bytes of text in each (0), UIDVALIDITY (1), and by how many UIDs its
 * messages stand later than in the numbering without one (0).
 * Tells its port and ends with the process that forked it.
 */
const [count = 0, textBytes = 0, uidValidity = 1, shift = 0] = process.argv.slice(2).map(Number);
const internalDate = new Date(Date.UTC(2024, 0, 1));

const server = await startServer({
  mailboxes: [
    {
      name: 'INBOX',
      uidValidity,
      lazy: { count, message: uid => ({ bytes: letter(numberOf(uid)), internalDate }) },
    },
  ],
});
process.on('disconnect', () => process.exit());
process.send?.(server.port);

function numberOf(uid: number): number {
  return ((uid - 1 + shift) % count) + 1;
}

/** As small as a message can be and be told from the others, but for its text. */
function letter(number: number): string {
  const text = `This is the text of message ${number}. `;
  return `Message-ID: <${number}@example.org>\r\nSubject: ${number}\r\n\r\n${text
    .repeat(Math.ceil(textBytes / text.length))
    .slice(0, textBytes)}`;
}
