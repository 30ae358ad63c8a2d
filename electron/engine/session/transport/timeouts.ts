import { defaults } from '../../../../shared/defaults.ts';
import type { Server } from '../../../../shared/model/account.ts';

/** Milliseconds of silence after which an owed answer counts as missing. */
export function timeoutOf({ timeout, security }: Server): number {
  return timeout ?? (security === 'none' ? defaults.timeout : defaults.timeoutTls);
}

/** Milliseconds for name lookup, TCP and TLS together. */
export function connectTimeoutOf({ connectTimeout }: Server): number {
  return connectTimeout ?? defaults.connectTimeout;
}
