import type { Account } from '../../shared/contract.ts';

/** An account as a person may have set it up, never archived. */
export function anAccount(changes: Partial<Account> = {}): Account {
  return {
    id: 'one',
    hasPassword: true,
    profile: {
      email: 'accounts@example.org',
      user: 'accounts@example.org',
      server: { host: 'imap.example.org', port: 993, security: 'tls' },
      leftOut: [],
      headersOnly: false,
      unseenOnly: false,
      folder: '/home/mail',
      rememberPassword: true,
    },
    ...changes,
  };
}
