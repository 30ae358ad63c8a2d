import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '../../../electron/engine/live/clock.ts';
import { watchAccount } from '../../../electron/engine/live/watch-account.ts';
import type { LayoutName } from '../../../shared/model/run.ts';
import { Random } from '../../fixtures/mail/random.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { letter, offering } from './offering.ts';
import { storedIn } from './stored-in.ts';

const minute = 60_000;
const hour = 60 * minute;

export interface Day {
  readonly connections: number;
  readonly commands: number;
  readonly stored: number;
  /** Bytes of the heap in use, after a quarter of the time and at its end. */
  readonly heap: readonly [before: number, after: number];
}

/**
 * Watches an account for some hours by a faster clock: mail comes every few minutes, the line is cut twice an hour, and
 * once the server turns everybody away for a third of the time.
 * @throws Error where a message does not come to the disk
 */
export async function watchFor(
  hours: number,
  faster: number,
  way: 'NOTIFY' | 'IDLE',
  layout: LayoutName,
): Promise<Day> {
  const random = new Random(24);
  const clock = fasterClock(faster);
  let isDown = false;
  const server = await startServer({
    mailboxes: [{ name: 'INBOX', messages: [letter('0')] }, { name: 'Work' }],
    capabilities: offering(way, 'CONDSTORE', 'QRESYNC'),
    greeting: () => (isDown ? '* BYE Down\r\n' : '* OK Ready\r\n'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-day-'));
  const stop = new AbortController();
  const watch = watchAccount(
    {
      server: { host: '127.0.0.1', port: server.port, security: 'none', timeout: 20_000 },
      credentials: { user: 'user', password: 'secret' },
      mailboxes: 'all',
      selection: { headersOnly: false, unseenOnly: false },
      ...{ folder, layout, extension: layout === 'flat' ? '.txt' : '.eml' },
      ...{ purge: false, connections: 1, separate: false, overrideAccount: false },
    },
    () => undefined,
    stop.signal,
    { clock, random: () => random.next() },
  );
  watch.catch(() => undefined);
  try {
    const began = clock.now();
    const until = (part: number) => began + part * hours * hour - clock.now();
    let sent = 1;
    let nextCut = 30 * minute;
    let before: number | undefined;
    let commands = 0;
    while (until(1) > 0) {
      await clock.sleep(random.integer(1, 6) * minute, stop.signal);
      const passed = clock.now() - began;
      const wasDown = isDown;
      isDown = passed > 0.4 * hours * hour && passed < 0.73 * hours * hour;
      before ??= passed > 0.25 * hours * hour ? heapInUse() : undefined;
      if (passed > nextCut || (isDown && !wasDown)) {
        nextCut = passed + 30 * minute;
        for (const connection of server.connections) connection.destroy();
      }
      server.mailbox(random.pick(['INBOX', 'Work'])).append(letter(String(sent)));
      sent += 1;
      // The server's record of what was said is no memory of the watch.
      commands += server.commands.length;
      server.commands.length = 0;
    }
    const count = () => storedIn(folder, layout).length;
    for (let waited = 0; count() < sent && waited < 400; waited += 1) await wait(50);
    const stored = count();
    if (stored !== sent) throw new Error(`${stored} of ${sent} are stored`);
    const { connections } = server;
    const heap = [before ?? 0, heapInUse()] as const;
    return { connections: connections.length, commands, stored, heap };
  } finally {
    stop.abort();
    await watch.catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fasterClock(faster: number): Clock {
  const began = performance.now();
  return {
    now: () => (performance.now() - began) * faster,
    sleep: async (milliseconds, signal) => {
      await wait(milliseconds / faster, undefined, { signal });
    },
  };
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
