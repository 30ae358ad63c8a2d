import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { watchAccount } from '../../../electron/engine/live/watch-account.ts';
import { WatchControl } from '../../../electron/engine/live/watch-control.ts';
import type { WatchEvent } from '../../../shared/model/live.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { extensionNow, layoutNow, storedMessages } from '../../both-layouts.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { StepClock } from './step-clock.ts';

type Of<Name extends WatchEvent['event']> = Extract<WatchEvent, { event: Name }>;

/** An account that is watched, into a folder of its own, until the test is over. */
export function watched(changes: Partial<RunRequest> & Pick<RunRequest, 'server'>) {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-watch-'));
  const request: RunRequest = {
    credentials: { user: 'user', password: 'secret' },
    mailboxes: 'all',
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout: layoutNow(),
    extension: extensionNow(),
    purge: false,
    connections: 1,
    separate: false,
    overrideAccount: false,
    ...changes,
  };
  const clock = new StepClock();
  const control = new WatchControl();
  const stop = new AbortController();
  const events: WatchEvent[] = [];
  let wake = () => {};
  const emit = (event: WatchEvent) => {
    events.push(event);
    wake();
  };
  const ended = watchAccount(request, emit, stop.signal, { clock, control, random: () => 0.5 });
  ended.catch(() => wake());
  onTestFinished(async () => {
    stop.abort();
    await ended.catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });
  let looked = 0;
  return {
    ...{ folder, clock, control, events, ended },
    stop: () => stop.abort(),
    stored: () => storedMessages(folder),
    /** The next event of the kind that fits, behind the last one that was waited for. */
    async next<Name extends WatchEvent['event']>(
      name: Name,
      fits: (event: Of<Name>) => boolean = () => true,
    ): Promise<Of<Name>> {
      for (;;) {
        for (; looked < events.length; looked += 1) {
          const event = events[looked];
          if (event?.event !== name || !fits(event as Of<Name>)) continue;
          looked += 1;
          return event as Of<Name>;
        }
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    },
  };
}

/** The same on a scripted server, which must meet no fault and be changed in nothing. */
export async function watchedServer(
  options: ServerOptions,
  changes: Partial<RunRequest> = {},
  timeout = 20_000,
) {
  const server = await startServer(options);
  onTestFinished(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
    expect(server.changes).toBe(0);
  });
  const at = { host: '127.0.0.1', port: server.port, security: 'none', timeout } as const;
  const watch = watched({ server: at, ...changes });
  return { ...watch, server };
}
