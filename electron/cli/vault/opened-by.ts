import type { KeyWays } from '../../services/vault/vault-keys.ts';

/** What opens saved sign-ins, in words. */
export function openedBy({ keyring, password }: KeyWays): string {
  const ways = [keyring && 'your system’s keyring', password && 'their password'];
  return ways.filter(way => way !== false).join(' or ');
}
