import type { Server } from '../../../shared/model/account.ts';

/** As whom, and where, a saved secret may be sent: it goes nowhere else. */
export interface MailAccess extends Pick<Server, 'host' | 'port' | 'security'> {
  readonly user: string;
}

/** What the vault knows an access by; the same for the same access alone, whatever is in its parts. */
export function accountIdOf({ user, host, port, security }: MailAccess): string {
  return JSON.stringify([user, host.toLowerCase(), port, security]);
}

/** @returns undefined for what {@link accountIdOf} never made */
export function accessOf(accountId: string): MailAccess | undefined {
  try {
    const [user, host, port, security] = JSON.parse(accountId) as unknown[];
    const isSecurity = security === 'tls' || security === 'starttls' || security === 'none';
    return typeof user === 'string' &&
      typeof host === 'string' &&
      typeof port === 'number' &&
      isSecurity
      ? { user, host, port, security }
      : undefined;
  } catch {
    return undefined;
  }
}
