import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleImapcl } from '../bench/measure/counted-run.ts';
import { type Measured, measure } from '../bench/measure/measure.ts';

export const layouts = ['flat', 'folders'] as const;
export type LayoutName = (typeof layouts)[number];

export interface LargeMailbox {
  readonly messages: number;
  /** Of text in each message. */
  readonly textBytes?: number;
  readonly uidValidity?: number;
  /** By how many UIDs the messages stand elsewhere than in the first numbering. */
  readonly shift?: number;
}

/**
 * An account of one mailbox, made message by message in a process of its own, and archived by the bundled
 * programs in processes of theirs: what they take is theirs alone.
 */
export class LargeAccount {
  readonly folder: string;
  readonly out: string;
  readonly #programs: string;
  readonly #layout: LayoutName;

  private constructor(folder: string, programs: string, layout: LayoutName) {
    this.folder = folder;
    this.out = join(folder, 'archive');
    this.#programs = programs;
    this.#layout = layout;
  }

  /** @param programs where `bundleImapcl` has put them */
  static make(programs: string, layout: LayoutName): LargeAccount {
    const folder = temporaryFolder();
    const authFile = join(folder, 'auth');
    writeFileSync(authFile, 'username = user\npassword = secret\n', { mode: 0o600 });
    const account = new LargeAccount(folder, programs, layout);
    mkdirSync(account.out);
    return account;
  }

  /** One run of imapcl to its end. */
  async archive(mailbox: LargeMailbox): Promise<Measured> {
    const { messages, textBytes = 0, uidValidity = 1, shift = 0 } = mailbox;
    const server = fork(
      join(import.meta.dirname, '../bench/large/large-server.ts'),
      [messages, textBytes, uidValidity, shift].map(String),
      { detached: true },
    );
    try {
      const [port] = await once(server, 'message');
      const where = ['127.0.0.1', '-p', `${port}`, '-a', join(this.folder, 'auth'), '-o', this.out];
      return await this.#run('imapcl', [...where, '--layout', this.#layout, '--quiet']);
    } finally {
      await end(server);
    }
  }

  verify(): Promise<Measured> {
    return this.#run('mailstow', ['verify', this.out, '--quiet']);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(program: 'imapcl' | 'mailstow', args: readonly string[]): Promise<Measured> {
    const command = [process.execPath, join(this.#programs, `${program}.mjs`), ...args] as const;
    return measure(command, new AbortController().signal);
  }
}

/** Bundles the programs for as long as the work takes. */
export async function withPrograms(work: (programs: string) => Promise<void>): Promise<void> {
  const programs = temporaryFolder();
  try {
    await bundleImapcl(programs);
    await work(programs);
  } finally {
    rmSync(programs, { recursive: true, force: true });
  }
}

/** In memory where the system has a place for that: what is measured is the program, not the disk. */
function temporaryFolder(): string {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtempSync(join(parent, 'mailstow-prove-'));
}

async function end(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.disconnect();
  await ended;
}
