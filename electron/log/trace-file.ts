import { closeSync, fstatSync, lstatSync, renameSync, writeSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import { version } from '../../shared/version.ts';
import { tellDefect } from '../engine/defects.ts';
import { onTrace } from '../engine/session/trace/trace.ts';
import { asEntry } from './entry.ts';
import { openPrivate } from './private-file.ts';

/** In a person's folder of data. */
export const tracePath = ['logs', 'trace.log'] as const;

/** Bytes; at this size the file becomes `NAME.old.log`, of which one is kept. */
const largestFile = 10_000_000;

/**
 * Records what this thread says to mail servers and what they answer, one line an event: time, connection,
 * `C` for us, `S` for the server, `-` for the connection itself. Several threads may write to one file.
 * @returns ends the record
 * @throws MailstowError 'arguments' where the file cannot be written
 */
export function recordTrace(path: string, largest = largestFile): () => void {
  const file = new TraceFile(resolve(path), largest);
  const end = onTrace(({ connection, from, text }) => file.write(`${connection} ${from} ${text}`));
  return () => {
    end();
    file.close();
  };
}

class TraceFile {
  readonly #file: string;
  readonly #largest: number;
  #descriptor: number | undefined;

  constructor(file: string, largest: number) {
    this.#file = file;
    this.#largest = largest;
    this.#descriptor = openPrivate(file, 'trace');
    const { node } = process.versions;
    this.write(
      `- - Mailstow ${version}, Node ${node}, ${process.platform}, process ${process.pid}`,
    );
  }

  /** Each line at once: the last ones before a crash are those that tell. A disk that takes no more ends the trace, not the run. */
  write(line: string): void {
    if (this.#descriptor === undefined) return;
    try {
      writeSync(this.#descriptor, `${new Date().toISOString()} ${asEntry(line)}\n`);
      if (fstatSync(this.#descriptor).size > this.#largest) this.#turnOver(this.#descriptor);
    } catch (error) {
      tellDefect(error);
      this.close();
    }
  }

  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) closeSync(descriptor);
  }

  /** Another thread may have done so just before; then its new file is the one. */
  #turnOver(full: number): void {
    const { dir, name, ext } = parse(this.#file);
    const old = `${name}.old${ext}`;
    if (lstatSync(this.#file, { throwIfNoEntry: false })?.ino === fstatSync(full).ino) {
      renameSync(this.#file, resolve(dir, old));
    }
    this.close();
    this.#descriptor = openPrivate(this.#file, 'trace');
    this.write(`- - What came before is in ${old}`);
  }
}
