import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import type { ScriptedServer } from '../../servers/scripted/server.ts';
import { scriptedAccount, type TestAccount } from './test-account.ts';

export interface Run {
  readonly result: RunResult;
  readonly events: readonly RunEvent[];
  report(mailbox: string): MailboxReport;
}

/** Archives every mailbox of an account, unless the changes say otherwise. */
export async function runWhole(
  account: TestAccount,
  changes: Partial<RunRequest> = {},
): Promise<Run> {
  const before = account.events.length;
  const result = await account.run({ mailboxes: 'all', ...changes });
  return {
    result,
    events: account.events.slice(before),
    report(mailbox) {
      const found = result.mailboxes.find(each => each.mailbox === mailbox);
      if (found === undefined) throw new Error(`no report of ${mailbox}`);
      return found;
    },
  };
}

export interface ScriptedRuns {
  readonly folder: string;
  readonly server: ScriptedServer;
  run(changes?: Partial<RunRequest>): Promise<Run>;
  /** What a run sends, as lines without their tags. */
  linesOf(run: () => Promise<unknown>): Promise<string[]>;
}

/** Whole runs of an account on a scripted server, in which they must change nothing. */
export async function runsOnScripted(options: ServerOptions): Promise<ScriptedRuns> {
  const account = await scriptedAccount(options);
  const { folder, server } = account;
  onTestFinished(() => expect(server.changes).toBe(0));
  return {
    folder,
    server,
    run: changes => runWhole(account, changes),
    async linesOf(run) {
      const before = server.commands.length;
      await run();
      return server.commands.slice(before).map(({ line }) => line.replace(/^\S+ /, ''));
    },
  };
}

/** Every message file under a folder: path → bytes as Latin-1. */
export function messageFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(path => !path.startsWith('.'));
  return Object.fromEntries(
    paths.sort().map(path => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}
