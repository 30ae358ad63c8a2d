import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { Workplace } from '../../imapcl/run-process.ts';
import type { MailboxOptions } from '../../servers/scripted/mailbox.ts';
import { type ScriptedServer, startServer } from '../../servers/scripted/server.ts';
import { type Round, RoundRelay } from '../round-relay.ts';
import { readCallCounts, type SystemCallCounts } from './system-call-counts.ts';

const root = resolve(import.meta.dirname, '../../..');
/** No run takes longer; one that does hangs. */
const longestRun = 60_000;

/** What a run costs on any machine alike. */
export interface Counts {
  readonly rounds: readonly Round[];
  /** Bytes of IMAP from the client. */
  readonly sent: number;
  /** Bytes of IMAP from the server. */
  readonly received: number;
  readonly stdout: string;
}

/** Bundles imapcl as a user gets it: stripping types at each start would cost memory and system calls. */
export async function bundleImapcl(folder: string): Promise<void> {
  const probe = join(import.meta.dirname, 'peak-memory.ts');
  await build({
    root,
    logLevel: 'error',
    configFile: join(root, 'build/vite.commands.ts'),
    build: { outDir: folder, rolldownOptions: { input: { 'peak-memory': probe } } },
  });
}

/** An account on a server of its own, archived by a bundled imapcl again and again. */
export class CountedAccount {
  readonly #server: ScriptedServer;
  readonly #place: Workplace;
  readonly #programs: string;

  private constructor(server: ScriptedServer, place: Workplace, programs: string) {
    this.#server = server;
    this.#place = place;
    this.#programs = programs;
  }

  /** @param programs where {@link bundleImapcl} has put them */
  static async fill(
    programs: string,
    mailboxes: readonly MailboxOptions[],
  ): Promise<CountedAccount> {
    const server = await startServer({ mailboxes });
    return new CountedAccount(server, await Workplace.make('user', 'secret'), programs);
  }

  /**
   * One run, with all that it says and hears counted.
   * @param expected the round trips as they should be
   */
  async count(expected: readonly Round[], ...more: readonly string[]): Promise<Counts> {
    const relay = await RoundRelay.start(this.#server.port, expected);
    try {
      const stdout = await run([process.execPath, ...this.#imapcl(relay.port), ...more]);
      const { rounds, sent, received } = relay;
      return { rounds, sent, received, stdout };
    } finally {
      relay.stop();
    }
  }

  /** One run without anything in between. @returns peak resident memory of the process with its threads, bytes */
  async peakMemory(): Promise<number> {
    const memoryFile = join(this.#place.folder, 'memory');
    const probe = `--import=${join(this.#programs, 'peak-memory.mjs')}`;
    const command = [process.execPath, probe, ...this.#imapcl(this.#server.port)];
    await run(command, { MEMORY_FILE: memoryFile });
    return Number(await readFile(memoryFile, 'utf8'));
  }

  /** One run under strace. */
  async trace(): Promise<SystemCallCounts> {
    const summary = join(this.#place.folder, 'system-calls');
    const strace = ['strace', '-c', '-f', '-o', summary];
    await run([...strace, process.execPath, ...this.#imapcl(this.#server.port)]);
    return readCallCounts(await readFile(summary, 'utf8'));
  }

  async remove(): Promise<void> {
    await this.#server.stop();
    await this.#place.remove();
    if (this.#server.faults.length > 0) throw new AggregateError(this.#server.faults);
  }

  #imapcl(port: number): string[] {
    const { authFile, out } = this.#place;
    const program = join(this.#programs, 'imapcl.mjs');
    return [program, '127.0.0.1', '-p', String(port), '-a', authFile, '-o', out, '--quiet'];
  }
}

/** @throws when it fails, with what it said */
async function run(command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    timeout: longestRun,
    killSignal: 'SIGKILL',
  });
  // A test that ends early must not leave its process behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  process.off('exit', kill);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${stderr}`);
  return stdout;
}
