import { MailstowError } from '../../errors.ts';
import type { Command } from '../command.ts';
import type { Response, StatusResponse } from '../response.ts';

/**
 * RFC 9051 section 6.1.1
 * @returns names in upper case
 * @throws MailstowError 'unknown-response' when the server lists none
 */
export function capability(): Command<readonly string[]> {
  const gathered = gatherCapabilities();
  return {
    name: 'CAPABILITY',
    arguments: [],
    claim: gathered.claim,
    result: completion => {
      const capabilities = gathered.all(completion);
      if (capabilities === undefined) throw new MailstowError('no-capabilities');
      return capabilities;
    },
  };
}

/** Capabilities as a response of their own, or as the code of the tagged OK (RFC 9051 section 7.1). */
export function gatherCapabilities(): {
  claim(response: Response): boolean;
  all(completion: StatusResponse): readonly string[] | undefined;
} {
  let listed: readonly string[] | undefined;
  return {
    claim: response => {
      if (response.kind !== 'capability') return false;
      listed = response.capabilities;
      return true;
    },
    all: ({ code }) =>
      code?.name === 'CAPABILITY' ? code.list?.map(name => name.toUpperCase()) : listed,
  };
}
