import type { MailboxName } from '../mailbox-name.ts';
import { JsonLines } from './json-lines.ts';

interface Entry {
  readonly delimiter: string | null;
  /** As {@link MailboxName.raw}; archives of the first landing do not say it. */
  readonly raw?: string;
}

/**
 * The mailboxes that runs have archived, the separator that makes their names folders and their names as
 * the server spells them. Lines of `.mailstow/mailboxes.jsonl`: `[key, separator or null]` or
 * `[key, separator or null, raw name]`; the last line of a key counts.
 */
export class MailboxList {
  readonly #lines: JsonLines;
  readonly #entries = new Map<string, Entry>();
  readonly #keys = new Map<string, string>();

  constructor(path: string) {
    this.#lines = new JsonLines(path);
    for (const value of this.#lines.read()) {
      const [key, entry] = entryOf(value) ?? [];
      if (key !== undefined && entry !== undefined) this.#note(key, entry);
    }
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** @returns undefined where the mailbox is not in the list */
  delimiterOf(key: string): string | null | undefined {
    return this.#entries.get(key)?.delimiter;
  }

  /** The key that a mailbox got when its raw name was first seen. */
  keyOf(raw: string): string | undefined {
    return this.#keys.get(raw);
  }

  rawOf(key: string): string | undefined {
    return this.#entries.get(key)?.raw;
  }

  add({ key, delimiter, raw = this.rawOf(key) }: MailboxName): void {
    const known = this.#entries.get(key);
    if (known !== undefined && known.delimiter === delimiter && known.raw === raw) return;
    const entry = raw === undefined ? { delimiter } : { delimiter, raw };
    this.#note(key, entry);
    this.#lines.append(raw === undefined ? [key, delimiter] : [key, delimiter, raw]);
  }

  #note(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    if (entry.raw !== undefined) this.#keys.set(entry.raw, key);
  }
}

function entryOf(value: unknown): [string, Entry] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [key, delimiter, raw]: unknown[] = value;
  if (typeof key !== 'string') return undefined;
  if (typeof delimiter !== 'string' && delimiter !== null) return undefined;
  return [key, typeof raw === 'string' ? { delimiter, raw } : { delimiter }];
}
