import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveAccount } from '../../electron/engine/run/archive-account.ts';
import type { LayoutName } from '../../shared/model/run.ts';
import { Outage } from '../servers/outage.ts';
import { startServer } from '../servers/scripted/server.ts';

const messages = 2_000;
/** Milliseconds that the server is away. */
const away = 60_000;

/** A server that is away for a minute in the middle of a download: both layouts, with nothing shortened. */
export async function prove(scale: number): Promise<void> {
  for (const layout of ['flat', 'folders'] as const) await outlast(layout, away * scale);
}

async function outlast(layout: LayoutName, milliseconds: number): Promise<void> {
  const message = (uid: number) => ({
    bytes: Buffer.from(`Subject: ${uid}\r\n\r\nBody ${uid}\r\n`),
  });
  let isFirst = true;
  let outage: Outage | undefined;
  const server = await startServer({
    mailboxes: [{ name: 'INBOX', lazy: { count: messages, message } }],
    beforeFetchResponse: ({ uid, items }) => {
      if (!isFirst || uid !== messages / 2 || !items.includes('BODY.PEEK[]')) return undefined;
      isFirst = false;
      void outage?.begin().then(async () => {
        await sleep(milliseconds);
        await outage?.end();
      });
      return { stop: { at: 3, how: 'close' } };
    },
  });
  outage = await Outage.before(server.port);
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-outage-'));
  const waits: number[] = [];
  const began = performance.now();
  try {
    const { stored, problems } = await archiveAccount(
      {
        server: {
          host: '127.0.0.1',
          port: outage.port,
          security: 'none',
          timeout: 20_000,
          connectTimeout: 20_000,
        },
        credentials: { user: 'user', password: 'secret' },
        mailboxes: ['INBOX'],
        selection: { headersOnly: false, unseenOnly: false },
        folder,
        layout,
        extension: layout === 'flat' ? '.txt' : '.eml',
        purge: false,
        connections: 1,
        separate: false,
        overrideAccount: false,
      },
      event => void (event.event === 'waiting' && waits.push(event.milliseconds)),
      new AbortController().signal,
    );
    if (stored !== messages || problems.length > 0)
      throw new Error(`${layout}: only ${stored} stored`);
    if (performance.now() - began < milliseconds) throw new Error('there was no outage');
    console.log(
      `${layout}: away ${milliseconds / 1000} s, ${stored} of ${messages} stored, waits ${waits.join(' ')} ms`,
    );
  } finally {
    await outage.begin();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
