import { atom, list, string } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';

type Fields = ReadonlyMap<string, string | null>;

/**
 * RFC 2971 section 3.1
 * @param fields what we say of ourselves; null says nothing
 * @returns what the server says of itself; null where it says nothing
 */
export function id(fields: ReadonlyMap<string, string> | null): Command<Fields | null> {
  let answer: Fields | null = null;
  return {
    name: 'ID',
    arguments: [fields ? list([...fields].flat().map(string)) : atom('NIL')],
    claim: response => {
      if (response.kind !== 'id') return false;
      answer = response.fields;
      return true;
    },
    result: () => answer,
  };
}
