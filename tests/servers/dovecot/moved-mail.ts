import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dovecot, DovecotUser } from '../dovecot.ts';
import type { DeliveredMessage } from './maildir.ts';

/** As large as mail usually is, so that what it takes to recognise it can be compared with the whole. */
const usualSize = 60_000;

/** Bytes of the letters. */
export const movingBytes = 90 * usualSize;

/** An account that is going to move: two mailboxes of letters of which no two are alike. */
const movingMailboxes: readonly (readonly [string, readonly DeliveredMessage[]])[] = [
  ['INBOX', letters('Received', 60)],
  ['Work/2025', letters('Work', 30)],
];

function letters(name: string, count: number): DeliveredMessage[] {
  return Array.from({ length: count }, (_, index) => {
    const header = [
      `Date: Tue, 04 Mar 2025 ${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}:00 +0000`,
      'From: "Somebody" <somebody@example.com>',
      'To: "Accounts Team" <accounts@example.org>',
      `Subject: ${name} ${index + 1}`,
      `Message-ID: <${name}.${index + 1}.20250304@mail.example.com>`,
    ].join('\r\n');
    const line = `${'This letter goes on for a while, as letters do. '.repeat(2).trim()}\r\n`;
    const body = line.repeat(Math.ceil((usualSize - header.length) / line.length));
    return {
      bytes: Buffer.from(`${header}\r\n\r\n${body}`),
      internalDate: new Date(Date.UTC(2025, 2, 4, 10, index)),
    };
  });
}

export async function deliverMoving(dovecot: Dovecot, user: DovecotUser): Promise<void> {
  for (const [mailbox, messages] of movingMailboxes) {
    await dovecot.deliver(user, mailbox, ...messages);
  }
}

/** The same mail on another server, as a program that copies it the other way round leaves it. */
export async function deliverMoved(dovecot: Dovecot, user: DovecotUser): Promise<void> {
  const [first] = movingMailboxes;
  for (const [mailbox, messages] of movingMailboxes) {
    const before = first?.[1].slice(0, 3) ?? [];
    await dovecot.deliver(user, mailbox, ...before);
    // UIDs that were given and taken away, so that no message has the one it had.
    await dovecot.doveadm('expunge', '-u', user.name, 'mailbox', mailbox, 'all');
    await dovecot.deliver(user, mailbox, ...messages.toReversed());
  }
}

/** The same account under another user name; its mail stays where it is. */
export async function renameUser(
  { folder }: Dovecot,
  user: DovecotUser,
  name: string,
): Promise<DovecotUser> {
  const users = join(folder, 'users');
  const entry = await readFile(join(users, user.name), 'utf8');
  await copyFile(join(users, user.name), join(users, name));
  await writeFile(join(users, name), entry.replace(`${user.name}:`, `${name}:`));
  return { ...user, name };
}
