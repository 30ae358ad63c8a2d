import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import { MailstowError } from '../errors.ts';
import { openRegular } from '../regular-file.ts';

/** Bytes read ahead; a message of usual size is one read. */
const windowBytes = 256 * 1024;

/** Bytes of the first look: the header, and most messages whole. */
const firstBytes = 32 * 1024;

/** The window of the last file that was closed: memory that is there costs less than new memory. */
let spare: Buffer | undefined;

/** A file of any size, looked at through a window, so that none is ever read whole; or one that is in memory already. */
export class MessageFile {
  readonly size: number;
  /** Undefined where all of it is in the window. */
  readonly #file: number | undefined;
  #memory: Buffer;
  #window: Buffer = Buffer.alloc(0);
  #start = 0;

  /**
   * @param source its path, or its bytes
   * @throws the system's error where the file cannot be read, MailstowError where it is no plain file
   */
  constructor(source: string | Buffer) {
    if (typeof source !== 'string') {
      this.size = source.length;
      this.#memory = source;
      this.#window = source;
      return;
    }
    this.#file = openRegular(source, constants.O_RDONLY);
    this.size = fstatSync(this.#file).size;
    this.#memory = spare ?? Buffer.allocUnsafeSlow(windowBytes);
    spare = undefined;
  }

  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    if (this.#memory.length === windowBytes) spare = this.#memory;
  }

  /** The bytes from `start` up to `end` or the end of the file; valid until the next look or the close. */
  read(start: number, end: number): Buffer {
    const last = Math.min(end, this.size);
    if (start >= last) return Buffer.alloc(0);
    if (start < this.#start || last > this.#start + this.#window.length) this.#move(start, last);
    return this.#window.subarray(start - this.#start, last - this.#start);
  }

  /** @returns where the bytes stand first at or after `start` and wholly before `end`, or -1 */
  indexOf(bytes: Buffer, start: number, end: number): number {
    for (let at = start; at + bytes.length <= Math.min(end, this.size); ) {
      const known = this.#start + this.#window.length;
      const isKnown = at >= this.#start && at + bytes.length <= known;
      const window = this.read(
        at,
        isKnown ? Math.min(known, end) : Math.min(at + windowBytes, end),
      );
      const found = window.indexOf(bytes);
      if (found >= 0) return at + found;
      at += Math.max(1, window.length - bytes.length + 1);
    }
    return -1;
  }

  #move(start: number, end: number): void {
    if (this.#file === undefined) return;
    const usual = start === 0 ? firstBytes : windowBytes;
    const length = Math.min(Math.max(end - start, usual), this.size - start);
    if (length > this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(this.#file, this.#memory, filled, length - filled, start + filled);
      if (read === 0) break;
      filled += read;
    }
    this.#window = this.#memory.subarray(0, filled);
    this.#start = start;
  }
}

/**
 * Opens a message's file for a while.
 * @throws MailstowError `message-not-stored` where it cannot be read
 */
export async function withMessage<Result>(
  path: string,
  work: (file: MessageFile) => Result | Promise<Result>,
): Promise<Result> {
  const file = openMessage(path);
  try {
    return await work(file);
  } finally {
    file.close();
  }
}

/** @throws MailstowError `message-not-stored` where it cannot be read */
export function openMessage(path: string): MessageFile {
  try {
    return new MessageFile(path);
  } catch (cause) {
    if (cause instanceof MailstowError || isFolder(cause)) throw notPlain(path);
    throw new MailstowError('message-file-unreadable', { cause });
  }
}

function isFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EISDIR';
}

function notPlain(path: string): MailstowError {
  return new MailstowError('not-a-message-file', { args: { path } });
}
