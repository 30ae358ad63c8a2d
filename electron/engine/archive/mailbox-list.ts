import { JsonLines } from './json-lines.ts';

/**
 * The mailboxes that runs have archived, and the separator that makes their names folders. Lines of
 * `.mailstow/mailboxes.jsonl`: `[name, separator or null]`, the last line of a name counts.
 */
export class MailboxList {
  readonly #lines: JsonLines;
  readonly #delimiters = new Map<string, string | null>();

  constructor(path: string) {
    this.#lines = new JsonLines(path);
    for (const value of this.#lines.read()) {
      const entry = entryOf(value);
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
    this.#lines.append([name, delimiter]);
  }
}

function entryOf(value: unknown): [string, string | null] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [name, delimiter]: unknown[] = value;
  if (typeof name !== 'string') return undefined;
  return typeof delimiter === 'string' || delimiter === null ? [name, delimiter] : undefined;
}
