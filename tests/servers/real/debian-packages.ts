import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../electron-runtime/cache.ts';

/** Milliseconds for one use of apt or dpkg: a slow mirror, not one that never answers. */
const patience = 120_000;

/** For a network that swallows everything. */
const impatient = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=1'];

/** World-readable, because servers under other users start their programs from here. */
const cache = cacheFolder();

/**
 * Debian packages of one server, unpacked into a cache beside the system and never installed,
 * because Debian lets only one IMAP server be installed at a time.
 */
export class DebianPackages {
  /** Where they lie, as if that were `/`. */
  readonly root: string;
  readonly #packages: readonly string[];

  constructor(server: string, packages: readonly string[]) {
    this.#packages = packages;
    const made = createHash('sha256').update(`${release()} ${process.arch} ${packages}`);
    this.root = join(cache, `${server}-${made.digest('hex').slice(0, 8)}`);
  }

  /** Why they are not there, or undefined where they are. */
  missing(): string | undefined {
    if (!canUnpack()) return 'because only root on Debian can unpack its packages';
    return existsSync(this.root) ? undefined : 'because its packages could not be fetched';
  }

  /**
   * Fetches and unpacks them once, with the libraries that this machine lacks.
   * @returns whether they are there now
   */
  fetch(): boolean {
    if (!canUnpack()) return false;
    if (existsSync(this.root)) return true;
    console.log(`fetching for the tests: ${this.#packages.join(' ')}`);
    mkdirSync(cache, { recursive: true });
    const scratch = mkdtempSync(join(cache, 'fetching-'));
    try {
      const isDown = this.#download(scratch) || (update() && this.#download(scratch));
      return isDown && this.#unpack(scratch);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }

  #download(folder: string): boolean {
    const names = withLibraries(this.#packages);
    return (
      names !== undefined &&
      run('apt-get', [...impatient, 'download', ...names], folder) !== undefined
    );
  }

  #unpack(folder: string): boolean {
    const root = join(folder, 'root');
    mkdirSync(root);
    const files = readdirSync(folder).filter(name => name.endsWith('.deb'));
    const isWhole = files.every(file => run('dpkg-deb', ['-x', file, root], folder) !== undefined);
    // Another test run may have been quicker.
    if (isWhole && !existsSync(this.root)) renameSync(root, this.root);
    return isWhole;
  }

  /** The environment in which their programs find their libraries. */
  get env(): NodeJS.ProcessEnv {
    const folders = ['lib', 'usr/lib'].flatMap(folder => {
      const path = join(this.root, folder);
      const triplets = existsSync(path)
        ? readdirSync(path).filter(name => /-linux-/.test(name))
        : [];
      return [path, ...triplets.map(name => join(path, name))];
    });
    return { ...process.env, LD_LIBRARY_PATH: folders.join(':') };
  }
}

function release(): string {
  return existsSync('/etc/debian_version') ? readFileSync('/etc/debian_version', 'utf8') : '';
}

function canUnpack(): boolean {
  return process.getuid?.() === 0 && release() !== '' && existsSync('/usr/bin/apt-get');
}

function update(): boolean {
  return run('apt-get', [...impatient, 'update']) !== undefined;
}

/** The packages and every library that they need, directly or not, without what is installed. */
function withLibraries(packages: readonly string[]): string[] | undefined {
  const wanted = new Set<string>();
  for (let level = [...packages]; level.length > 0; ) {
    const installed = new Set(installedOf(level));
    const fresh = level.filter(name => !wanted.has(name) && !installed.has(name));
    if (fresh.length === 0) break;
    for (const name of fresh) wanted.add(name);
    const told = run('apt-cache', ['depends', '--important', ...fresh]);
    if (told === undefined) return undefined;
    level = [...told.matchAll(/^ [ |](?:Pre)?Depends: (lib\S+)$/gm)].map(([, name = '']) => name);
  }
  return [...wanted];
}

function installedOf(packages: readonly string[]): string[] {
  // Fails where one of them is unknown, and names the others all the same.
  const { stdout } = spawnSync(
    'dpkg-query',
    ['-W', '-f', `\${db:Status-Status} \${Package}\n`, ...packages],
    {
      encoding: 'utf8',
    },
  );
  return [...stdout.matchAll(/^installed (\S+)$/gm)].map(([, name = '']) => name);
}

/** What the program printed, or undefined where it failed. */
function run(program: string, args: readonly string[], cwd = '/'): string | undefined {
  const { status, stdout } = spawnSync(program, args, { cwd, encoding: 'utf8', timeout: patience });
  return status === 0 ? stdout : undefined;
}
