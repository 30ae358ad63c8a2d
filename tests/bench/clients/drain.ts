import { drainCommand, job } from './job.ts';
import { LeanConnection } from './lean-connection.ts';

/** The limit: read and thrown away. Prints the bytes. */
const connection = await LeanConnection.logIn(job());
let bytes = 0;
for (const mailbox of job().mailboxes) {
  await connection.ask(`EXAMINE ${mailbox}`);
  await connection.ask(drainCommand(job()), chunk => {
    bytes += chunk.length;
  });
}
await connection.logOut();
console.log(bytes);
