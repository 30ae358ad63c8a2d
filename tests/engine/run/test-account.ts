import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import { archiveByProtocol } from '../../../electron/engine/archive-by-protocol.ts';
import { RunControl } from '../../../electron/engine/run/connection/run-control.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { extensionNow, layoutNow, storedMessages } from '../../both-layouts.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { type ScriptedServer, startServer } from '../../servers/scripted/server.ts';

/**
 * Runs within a test's own process pause for a small part of what they say; what they say, and how their patience
 * counts it, is as ever. Those in processes of their own pause in full.
 */
const pauses = vi.hoisted(() => ({ part: 1 / 25 }));
vi.mock('../../../electron/engine/run/connection/pause.ts', () => ({
  pause: (milliseconds: number, signal: AbortSignal) =>
    sleep(milliseconds * pauses.part, undefined, { signal }),
}));

/** For tests of what a pause itself does. */
export function pauseInFull(): void {
  pauses.part = 1;
}

/** Milliseconds: as many reconnections as it takes to see that there are some. */
const testPatience = 3_000;

/** An account and the folder it is archived into, for runs within the test's own process. */
export interface TestAccount {
  readonly folder: string;
  /** Of all runs so far. */
  readonly events: RunEvent[];
  readonly control: RunControl;
  /** Ends the runs. */
  stop(): void;
  /** Called for each event before anything else happens. */
  onEvent: (event: RunEvent) => void;
  run(changes?: Partial<RunRequest>): Promise<RunResult>;
}

/** @param server where to reach it */
export function accountAt(
  server: Pick<RunRequest['server'], 'port'> & Partial<RunRequest['server']>,
  credentials = { user: 'user', password: 'secret' },
): TestAccount {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const stopping = new AbortController();
  const request: RunRequest = {
    server: {
      host: '127.0.0.1',
      security: 'none',
      timeout: 20_000,
      connectTimeout: 20_000,
      ...server,
    },
    credentials,
    mailboxes: ['INBOX'],
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout: layoutNow(),
    extension: extensionNow(),
    purge: false,
    connections: 1,
    separate: false,
    overrideAccount: false,
    patience: testPatience,
  };
  const account: TestAccount = {
    folder,
    events: [],
    control: new RunControl(),
    stop: () => stopping.abort(),
    onEvent: () => undefined,
    run: changes =>
      archiveByProtocol(
        { ...request, ...changes },
        event => {
          account.events.push(event);
          account.onEvent(event);
        },
        stopping.signal,
        account.control,
      ),
  };
  return account;
}

/** An account on a scripted server of the test's own, which must end without a fault. */
export async function scriptedAccount(
  options: ServerOptions,
  changes: Partial<RunRequest['server']> = {},
): Promise<TestAccount & { readonly server: ScriptedServer }> {
  const server = await startServer(options);
  onTestFinished(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
  });
  return Object.assign(accountAt({ port: server.port, ...changes }), { server });
}

/** The message files, by what the flat layout calls them, as Latin-1. */
export const storedIn = storedMessages;

/** Messages that say their own UID, and the files that a whole run leaves of them, as {@link storedIn} tells of them. */
export function numbered(count: number, mailbox = 'INBOX') {
  const texts = Array.from(
    { length: count },
    (_, index) =>
      `Subject: Message ${index + 1}\r\nMessage-ID: <${index + 1}@example.org>\r\n\r\nBody ${index + 1}.\r\n`,
  );
  const fileOf = (uid: number) => `MSG_${mailbox}_${uid}.txt`;
  const files = (without: readonly number[] = []) =>
    Object.fromEntries(
      texts.flatMap((text, index) =>
        without.includes(index + 1) ? [] : [[fileOf(index + 1), text]],
      ),
    );
  return { mailbox: { name: mailbox, messages: texts }, texts, files };
}

export function eventsOf<Name extends RunEvent['event']>(
  { events }: TestAccount,
  name: Name,
): Extract<RunEvent, { event: Name }>[] {
  return events.filter((each): each is Extract<RunEvent, { event: Name }> => each.event === name);
}
