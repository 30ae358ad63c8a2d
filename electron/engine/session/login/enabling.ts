import type { Capabilities } from '../capabilities.ts';

/**
 * What is turned on by ENABLE (RFC 5161) after the login: news of changes (RFC 7162), and another way of
 * writing names only where the server has no older one (RFC 6855 section 6, RFC 9051 section 6.3.1).
 * @returns upper case
 */
export function worthEnabling(capabilities: Capabilities): string[] {
  if (!capabilities.hasOrRev2('ENABLE')) return [];
  const changes = ['QRESYNC', 'CONDSTORE'].find(name => capabilities.has(name));
  return [
    ...(changes === undefined ? [] : [changes]),
    ...(capabilities.has('UTF8=ONLY') ? ['UTF8=ACCEPT'] : []),
    ...(capabilities.isRev2Only ? ['IMAP4REV2'] : []),
  ];
}
