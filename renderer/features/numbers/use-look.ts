import { printTerm } from '../../../shared/search/print.ts';
import { mostOfTerm, quotes } from '../../../shared/search/query.ts';
import type { Shelf } from '../../parts/use-shelves.ts';
import { useStores } from '../../store/stores.ts';

/** What the numbers are of. */
export interface Scope {
  readonly account: Shelf | undefined;
  /** Of all accounts. */
  readonly isAll: boolean;
}

interface Look {
  /** @param text of a query, as a person would type it */
  (text: string): void;
  /** undefined for what no query can name */
  from(address: string): (() => void) | undefined;
}

/** Leads to the library, where the messages behind a number are found. */
export function useLook({ account, isAll }: Scope): Look {
  const { search, place } = useStores();
  const within = isAll || account === undefined ? '' : accountTerm(account.title);
  const look = (text: string) => {
    // What is searched for belongs to the entry of the history that it leads to.
    place.getState().go({ at: 'library', ...(account && { accountId: account.id }) });
    search.getState().replace(`${text}${within}`);
  };
  const from = (address: string) => {
    const text = address.trim();
    if (text === '' || text.length > mostOfTerm || quotes.test(text)) return undefined;
    return () => look(printTerm({ kind: 'words', field: 'from', text, exact: true, not: false }));
  };
  return Object.assign(look, { from });
}

function accountTerm(title: string): string {
  if (quotes.test(title)) return '';
  return ` ${printTerm({ kind: 'name', what: 'account', text: title, not: false })}`;
}
