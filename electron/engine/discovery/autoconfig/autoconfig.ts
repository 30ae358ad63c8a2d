import type { Address, MailServer } from '../mail-server.ts';
import { type FetchFailure, type FetchOptions, fetchLimited } from './fetch-limited.ts';
import { parseAutoconfig } from './parse-autoconfig.ts';

/**
 * Asks a domain for its settings, at both of the places for them at once; the first has the say. Over https alone, and
 * without the address: who wants that to answer does not.
 */
export async function askForSettings(
  domain: string,
  address: Address,
  options: FetchOptions,
): Promise<readonly MailServer[] | FetchFailure> {
  const asked = [
    askAt(`autoconfig.${domain}`, '/mail/config-v1.1.xml', address, options),
    askAt(domain, '/.well-known/autoconfig/mail/config-v1.1.xml', address, options),
  ];
  let failure: FetchFailure = 'not-found';
  for (const each of asked) {
    const answer = await each;
    if (typeof answer !== 'string') return answer;
    if (failure === 'not-found') failure = answer;
  }
  return failure;
}

async function askAt(host: string, path: string, address: Address, options: FetchOptions) {
  const answer = await fetchLimited(host, path, options);
  if ('failure' in answer) return answer.failure;
  const servers = parseAutoconfig(answer.text, address);
  return servers === undefined || servers.length === 0 ? 'refused' : servers;
}
