import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mailbox } from '../servers/scripted/mailbox.ts';

/** The names of message files in an archive of the flat layout. */
export function fileNames(folder: string): string[] {
  return readdirSync(folder).filter(name => name.startsWith('MSG_'));
}

/** The UIDs under which files of INBOX stand in the folder, ascending. */
export function uidsOnDisk(folder: string): number[] {
  return fileNames(folder)
    .map(uidOf)
    .sort((one, other) => one - other);
}

/** What is wrong with the folder, by name, when it should hold exactly the mailbox; empty when it does. */
export function differences(folder: string, mailbox: Mailbox): string[] {
  const found = new Set(uidsOnDisk(folder));
  const missing = mailbox.uids.filter(uid => !found.has(uid)).map(uid => `${uid} is missing`);
  return [...missing, ...halfMessages(folder, mailbox)];
}

/** Files under a message's final name that do not hold exactly that message. */
export function halfMessages(
  folder: string,
  mailbox: Mailbox,
  names: readonly string[] = fileNames(folder),
): string[] {
  return names.filter(name => {
    const uid = uidOf(name);
    const octets = mailbox.has(uid) ? mailbox.message(uid).octets : undefined;
    return readFileSync(join(folder, name), 'utf8') !== octets;
  });
}

function uidOf(name: string): number {
  return Number(/^MSG_INBOX_(\d+)\.txt$/.exec(name)?.[1]);
}
