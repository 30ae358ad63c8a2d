import { canonicalText, levelsOf, type MailboxName } from '../../mailbox-name.ts';

/**
 * Mailboxes by what is left of their names on another server, which may have another separator between the levels
 * (`Work.2024`, `Work/2024`) or put everything below a prefix (`INBOX.Sent`, `Sent`). Only a place to look first:
 * whether two mailboxes are the same is told by what they hold.
 */
export class LikeNames {
  readonly #byKey = new Map<string, MailboxName>();
  readonly #byLevels = new Map<string, MailboxName[]>();
  readonly #byLastLevel = new Map<string, MailboxName[]>();

  constructor(names: Iterable<MailboxName>) {
    for (const name of names) {
      this.#byKey.set(name.key, name);
      add(this.#byLevels, sameLevels(name), name);
      add(this.#byLastLevel, lastLevel(name), name);
    }
  }

  /** Those that may be called so here, the likeliest first, each once. */
  of(name: MailboxName): ReadonlySet<MailboxName> {
    const same = this.#byKey.get(name.key);
    return new Set([
      ...(same === undefined ? [] : [same]),
      ...(this.#byLevels.get(sameLevels(name)) ?? []),
      ...(this.#byLastLevel.get(lastLevel(name)) ?? []),
    ]);
  }
}

function add(names: Map<string, MailboxName[]>, by: string, name: MailboxName): void {
  const group = names.get(by);
  if (group === undefined) names.set(by, [name]);
  else group.push(name);
}

/** Some servers keep all mailboxes below INBOX, where others have them beside it. */
function sameLevels(name: MailboxName): string {
  const [first = '', ...below] = levels(name);
  return JSON.stringify(
    canonicalText(first) === 'INBOX' && below.length > 0 ? below : [first, ...below],
  );
}

function lastLevel(name: MailboxName): string {
  return levels(name).at(-1) ?? '';
}

function levels(name: MailboxName): string[] {
  return levelsOf(name).map(level => level.normalize());
}
