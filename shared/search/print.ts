import type { Query, Term } from './query.ts';
import { writeSize } from './size.ts';

/** The text that `parse` reads as this query again. */
export function print(query: Query): string {
  return query.map(group => group.map(printTerm).join(' or ')).join(' ');
}

export function printTerm(term: Term): string {
  return `${term.not ? '-' : ''}${plain(term)}`;
}

function plain(term: Term): string {
  switch (term.kind) {
    case 'words': {
      const { field, text, exact } = term;
      const value = exact ? `"${text}"` : text;
      return field === 'anywhere' ? value : `${field}:${value}`;
    }
    case 'name':
      return `${term.what}:${term.text.includes(' ') ? `"${term.text}"` : term.text}`;
    case 'date':
      return `${term.how}:${term.day}`;
    case 'size':
      return `${term.how}:${writeSize(term.bytes)}`;
    case 'type':
      return `type:${term.type}`;
    case 'flag':
      return `is:${term.flag}`;
    case 'attachment':
      return 'has:attachment';
  }
}
