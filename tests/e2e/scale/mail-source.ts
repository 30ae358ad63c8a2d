import { stdout } from 'node:process';
import type { Message } from '../../servers/scripted/message.ts';
import { startServer } from '../../servers/scripted/server.ts';

/**
 * An account of any size in a process of its own, so that its work counts for nobody else's:
 * `mail-source.ts MESSAGES [MESSAGES-A-SECOND [FOLDERS]]`, 0 a second for as fast as it goes; the folders hold two
 * messages each. Prints its port.
 */
const [count = 0, perSecond = 0, folders = 0] = process.argv.slice(2).map(Number);

/** Messages sent together; a timer cannot tell single ones apart at a thousand a second. */
const together = 20;
const minute = 60_000;
/** Milliseconds that a slow moment may be made up for; a new connection begins at its own time. */
const mostBehind = 1_000;
let due = 0;

const server = await startServer({
  mailboxes: [
    { name: 'INBOX', lazy: { count, message: letter } },
    ...Array.from({ length: folders }, (_, index) => ({
      name: `Projects/${String(index).padStart(4, '0')}`,
      lazy: { count: 2, message: letter },
    })),
  ],
  beforeFetchResponse({ sequence }) {
    if (perSecond === 0 || sequence % together !== 0) return undefined;
    const now = performance.now();
    due = Math.max(due + (together / perSecond) * 1000, now - mostBehind);
    return due > now ? { delay: due - now } : undefined;
  },
});
stdout.write(`${server.port}\n`);

function letter(uid: number): Message {
  const date = new Date(Date.UTC(2020, 0, 1) + uid * minute);
  const lines = [
    `From: Department ${uid % 97} <department-${uid % 97}@example.com>`,
    'To: Accounts Team <accounts@example.org>',
    `Subject: Report ${String(uid).padStart(6, '0')}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${uid}@example.com>`,
    '',
    'Dear team, the report is ready.',
    '',
  ];
  const flags = uid % 3 === 0 ? [] : ['\\Seen'];
  return { bytes: lines.join('\r\n'), internalDate: date, flags };
}
