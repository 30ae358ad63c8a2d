import { fold } from './fold.ts';
import type { Query, Term } from './query.ts';

/**
 * A query without those terms of which it is known already whether they hold.
 * @param holds undefined for the others; without regard to `not`
 * @returns undefined where nothing can fit
 */
export function settled(
  query: Query,
  holds: (term: Term) => boolean | undefined,
): Query | undefined {
  const groups: Term[][] = [];
  for (const group of query) {
    const open = group.filter(term => holds(term) === undefined);
    if (group.some(term => holds(term) === !term.not)) continue;
    if (open.length === 0) return undefined;
    groups.push(open);
  }
  return groups;
}

/**
 * A query as one account is asked it: which account it is was said here.
 * @param names by which a person may mean the account
 * @returns undefined where nothing of the account can fit
 */
export function withoutAccounts(query: Query, names: readonly string[]): Query | undefined {
  return settled(query, term =>
    term.kind === 'name' && term.what === 'account' ? isNamed(term.text, names) : undefined,
  );
}

function isNamed(text: string, names: readonly string[]): boolean {
  const wanted = fold(text).trim();
  return names.some(name => fold(name).includes(wanted));
}
