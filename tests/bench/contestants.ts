import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstalled } from '../tools.ts';
import { drainCommand, type Job } from './clients/job.ts';
import { writeMbsyncConfiguration } from './mbsync.ts';
import type { Command } from './measure/measure.ts';
import { type Programs, versionOfImapflow } from './programs.ts';

/** How a run shows that it fetched everything. */
export type Proof =
  /** It leaves a file for each message. */
  | { readonly kind: 'files'; readonly leastShare: number }
  /** It prints how many bytes it read. */
  | { readonly kind: 'bytes' };

/** One run of one contestant. */
interface Task {
  readonly job: Job;
  readonly programs: Programs;
  /** A path that is free for files of the contestant's own. */
  readonly beside: string;
  /** Whether the line to the server is a slow one. */
  readonly distant: boolean;
}

/** A program that fetches an account. */
export interface Contestant {
  readonly name: string;
  readonly proof: Proof;
  /** Why it cannot take part here. */
  missing(): string | undefined;
  /** What is timed, with its files written; undefined where it has no such run. */
  command(task: Task): Promise<Command | undefined>;
}

export const everyFile: Proof = { kind: 'files', leastShare: 1 };
/** mbsync leaves out messages without a body: about one in a hundred of the corpus. */
const nearlyEveryFile: Proof = { kind: 'files', leastShare: 0.98 };
const bytes: Proof = { kind: 'bytes' };

export const ours = 'Mailstow';
export const mbsyncAsItComes = 'mbsync';
export const mbsyncUnsynced = 'mbsync, FSync no';
export const imapflowLoop = 'ImapFlow loop';
export const oneAtATime = 'one at a time';
export const drainToFiles = 'drain to files';
export const nodeDrain: Contestant = {
  name: 'drain (Node)',
  proof: bytes,
  missing: present,
  command: client('drain'),
};
const opensslDrain: Contestant = drainBySending(job => [
  `t0 LOGIN ${job.user} ${job.password}`,
  ...job.mailboxes.flatMap(mailbox => [`t1 EXAMINE ${mailbox}`, `t2 ${drainCommand(job)}`]),
  't3 LOGOUT',
]);
/** The same by two programs; the faster one is the limit. */
export const drains: readonly string[] = [nodeDrain.name, opensslDrain.name];

/** In the order in which they run. */
export const contestants: readonly Contestant[] = [
  { name: ours, proof: everyFile, missing: present, command: mailstow },
  mbsync(mbsyncAsItComes, true),
  mbsync(mbsyncUnsynced, false),
  {
    name: imapflowLoop,
    proof: everyFile,
    missing: imapflowMissing,
    command: client('imapflow-loop'),
  },
  { name: oneAtATime, proof: everyFile, missing: present, command: client('one-at-a-time') },
  { name: drainToFiles, proof: everyFile, missing: present, command: drainOnceToFiles },
  nodeDrain,
  opensslDrain,
];

function present(): undefined {
  return undefined;
}

function missing(program: string): () => string | undefined {
  return () => (isInstalled(program) ? undefined : `${program} is not installed`);
}

function imapflowMissing(): string | undefined {
  return versionOfImapflow() === undefined ? 'imapflow is not in node_modules' : undefined;
}

async function writeAuthFile({ job, beside }: Task): Promise<string> {
  const authFile = `${beside}.auth`;
  const credentials = `username = ${job.user}\npassword = ${job.password}\n`;
  await writeFile(authFile, credentials, { mode: 0o600 });
  return authFile;
}

/** Ours by `mailstow archive`. @param more options of it */
export function archiving(name: string, ...more: string[]): Contestant {
  return {
    name,
    proof: everyFile,
    missing: present,
    async command(task) {
      const { job, programs, beside } = task;
      const authFile = await writeAuthFile(task);
      const server = ['--server', '127.0.0.1', '--port', String(job.port)];
      const how = ['--certificate-file', job.ca, '--auth-file', authFile, '--folder', job.folder];
      const archive = [process.execPath, programs.mailstow, 'archive', ...server, ...how];
      return ['env', `MAILSTOW_CONFIG=${beside}.config`, ...archive, ...more, '--quiet'];
    },
  };
}

async function mailstow(task: Task): Promise<Command> {
  const { job, programs } = task;
  const authFile = await writeAuthFile(task);
  const server = ['127.0.0.1', '-p', String(job.port), '-T', '-c', job.ca, '-a', authFile];
  const what = job.mailboxes.length > 1 ? ['--all-mailboxes'] : [];
  return [process.execPath, programs.imapcl, ...server, '-o', job.folder, ...what, '--quiet'];
}

function mbsync(name: string, fsync: boolean): Contestant {
  return {
    name,
    proof: nearlyEveryFile,
    missing: missing('mbsync'),
    async command({ job, beside }) {
      const file = `${beside}.mbsyncrc`;
      await writeMbsyncConfiguration(file, job, fsync);
      return ['mbsync', '-q', '-c', file, 'bench'];
    },
  };
}

function client(name: string): (task: Task) => Promise<Command> {
  return async ({ job, programs }) => [
    process.execPath,
    join(programs.clients, `${name}.mjs`),
    JSON.stringify(job),
  ];
}

/** It keeps no memory of what it fetched, so it has no second run. */
async function drainOnceToFiles(task: Task): Promise<Command | undefined> {
  return task.job.again ? undefined : client('drain-to-files')(task);
}

/**
 * Near what C can do. It sends all commands at once, so it compares on the local line only.
 * @param lines what it says
 */
export function drainBySending(lines: (job: Job) => readonly string[]): Contestant {
  return {
    name: 'drain (OpenSSL)',
    proof: bytes,
    missing: missing('openssl'),
    async command({ job, beside, distant }) {
      if (distant) return undefined;
      const commands = `${beside}.commands`;
      const text = lines(job).map(line => `${line}\r\n`);
      await writeFile(commands, text.join(''), { mode: 0o600 });
      const script =
        'openssl s_client -quiet -verify_quiet -verify_return_error -CAfile "$1" -connect "$2" <"$3" | wc -c';
      return ['sh', '-c', script, 'drain', job.ca, `127.0.0.1:${job.port}`, commands];
    },
  };
}
