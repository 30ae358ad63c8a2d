import { MailstowError } from '../errors.ts';
import { type Address, hostName } from './mail-server.ts';

/** @throws MailstowError 'not-an-address' */
export function readAddress(text: string): Address {
  const whole = text.trim();
  const [, local, name] = /^([^\s@]+)@([^\s@]+)$/.exec(whole) ?? [];
  const domain = name === undefined ? undefined : hostName(name);
  if (local === undefined || domain === undefined) throw new MailstowError('not-an-address');
  return { whole, local, domain };
}

/** Names that are nobody's (RFC 2606, RFC 6761): there is nothing to ask the network for. */
export function isReserved(domain: string): boolean {
  return /(^|\.)(test|example|invalid|localhost|example\.(com|net|org))$/.test(domain);
}
