import { closeSync, openSync, writeSync } from 'node:fs';
import { drainCommand, job, messageFile } from './job.ts';
import { LeanConnection } from './lean-connection.ts';
import { Literals } from './literals.ts';

/** The drain with each message into a file, and no sync. */
const connection = await LeanConnection.logIn(job());
for (const mailbox of job().mailboxes) {
  await connection.ask(`EXAMINE ${mailbox}`);
  let file = -1;
  const literals = new Literals({
    begin(line) {
      const uid = Number(/UID (\d+)/.exec(line)?.[1]);
      file = openSync(messageFile(job(), mailbox, uid), 'w');
    },
    piece: bytes => writeSync(file, bytes),
    end: () => closeSync(file),
  });
  await connection.ask(drainCommand(job()), literals.take);
}
await connection.logOut();
