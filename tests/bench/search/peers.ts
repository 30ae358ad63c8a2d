import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../../tools.ts';
import { measure } from '../measure/measure.ts';
import type { SearchCorpus } from './corpus.ts';
import { asText, type Question } from './questions.ts';

/** Another program that searches mail. */
export interface Peer {
  readonly name: 'notmuch' | 'mu';
  /** Indexes the corpus. @returns seconds */
  index(corpus: SearchCorpus, signal: AbortSignal): Promise<number>;
  /** Of its index. */
  bytes(corpus: SearchCorpus): number;
  /** Asks for the first 50. @returns milliseconds, its start included: it has no other way of being asked */
  ask(corpus: SearchCorpus, question: Question): number;
}

const notmuch: Peer = {
  name: 'notmuch',
  async index(corpus, signal) {
    const config = configOf(corpus);
    writeFileSync(
      config,
      `[database]\npath=${corpus.maildirs}\n[user]\nname=a\nprimary_email=a@example.org\n[new]\ntags=new\n`,
    );
    const { seconds } = await measure(['notmuch', `--config=${config}`, 'new', '--quiet'], signal);
    return seconds;
  },
  bytes: ({ maildirs }) => bytesBelow(join(maildirs, '.notmuch')),
  ask: (corpus, question) =>
    timed('notmuch', [`--config=${configOf(corpus)}`, 'search', '--limit=50', asText(question)]),
};

const mu: Peer = {
  name: 'mu',
  async index(corpus, signal) {
    const home = homeOf(corpus);
    mkdirSync(home);
    await measure(['mu', 'init', `--maildir=${corpus.maildirs}`, `--muhome=${home}`], signal);
    const { seconds } = await measure(['mu', 'index', '--quiet', `--muhome=${home}`], signal);
    return seconds;
  },
  bytes: corpus => bytesBelow(homeOf(corpus)),
  ask: (corpus, question) =>
    timed('mu', ['find', `--muhome=${homeOf(corpus)}`, '-n', '50', asText(question)]),
};

export const peers: readonly Peer[] = [notmuch, mu].filter(({ name }) => isInstalled(name));

function configOf({ maildirs }: SearchCorpus): string {
  return `${maildirs}.notmuch-config`;
}

function homeOf({ maildirs }: SearchCorpus): string {
  return `${maildirs}.mu`;
}

function timed(program: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  // mu says with 2 or 4 that nothing was found.
  if (status === null || ![0, 2, 4].includes(status)) throw new Error(`${program}: ${stderr}`);
  return performance.now() - start;
}

function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);
}
