import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRow, unguarded } from '../../../../electron/engine/archive/index/csv.ts';
import type { MailboxOptions } from '../../../servers/scripted/mailbox.ts';
import type { Message } from '../../../servers/scripted/message.ts';

export const gmail = ['IMAP4rev1', 'X-GM-EXT-1', 'SPECIAL-USE', 'CONDSTORE', 'ENABLE'];

export const withIndex = { index: true } as const;

/** A message of a person, with a number of its own. */
export function letter(number: number, changes: Partial<Message> = {}): Message {
  return {
    bytes: [
      'Received: from a by b; Mon, 1 Jan 2024 12:00:00 +0000',
      `Date: ${new Date(Date.UTC(2020, 4, number, 8, 30)).toUTCString().replace('GMT', '+0000')}`,
      `From: =?utf-8?Q?J=C3=BCrgen?= <j${number}@example.org>`,
      'To: "Doe, Jane" <jane@example.org>, list@example.org',
      `Subject: Invoice ${number}`,
      `Message-ID: <${number}@example.org>`,
      '',
      `Body ${number}.`,
      '',
    ].join('\r\n'),
    gmailId: BigInt(1000 + number),
    flags: [],
    ...changes,
  };
}

export function mailbox(name: string, messages: readonly Message[]): MailboxOptions {
  return { name, messages };
}

/** The rows of `index.csv` as cells, without its heading. */
export function rowsOf(folder: string): string[][] {
  const text = indexOf(folder);
  if (text === undefined) throw new Error(`${folder} has no index.csv`);
  const lines = text.split('\r\n').slice(1, -1);
  return lines.map(line => (parseRow(line) ?? []).map(unguarded));
}

export function indexOf(folder: string): string | undefined {
  const path = join(folder, '_Mailstow', 'index.csv');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Files below a folder, relative to it and sorted; none where it is not there. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
