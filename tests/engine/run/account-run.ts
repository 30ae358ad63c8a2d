import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { archiveAccount } from '../../../electron/engine/run/archive-account.ts';
import type { Server } from '../../../shared/model/account.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { type ScriptedServer, startServer } from '../../servers/scripted/server.ts';

export interface Run {
  readonly result: RunResult;
  readonly events: readonly RunEvent[];
  report(mailbox: string): MailboxReport;
}

export interface AccountRuns {
  readonly folder: string;
  /** Archives every mailbox into the folder, unless the changes say otherwise. */
  run(changes?: Partial<RunRequest>): Promise<Run>;
}

/** Runs of one account into a folder that goes with the test. */
export function runsOn(
  server: Pick<Server, 'host' | 'port'>,
  credentials = { user: 'user', password: 'secret' },
): AccountRuns {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-account-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const request: RunRequest = {
    server: { ...server, security: 'none', timeout: 20_000, connectTimeout: 20_000 },
    credentials,
    mailboxes: 'all',
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout: 'flat',
    extension: '.txt',
    purge: false,
    connections: 1,
    separate: false,
    overrideAccount: false,
  };
  return {
    folder,
    async run(changes = {}) {
      const events: RunEvent[] = [];
      const { signal } = new AbortController();
      const result = await archiveAccount(
        { ...request, ...changes },
        event => events.push(event),
        signal,
      );
      return {
        result,
        events,
        report(mailbox) {
          const found = result.mailboxes.find(each => each.mailbox === mailbox);
          if (found === undefined) throw new Error(`no report of ${mailbox}`);
          return found;
        },
      };
    },
  };
}

export interface ScriptedRuns extends AccountRuns {
  readonly server: ScriptedServer;
  /** What a run sends, as lines without their tags. */
  linesOf(run: () => Promise<unknown>): Promise<string[]>;
}

/** The same with a scripted server, which is asserted to have had no fault of its own. */
export async function runsOnScripted(options: ServerOptions): Promise<ScriptedRuns> {
  const server = await startServer(options);
  onTestFinished(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
    expect(server.changes).toBe(0);
  });
  return {
    server,
    ...runsOn({ host: '127.0.0.1', port: server.port }),
    async linesOf(run) {
      const before = server.commands.length;
      await run();
      return server.commands.slice(before).map(({ line }) => line.replace(/^\S+ /, ''));
    },
  };
}

/** Every message file under a folder: path → octets as Latin-1. */
export function messageFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(path => !path.startsWith('.'));
  return Object.fromEntries(
    paths.sort().map(path => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}
