import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveAccount } from '../../electron/engine/run/archive-account.ts';
import type { LayoutName } from '../../shared/model/run.ts';
import { bigMessage } from '../fixtures/mail/big-message.ts';
import { startCountingProxy } from '../servers/counting-proxy.ts';
import { startDovecot } from '../servers/dovecot.ts';
import { FaultProxy } from '../servers/fault-proxy.ts';

const megabyte = 1_000_000;
const bytes = 200 * megabyte;
const cutEvery = 20 * megabyte;
/** How often a byte is fetched, at most. */
const mostFetched = 1.2;

/** One message of 200 MB of Dovecot's, on a line that is cut every 20 MB: both layouts. */
export async function prove(scale: number): Promise<void> {
  const message = bigMessage(Math.round(bytes * scale), 1);
  const dovecot = await startDovecot();
  const proxy = await FaultProxy.start(dovecot.ports.imap, {
    seed: 1,
    after: [cutEvery, cutEvery],
    faults: ['cut', 'reset'],
  });
  try {
    const { name: user, password, maildir } = await dovecot.user();
    await dovecot.deliver({ name: user, password, maildir }, 'INBOX', { bytes: message });
    const sum = createHash('sha256');
    for (const chunk of message.chunks()) sum.update(chunk);
    const expected = sum.digest('hex');
    for (const layout of ['flat', 'folders'] as const) {
      const before = proxy.faults.length;
      // Between the client and what cuts, so that only what came is counted.
      const counting = await startCountingProxy(proxy.port);
      const folder = mkdtempSync(join(tmpdir(), 'mailstow-large-'));
      const began = performance.now();
      try {
        const { stored, problems } = await archiveAccount(
          requestFor(layout, folder, counting.port, { user, password }),
          () => undefined,
          new AbortController().signal,
        );
        assert.deepEqual({ stored, problems: problems.length }, { stored: 1, problems: 0 });
        assert.equal(await sumIn(folder), expected);
        const share = counting.sent / message.size;
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        console.log(
          `${layout}: ${message.size / megabyte} MB whole after ${proxy.faults.length - before} cuts in ${seconds} s, ${share.toFixed(3)} × its size fetched`,
        );
        assert.ok(share < mostFetched);
      } finally {
        await counting.stop();
        rmSync(folder, { recursive: true });
      }
    }
  } finally {
    await proxy.stop();
    await dovecot.stop();
  }
}

function requestFor(
  layout: LayoutName,
  folder: string,
  port: number,
  credentials: { user: string; password: string },
): Parameters<typeof archiveAccount>[0] {
  const timeout = 20_000;
  return {
    server: { host: '127.0.0.1', port, security: 'none', timeout, connectTimeout: timeout },
    credentials,
    mailboxes: ['INBOX'],
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout,
    extension: layout === 'flat' ? '.txt' : '.eml',
    purge: false,
    connections: 1,
    separate: false,
    overrideAccount: false,
  };
}

/** Of the one message file. */
async function sumIn(folder: string): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const [name = '', ...more] = files.filter(file => /(^|\/)MSG_|\.eml$/.test(file));
  assert.deepEqual(more, []);
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(join(folder, name))) sum.update(chunk);
  return sum.digest('hex');
}
