import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFile, messageFilesIn } from '../both-layouts.ts';
import type { Mailbox } from '../servers/scripted/mailbox.ts';

/** The UIDs under which files of INBOX stand in the folder, ascending. */
export function uidsOnDisk(folder: string): number[] {
  return messageFilesIn(folder)
    .map(uidOf)
    .sort((one, other) => one - other);
}

/** What is wrong with the folder, by name, when it should hold exactly the mailbox; empty when it does. */
export function differences(folder: string, mailbox: Mailbox): string[] {
  const uids = uidsOnDisk(folder);
  const found = new Set(uids);
  const missing = mailbox.uids.filter(uid => !found.has(uid)).map(uid => `${uid} is missing`);
  const doubled = uids.filter((uid, index) => uids[index + 1] === uid).map(uid => `${uid} twice`);
  return [...missing, ...doubled, ...halfMessages(folder, mailbox)];
}

/** Files under a message's final name that do not hold exactly that message, by their paths. */
export function halfMessages(
  folder: string,
  mailbox: Mailbox,
  files: readonly MessageFile[] = messageFilesIn(folder),
): string[] {
  const isHalf = (file: MessageFile) => {
    const uid = uidOf(file);
    const bytes = mailbox.has(uid) ? mailbox.message(uid).bytes : undefined;
    return readFileSync(join(folder, file.path), 'utf8') !== bytes;
  };
  return files.filter(isHalf).map(({ path }) => path);
}

function uidOf({ flatName }: MessageFile): number {
  return Number(/^MSG_INBOX_(\d+)\.txt$/.exec(flatName)?.[1]);
}
