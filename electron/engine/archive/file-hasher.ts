import { createHash, hash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { errorCode } from './disk/disk-failure.ts';
import { openForReading } from './disk/guarded-files.ts';

/** Bytes read at once: most messages are whole in one reading, and larger ones take no more memory. */
const pieceBytes = 256 * 1024;

export interface HashedFile {
  readonly bytes: number;
  /** In base64url. */
  readonly sha256: string;
}

/** Called after each piece of a large file; what it returns is waited for, and what it throws ends the work. */
export type OnPiece = (bytes: number) => Promise<void> | undefined;

/** Hashes files one after the other, all through one piece of memory: four system calls a small file. */
export class FileHasher {
  readonly #piece = Buffer.allocUnsafeSlow(pieceBytes);
  readonly #onPiece: OnPiece;

  constructor(onPiece: OnPiece) {
    this.#onPiece = onPiece;
  }

  /**
   * @param path absolute
   * @returns `unreadable` also for what is no file
   */
  async hash(path: string): Promise<HashedFile | 'missing' | 'unreadable'> {
    let file: number;
    try {
      file = openForReading(path);
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable';
    }
    try {
      const bytes = this.#read(file);
      const piece = this.#piece.subarray(0, bytes);
      if (bytes === pieceBytes) return await this.#hashLarge(file);
      return { bytes, sha256: hash('sha256', piece, 'base64url') };
    } catch (error) {
      if (error instanceof Error && 'syscall' in error) return 'unreadable';
      throw error;
    } finally {
      closeSync(file);
    }
  }

  /** The first piece is read. */
  async #hashLarge(file: number): Promise<HashedFile> {
    const sum = createHash('sha256');
    let bytes = 0;
    for (let read = pieceBytes; read > 0; read = this.#read(file)) {
      sum.update(this.#piece.subarray(0, read));
      bytes += read;
      await this.#onPiece(read);
    }
    return { bytes, sha256: sum.digest('base64url') };
  }

  #read(file: number): number {
    return readSync(file, this.#piece, 0, pieceBytes, null);
  }
}
