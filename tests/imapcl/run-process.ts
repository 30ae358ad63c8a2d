import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
/** The commands as an installed package has them, where the test command built them; else the sources. */
const built = process.env.MAILSTOW_BUILT_COMMANDS;
const memoryProbe = pathToFileURL(join(import.meta.dirname, 'memory-probe.ts')).href;
/** No run of a test takes longer; one that does hangs. */
const longestRun = 120_000;

export interface Ended {
  /** As the process left; a negative one of the table comes back as the table has it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Peak resident memory, bytes. */
  readonly peakMemory: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Blocks of 1,024 bytes: a larger file fails with EFBIG, as on a disk that holds none. */
  readonly largestFile?: number;
  /** Seen as it comes, for tests that act in the middle of a run. */
  onStdout?(text: string): void;
}

/** Runs the real imapcl as a process of its own, as a person would. */
export function imapcl(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return run('imapcl', args, options);
}

/** Runs the real mailstow in the same way. */
export function mailstow(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return run('mailstow', args, options);
}

async function run(
  name: 'imapcl' | 'mailstow',
  args: readonly string[],
  options: RunOptions,
): Promise<Ended> {
  const scratch = await mkdtemp(join(tmpdir(), 'mailstow-run-'));
  const memoryFile = join(scratch, 'memory');
  const node = [process.execPath, `--import=${memoryProbe}`, entryOf(name), ...args];
  const limited = ['bash', '-c', `ulimit -f ${options.largestFile}; exec "$0" "$@"`, ...node];
  const [program = '', ...rest] = options.largestFile === undefined ? node : limited;
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env, MEMORY_FILE: memoryFile },
    timeout: longestRun,
    killSignal: 'SIGKILL',
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  // A test that ends early must not leave its process behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    options.onStdout?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code, signal] = await once(child, 'close');
  process.off('exit', kill);
  if (signal !== null) throw new Error(`${name} was ended by ${signal}; it said:\n${stderr}`);
  const peakMemory = Number(await readFile(memoryFile, 'utf8'));
  await rm(scratch, { recursive: true });
  return { code: exitCodeFrom(code), stdout, stderr, peakMemory };
}

/** The file that starts a command. */
export function entryOf(name: 'imapcl' | 'mailstow'): string {
  return built === undefined
    ? join(root, 'electron/cli', `${name}.ts`)
    : join(built, `${name}.mjs`);
}

/** As the table of exit codes has it, in which some are negative. */
export function exitCodeFrom(code: number): number {
  return code > 127 && code !== 130 ? code - 256 : code;
}

/** A folder of the test's own, with an auth file in it and a place for the archive. */
export class Workplace {
  readonly folder: string;
  readonly authFile: string;
  readonly out: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.authFile = join(folder, 'auth_file');
    this.out = join(folder, 'out');
  }

  /** @param parent an existing folder in which the workplace is made */
  static async make(user: string, password: string, parent = tmpdir()): Promise<Workplace> {
    const place = new Workplace(await mkdtemp(join(parent, 'mailstow-place-')));
    await place.writeAuthFile(user, password);
    return place;
  }

  writeAuthFile(user: string, password: string): Promise<void> {
    const text = `username = ${user}\npassword = ${password}\n`;
    return writeFile(this.authFile, text, { mode: 0o600 });
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
