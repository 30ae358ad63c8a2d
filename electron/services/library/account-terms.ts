import { fold } from '../../../shared/search/fold.ts';
import type { Query, Term } from '../../../shared/search/query.ts';

/**
 * A query as one account's index is asked it: which account it is was said here.
 * @param names by which a person may mean the account
 * @returns undefined where nothing of the account can fit
 */
export function withoutAccounts(query: Query, names: readonly string[]): Query | undefined {
  const groups: Term[][] = [];
  for (const group of query) {
    const isMeant = (term: Term) => isOf(term) && isNamed(term.text, names) !== term.not;
    if (group.some(isMeant)) continue;
    const others = group.filter(term => !isOf(term));
    if (others.length === 0) return undefined;
    groups.push(others);
  }
  return groups;
}

function isOf(term: Term): term is Extract<Term, { kind: 'name' }> {
  return term.kind === 'name' && term.what === 'account';
}

function isNamed(text: string, names: readonly string[]): boolean {
  const wanted = fold(text).trim();
  return names.some(name => fold(name).includes(wanted));
}
