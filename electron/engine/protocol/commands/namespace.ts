import { MailstowError } from '../../errors.ts';
import type { Command } from '../command.ts';
import type { NamespaceResponse } from '../response.ts';

/**
 * RFC 9051 section 6.3.10
 * @throws MailstowError 'unknown-response' when the server names none
 */
export function namespace(): Command<NamespaceResponse> {
  let namespaces: NamespaceResponse | undefined;
  return {
    name: 'NAMESPACE',
    arguments: [],
    claim: response => {
      if (response.kind !== 'namespace') return false;
      namespaces = response;
      return true;
    },
    result: () => {
      if (namespaces === undefined) throw new MailstowError('no-namespaces');
      return namespaces;
    },
  };
}
