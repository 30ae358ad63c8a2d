import { Bearer } from './bearer.ts';
import type { Exchange, Login } from './exchange.ts';
import { saslName } from './sasl-name.ts';

/** RFC 7628: a refusal is acknowledged with one control character (section 3.2.3). */
export function oauthBearer({ user, secret }: Login): Exchange {
  const first = `n,a=${saslName(user)},\x01auth=Bearer ${secret}\x01\x01`;
  return new Bearer('OAUTHBEARER', first, '\x01');
}
