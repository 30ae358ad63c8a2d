import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../engine/archive/disk/atomic-file.ts';
import { diskFailure } from '../engine/archive/disk/disk-failure.ts';
import { MailstowError } from '../engine/errors.ts';

/** What the file of one area holds, and how it came there. */
export interface JsonFileOptions<Content> {
  /** Folder of the person's data. */
  readonly folder: string;
  readonly name: string;
  readonly what: 'accounts' | 'archives' | 'clients' | 'passwords' | 'settings' | 'server-password';
  readonly empty: Content;
  /** @throws for anything else */
  parse(content: unknown): Content;
  /** Each makes content of the version that is its place plus one into the next; the file's version is one more than their number. */
  readonly migrations: readonly ((old: unknown) => unknown)[];
  /** Other processes write it too: it is read again where it has changed. */
  readonly isShared?: boolean;
}

/** One small file of the person's data: whole or as before at any moment, with a version. */
export class JsonFile<Content> {
  readonly #options: JsonFileOptions<Content>;
  readonly #path: string;
  readonly #version: number;
  #content: Content | undefined;
  /** Which file the content is of; another one was written since where it is not the present one's. */
  #stamp: string | undefined;

  constructor(options: JsonFileOptions<Content>) {
    this.#options = options;
    this.#path = join(options.folder, options.name);
    this.#version = options.migrations.length + 1;
  }

  /**
   * @throws MailstowError once for a damaged file, which is kept aside and counts as empty from then on;
   *   each time for a file of a later version, which is left alone
   */
  read(): Content {
    if (this.#content === undefined || this.#hasChanged()) {
      this.#stamp = this.#present();
      this.#content = this.#load();
    }
    return this.#content;
  }

  /** Durable on return; what {@link JsonFileOptions.parse} leaves out is not written. @throws MailstowError where it cannot be written */
  write(changed: Content): void {
    // Not over a file that could not be read.
    this.read();
    const content = this.#options.parse(changed);
    const text = JSON.stringify({ version: this.#version, content }, undefined, 2);
    try {
      // Nobody else's: what is in it says whose mail is where.
      mkdirSync(this.#options.folder, { recursive: true, mode: 0o700 });
      writeAtomically(this.#path, `${text}\n`);
      this.#stamp = this.#present();
    } catch (error) {
      throw diskFailure(error, 'writing-file', this.#path);
    }
    this.#content = content;
  }

  #hasChanged(): boolean {
    return this.#options.isShared === true && this.#present() !== this.#stamp;
  }

  /** A file that is written whole is another one each time. */
  #present(): string | undefined {
    if (this.#options.isShared !== true) return undefined;
    const status = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return status && `${status.ino} ${status.mtimeNs} ${status.size}`;
  }

  #load(): Content {
    if (!existsSync(this.#path)) return this.#options.empty;
    const { version, content } = this.#parseFile();
    if (version > this.#version) throw this.#fromTheFuture();
    try {
      const migrations = this.#options.migrations.slice(version - 1);
      return this.#options.parse(migrations.reduce((old, migrate) => migrate(old), content));
    } catch (cause) {
      throw this.#setAside(cause);
    }
  }

  #parseFile(): { version: number; content: unknown } {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      throw diskFailure(error, 'reading', this.#path);
    }
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null && 'version' in value && 'content' in value) {
        const { version, content } = value;
        if (typeof version === 'number' && version >= 1) return { version, content };
      }
    } catch (cause) {
      throw this.#setAside(cause);
    }
    throw this.#setAside(new Error('it has no version'));
  }

  #setAside(cause: unknown): MailstowError {
    const aside = `${this.#path}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    renameSync(this.#path, aside);
    this.#content = this.#options.empty;
    return new MailstowError(`damaged-${this.#options.what}-file`, {
      args: { path: aside },
      cause,
    });
  }

  #fromTheFuture(): MailstowError {
    return new MailstowError(`later-${this.#options.what}-file`);
  }
}
