import type { Dirent } from 'node:fs';
import { access, constants, mkdir, readdir, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Input, Output } from '../../shared/contract.ts';
import { isSameAccount } from '../engine/archive/account-identity.ts';
import { diskFailure, errorCode } from '../engine/archive/disk/disk-failure.ts';
import { MailstowError } from '../engine/errors.ts';
import { type Holding, isSameProtocol, type Owner } from './archives/look-calls.ts';
import { Looks } from './archives/looks.ts';
import type { Host } from './host.ts';

/** More than anybody looks through; a folder of mail files may hold a million names. */
const mostShown = 2_000;

type Entry = Output<'folders.browse'>['folders'][number];

/** Names that are tried for a new archive. */
const mostProposed = 20;

/** Files that hold certificates, in text or binary form. */
const certificateName = /\.(pem|crt|cer|der)$/i;

/** Places for archives, and certificates, on the machine that the program runs on. */
export class Folders {
  readonly #host: Host;
  readonly #roots: readonly string[] | 'everywhere';
  readonly #looks: Looks;

  /** @param roots absolute folders within which archives may be kept */
  constructor(host: Host, roots: readonly string[] | 'everywhere', looks = new Looks()) {
    this.#host = host;
    this.#roots = roots;
    this.#looks = looks;
  }

  choose({ start }: Input<'folders.choose'>): Promise<string | null> {
    return this.#host.chooseFolder(start);
  }

  chooseCertificate({ what, start }: Input<'certificates.choose'>): Promise<string | null> {
    return this.#host.chooseCertificate(what, start);
  }

  /** Folders inside a folder, or the first of the allowed ones; hidden ones are left out. */
  async browse({ path }: Input<'folders.browse'>): Promise<Output<'folders.browse'>> {
    const folder = await this.allowed(path ?? this.#start());
    return this.#seen(folder, await entriesOf(folder));
  }

  /** The same, with the files in it that are called as certificates are. */
  async browseCertificates({
    path,
  }: Input<'certificates.browse'>): Promise<Output<'certificates.browse'>> {
    const there = await this.allowed(path ?? this.#start());
    const folder = (await isFile(there)) ? dirname(there) : there;
    const entries = await entriesOf(folder);
    const files: Entry[] = [];
    for (const entry of entries) {
      if (files.length >= mostShown) break;
      if (!certificateName.test(entry.name)) continue;
      if (await this.#isFileHere(entry)) files.push(shown(entry));
    }
    return { ...(await this.#seen(folder, entries)), files: files.sort(byName) };
  }

  /** A folder of its own for an account, in the person's documents or in the first folder that is allowed. */
  async propose({ email, account }: Input<'folders.propose'>): Promise<Output<'folders.propose'>> {
    const first = join(this.#home(), 'Mailstow', folderNameOf(email));
    try {
      for (let number = 1; number <= mostProposed; number += 1) {
        const path = await this.allowed(number === 1 ? first : `${first} ${number}`);
        if (!(await stat(await existing(path))).isDirectory()) return null;
        const seen = await this.look({ path, account });
        if (seen.readOnly) return null;
        if (account === undefined || (seen.holds?.whose ?? 'own') === 'own')
          return { path, ...seen };
      }
    } catch {
      // The person chooses then.
    }
    return null;
  }

  /** @returns the new folder; one that is there already is as good */
  async create({ parent, name }: Input<'folders.create'>): Promise<string> {
    if (name === '.' || name === '..' || /[/\\\0]/.test(name)) throw badName(name);
    const folder = join(await this.allowed(parent), name);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw diskFailure(error, 'making-folder', folder);
    }
    return folder;
  }

  /** What a folder, which need not exist yet, still has room for, and the archive in it. */
  async look({ path, account }: Input<'folders.look'>): Promise<Output<'folders.look'>> {
    const folder = await this.allowed(path);
    const there = await existing(folder);
    const holds = there === folder ? await this.#looks.at(folder) : undefined;
    const { bavail, bsize } = await statfs(there);
    const isWritable = await access(there, constants.W_OK).then(
      () => true,
      () => false,
    );
    return {
      free: bavail * bsize,
      ...(isWritable ? {} : { readOnly: true }),
      ...(holds === undefined ? {} : { holds: { whose: whose(holds, account), ...holds } }),
    };
  }

  /**
   * The folder as the file system calls it, links followed, so that none leads out of what is allowed.
   * @throws MailstowError for a folder outside of it
   */
  async allowed(path: string): Promise<string> {
    if (!isAbsolute(path)) throw notAllowed(path);
    const real = await realOf(resolve(path));
    if (!(await this.#isAllowed(real))) throw notAllowed(path);
    return real;
  }

  async #isAllowed(real: string): Promise<boolean> {
    if (this.#roots === 'everywhere') return true;
    for (const root of this.#roots) {
      const way = relative(await realOf(resolve(root)), real);
      if (way === '' || (way.split(/[/\\]/)[0] !== '..' && !isAbsolute(way))) return true;
    }
    return false;
  }

  async #seen(folder: string, entries: readonly Dirent[]): Promise<Output<'folders.browse'>> {
    const above = dirname(folder);
    const parent = above !== folder && (await this.#isAllowed(above)) ? above : null;
    const folders = entries.filter(entry => entry.isDirectory()).slice(0, mostShown);
    return { path: folder, parent, folders: folders.map(shown).sort(byName) };
  }

  /** Folders of certificates are full of links; one that leads out of what is allowed is not shown. */
  async #isFileHere(entry: Dirent): Promise<boolean> {
    if (!entry.isSymbolicLink()) return entry.isFile();
    try {
      const real = await realpath(join(entry.parentPath, entry.name));
      return (await isFile(real)) && (await this.#isAllowed(real));
    } catch {
      // It leads nowhere.
      return false;
    }
  }

  #home(): string {
    return (this.#roots === 'everywhere' ? this.#host.documents : undefined) ?? this.#start();
  }

  #start(): string {
    const [first] = this.#roots === 'everywhere' ? [resolve('/')] : this.#roots;
    return first ?? resolve('/');
  }
}

/** An archive that does not say whose it is takes the account that archives into it next. */
function whose({ account: held }: Holding, account: Owner | undefined) {
  if (held === undefined || account === undefined) return 'unknown';
  if (!isSameAccount(held, account)) return 'other';
  return isSameProtocol(held, account) ? 'own' : 'otherWay';
}

/** What is in a folder; hidden files and folders are left out. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    throw diskFailure(error, 'looking-into-folder', folder);
  }
}

function shown({ name, parentPath }: Dirent): Entry {
  return { name, path: join(parentPath, name) };
}

function byName(a: Entry, b: Entry): number {
  return a.name.localeCompare(b.name);
}

/** Characters of four bytes at most, where file systems take names of 255 bytes. */
const longestName = 60;

/** An address is nearly a name; what no file system takes is not in it any more. */
function folderNameOf(email: string): string {
  const name = email.normalize('NFC').replace(/[^\p{L}\p{N}@._+-]/gu, '-');
  const short = [...name.replace(/^\.+/, '')].slice(0, longestName).join('');
  return short.replace(/\.+$/, '') || 'Mail';
}

/** False for what is not there too. */
async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** Follows links as far as the path exists. */
async function realOf(path: string): Promise<string> {
  const there = await existing(path);
  return join(await realpath(there), relative(there, path));
}

/** The folder itself, or the nearest one above it that exists. */
async function existing(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const above = dirname(path);
    if (above !== path && errorCode(error) === 'ENOENT') return existing(above);
    throw diskFailure(error, 'looking-into-folder', path);
  }
}

function notAllowed(path: string): MailstowError {
  return new MailstowError('folder-not-allowed', { args: { path } });
}

function badName(name: string): MailstowError {
  return new MailstowError('bad-folder-name', { args: { name } });
}
