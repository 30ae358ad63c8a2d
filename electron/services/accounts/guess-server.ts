import type { Output } from '../../../shared/contract.ts';
import { defaults } from '../../../shared/defaults.ts';
import { MailstowError } from '../../engine/errors.ts';
import { knownServer } from './known-servers.ts';

/**
 * Where the server of an address is likely to be: that of its provider where it is known, else
 * `imap.` before the domain, as most are called. Asks nobody.
 * @throws MailstowError for what is no address
 */
export function guessServer(email: string): Output<'accounts.guess'> {
  const address = email.trim();
  const domain = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(address)?.[1]?.toLowerCase();
  if (domain === undefined) throw noAddress();
  const {
    host = `imap.${domain}`,
    port,
    security = 'tls',
    noteKey,
    page,
  } = knownServer(domain) ?? {};
  return {
    server: { host, port: port ?? defaults.portTls, security },
    user: address,
    ...(noteKey === undefined ? {} : { noteKey }),
    ...(page === undefined ? {} : { page }),
  };
}

function noAddress(): MailstowError {
  return new MailstowError('not-an-address');
}
