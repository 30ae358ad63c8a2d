import { homedir } from 'node:os';
import { join } from 'node:path';

/** For what tests fetch once: outside of the checkout, and as root where every user can read it. */
export function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/mailstow-tests';
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mailstow-tests');
}
