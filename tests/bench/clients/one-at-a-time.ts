import { existsSync, writeFileSync } from 'node:fs';
import { job, messageFile } from './job.ts';
import { LeanConnection } from './lean-connection.ts';
import { Literals } from './literals.ts';

/** What the first imapcl did: header, then text, then the next message. */
const connection = await LeanConnection.logIn(job());
for (const mailbox of job().mailboxes) {
  await connection.ask(`EXAMINE ${mailbox}`);
  for (const uid of await search()) {
    const file = messageFile(job(), mailbox, uid);
    if (existsSync(file)) continue;
    writeFileSync(file, await fetchPart(uid, 'HEADER'));
    writeFileSync(file, await fetchPart(uid, 'TEXT'), { flag: 'a' });
  }
}
await connection.logOut();

async function search(): Promise<number[]> {
  const pieces: Buffer[] = [];
  await connection.ask('UID SEARCH ALL', chunk => pieces.push(chunk));
  const uids = /^\* SEARCH([ \d]*)/m.exec(Buffer.concat(pieces).toString('latin1'))?.[1] ?? '';
  return uids.split(' ').filter(Boolean).map(Number);
}

async function fetchPart(uid: number, part: 'HEADER' | 'TEXT'): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const literals = new Literals({
    begin: () => {},
    piece: bytes => pieces.push(bytes),
    end: () => {},
  });
  await connection.ask(`UID FETCH ${uid} BODY.PEEK[${part}]`, literals.take);
  return Buffer.concat(pieces);
}
