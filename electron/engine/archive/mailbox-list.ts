import { appendFileSync, readFileSync } from 'node:fs';
import { errorCode } from './disk-failure.ts';

/**
 * The mailboxes that runs have archived, and the separator that makes their names folders. Lines of
 * `.mailstow/mailboxes.jsonl`: `[name, separator or null]`, the last line of a name counts.
 */
export class MailboxList {
  readonly #path: string;
  readonly #delimiters = new Map<string, string | null>();

  constructor(path: string) {
    this.#path = path;
    for (const line of readLines(path)) {
      const entry = parseLine(line);
      if (entry !== undefined) this.#delimiters.set(...entry);
    }
  }

  names(): Iterable<string> {
    return this.#delimiters.keys();
  }

  /** @returns undefined where the mailbox is not in the list */
  delimiterOf(name: string): string | null | undefined {
    return this.#delimiters.get(name);
  }

  add(name: string, delimiter: string | null): void {
    if (this.#delimiters.get(name) === delimiter) return;
    this.#delimiters.set(name, delimiter);
    appendFileSync(this.#path, `${JSON.stringify([name, delimiter])}\n`);
  }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A torn line is as good as none: the next run writes it again. */
function parseLine(line: string): [string, string | null] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value)) return undefined;
    const [name, delimiter]: unknown[] = value;
    if (typeof name !== 'string') return undefined;
    return typeof delimiter === 'string' || delimiter === null ? [name, delimiter] : undefined;
  } catch {
    return undefined;
  }
}
