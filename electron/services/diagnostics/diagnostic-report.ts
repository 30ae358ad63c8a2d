import { availableParallelism, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Input, RunState, Settings, ShownFailure } from '../../../shared/contract.ts';
import { exitCodeOf } from '../../../shared/model/exit-codes.ts';
import { isFailureCode } from '../../../shared/model/failure-codes.ts';
import { version } from '../../../shared/version.ts';
import { readFormat } from '../../engine/archive/layout/archive-format.ts';
import { counted } from '../../engine/report/words.ts';
import { logPath } from '../../log/log.ts';
import type { Passwords } from '../accounts/passwords.ts';
import type { Profiles, SavedAccount } from '../accounts/profiles.ts';
import type { Host } from '../host.ts';
import type { Preferences } from '../preferences.ts';
import type { Runs } from '../runs/runs.ts';
import { secretsIn } from '../sign-in/grant.ts';
import { Discretion } from './discretion.ts';
import { logTail } from './log-tail.ts';

export interface DiagnosticSources {
  readonly userData: string;
  readonly host: Host;
  readonly profiles: Profiles;
  readonly credentials: Passwords;
  readonly preferences: Preferences;
  readonly runs: Pick<Runs, 'list'>;
}

type Asked = Input<'diagnostics.report'>;

/**
 * A text for anyone who helps a person: versions, settings, accounts as numbers, how runs ended, the end of the log. In
 * English. Names stand there on wish only, passwords and mail never.
 */
export async function diagnosticReport(sources: DiagnosticSources, asked: Asked): Promise<string> {
  const { profiles, credentials, preferences, runs, userData } = sources;
  const discretion = new Discretion(asked.named);
  const accounts = profiles.list();
  for (const { id, profile } of accounts) {
    const secret = await credentials.find(id);
    const texts = secret === undefined ? [] : secretsIn(secret);
    for (const text of texts) discretion.hide(profile.user, text);
  }
  const entries = logTail(join(userData, ...logPath));
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Versions', versions(sources.host, asked.window)],
    ['Settings', settingsLines(preferences.get(), sources.host)],
    ['Accounts', accounts.flatMap((account, at) => accountLines(account, at, discretion))],
    ['Runs since the start', runLines(runs.list(), accounts, discretion)],
    ['The end of the log', entries.map(({ head, text }) => `${head}: ${discretion.entry(text)}`)],
  ];
  const title = `Mailstow diagnostic report, ${new Date().toISOString()}`;
  const names = asked.named ? 'included' : 'left out';
  const body = parts.map(([heading, lines]) => `${heading}\n${indented(lines)}`);
  return `${title}\nAddresses and names of folders: ${names}\n\n${body.join('\n\n')}\n`;
}

function indented(lines: readonly string[]): string {
  const all = lines.length === 0 ? ['none'] : lines;
  return all.map(line => `  ${line.replaceAll('\n', '\n  ')}`).join('\n');
}

function versions({ kind }: Host, window: string): string[] {
  const { node, electron, chrome } = process.versions as Partial<Record<string, string>>;
  const inElectron = electron === undefined ? '' : `, Electron ${electron}, Chromium ${chrome}`;
  return [
    `Mailstow ${version} (${kind === 'desktop' ? 'desktop app' : 'browser mode'})`,
    `Node ${node}${inElectron}`,
    `window: ${window}`,
    `${process.platform} ${release()}, ${process.arch}, ${counted(availableParallelism(), 'processor')}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
  ];
}

function settingsLines({ language, theme, trace }: Settings, host: Host): string[] {
  return [
    `language: ${language} (of the system: ${host.language}), theme: ${theme}`,
    `conversations with mail servers are recorded: ${trace ? 'yes' : 'no'}`,
  ];
}

function accountLines(
  { profile, lastRun }: SavedAccount,
  at: number,
  discretion: Discretion,
): string[] {
  const { server, leftOut } = profile;
  const security = { tls: 'TLS', starttls: 'STARTTLS', none: 'no encryption' }[server.security];
  const format = formatOf(profile.folder);
  const verdict = lastRun?.verdict;
  const facts = [
    `IMAP, ${security}`,
    ...(verdict === undefined ? [] : [counted(verdict.mailboxes, 'folder')]),
    `${leftOut.length} left out`,
    `layout ${format ?? 'not there yet'}`,
    ...(profile.headersOnly ? ['headers only'] : []),
    ...(profile.unseenOnly ? ['unread only'] : []),
    ...(profile.index ? ['index.csv'] : []),
    ...(profile.labelFolders ? ['label folders'] : []),
    `last run: ${lastRun === undefined ? 'none' : lastRunOf(lastRun)}`,
  ];
  const { host, port } = server;
  const named = discretion.named(profile.email, profile.user, `${host}:${port}`, profile.folder);
  return [`account ${at + 1}: ${facts.join(', ')}${named}`];
}

function lastRunOf({
  complete,
  messages,
  verdict,
  finishedAt,
}: NonNullable<SavedAccount['lastRun']>) {
  const state = verdict?.state ?? (complete ? 'complete' : 'incomplete');
  return `${state} (${counted(messages, 'message')}, ${new Date(finishedAt).toISOString()})`;
}

/** A folder that cannot be read has none. */
function formatOf(folder: string): string | undefined {
  try {
    return readFormat(folder)?.layout;
  } catch {
    return undefined;
  }
}

function runLines(
  runs: readonly RunState[],
  accounts: readonly SavedAccount[],
  discretion: Discretion,
): string[] {
  return runs.flatMap(run => {
    const at = accounts.findIndex(({ id }) => id === run.accountId) + 1;
    const counts = `${counted(run.mailboxes.length, 'folder')}, stored ${counted(run.stored, 'message')}, ${counted(run.problemCount, 'problem')}, ${counted(run.warningCount, 'warning')}`;
    const failures = [...(run.failure === undefined ? [] : [run.failure]), ...run.problems];
    return [
      `account ${at}: ${run.state}, ${counts}`,
      ...failures.map(failure => `  ${failureLine(failure, discretion)}`),
    ];
  });
}

function failureLine(failure: ShownFailure, discretion: Discretion): string {
  const { kind, scope, uid, mailbox, message, serverText } = failure;
  const code = exitCodeOf(kind);
  const facts = [
    code === undefined ? 'a kind of its own' : kind,
    // Ours, and not what a file may have in its place.
    ...(isFailureCode(failure.code) && failure.code !== kind ? [failure.code] : []),
    scope,
    ...(code === undefined ? [] : [`exit code ${code.code} (${code.name})`]),
    ...(uid === undefined ? [] : [`message ${uid}`]),
  ];
  return `${facts.join(', ')}${discretion.named(mailbox, message, serverText)}`;
}
