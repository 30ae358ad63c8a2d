import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import type { Message } from '../servers/scripted/message.ts';

/** Messages of one mailbox, enough for ten commands of a download. */
export const manyMessages = 5_000;

/** Bytes of text in one message: short, so that a test can fetch thousands again and again. */
const leastText = 200;

/** Message number `n` of an imagined mailbox: unlike any other in header, date and text. */
export function letter(n: number): Message {
  const text = `This is the text of report ${n}. `.repeat(Math.ceil(leastText / 30) + (n % 7));
  const bytes = [
    `Message-ID: <report-${n}@example.org>`,
    'From: Accounts Team <accounts@example.org>',
    'To: Archive <archive@example.org>',
    `Subject: Report ${n}`,
    '',
    text,
    '',
  ].join('\r\n');
  return { bytes, internalDate: new Date(Date.UTC(2020, 0, 1) + n * 60_000) };
}

/** An INBOX of letters 1 … `count`. */
export function bigInbox(count = manyMessages): MailboxOptions {
  const messages = Array.from({ length: count }, (_, index) => letter(index + 1));
  return { name: 'INBOX', uidValidity: 1662988148, messages };
}
