import { fetchRealServers } from '../servers/real/kinds.ts';
import { proveByTests } from './by-tests.ts';

/**
 * 2,000 messages of Dovecot and of Courier by POP3, STLS and POP3S as by IMAP, 100,000 on a scripted server with UIDL,
 * without, and all alike, and 50 runs that end by SIGKILL with and without UIDL, in both layouts.
 */
export async function prove(scale: number): Promise<void> {
  fetchRealServers();
  const suites = ['dovecot', 'courier', 'many'].map(name => `tests/engine/pop3/${name}.test.ts`);
  proveByTests(scale, [...suites, 'tests/accidents/pop3-kills.test.ts']);
}
