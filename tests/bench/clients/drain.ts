import { drainCommand, job } from './job.ts';
import { LeanConnection } from './lean-connection.ts';

/** The limit: read and thrown away. Prints the octets. */
const connection = await LeanConnection.logIn(job());
let octets = 0;
for (const mailbox of job().mailboxes) {
  await connection.ask(`EXAMINE ${mailbox}`);
  await connection.ask(drainCommand(job()), chunk => {
    octets += chunk.length;
  });
}
await connection.logOut();
console.log(octets);
