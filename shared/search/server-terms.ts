import type { Query, Term } from './query.ts';

/**
 * What of a query a mail server can be asked (RFC 9051 section 6.4.4), and what it cannot: nobody tells a server what
 * is an attachment. A part that is left out makes the answer wider, never narrower.
 */
export function forServer(query: Query): { readonly said: Query; readonly unsaid: Query } {
  const isSaid = (group: readonly Term[]) => group.every(canBeSaid);
  return { said: query.filter(isSaid), unsaid: query.filter(group => !isSaid(group)) };
}

function canBeSaid(term: Term): boolean {
  switch (term.kind) {
    case 'words':
      return term.field !== 'filename' && /[\p{L}\p{N}]/u.test(term.text);
    case 'date':
    case 'size':
    case 'flag':
      return true;
    case 'name':
      return term.what === 'in';
    case 'type':
    case 'attachment':
      return false;
  }
}
