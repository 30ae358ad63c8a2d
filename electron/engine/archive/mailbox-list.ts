import { hash } from 'node:crypto';
import type { MailboxName } from '../mailbox-name.ts';
import { JsonLines } from './disk/json-lines.ts';

interface Entry {
  readonly delimiter: string | null;
  /** {@link digestOf} the raw name; archives of the first landing do not say it. */
  readonly digest?: string;
}

/**
 * The mailboxes that runs have archived, the separator that makes their names folders, and what tells names apart
 * that read alike. Lines of `.mailstow/mailboxes.jsonl`: `[key, separator or null]` or
 * `[key, separator or null, digest of the raw name]`; the last line of a key counts.
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
    return this.#keys.get(digestOf(raw));
  }

  add({ key, delimiter, raw }: MailboxName): void {
    const known = this.#entries.get(key);
    const digest = raw === undefined ? known?.digest : digestOf(raw);
    if (known !== undefined && known.delimiter === delimiter && known.digest === digest) return;
    this.#note(key, digest === undefined ? { delimiter } : { delimiter, digest });
    this.#lines.append(digest === undefined ? [key, delimiter] : [key, delimiter, digest]);
  }

  #note(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    if (entry.digest !== undefined) this.#keys.set(entry.digest, key);
  }
}

/** Enough to know a name again; the name itself could hold what must not be written down. */
function digestOf(raw: string): string {
  return hash('sha256', Buffer.from(raw, 'latin1'), 'base64url').slice(0, 22);
}

function entryOf(value: unknown): [string, Entry] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [key, delimiter, digest]: unknown[] = value;
  if (typeof key !== 'string') return undefined;
  if (typeof delimiter !== 'string' && delimiter !== null) return undefined;
  return [key, typeof digest === 'string' ? { delimiter, digest } : { delimiter }];
}
