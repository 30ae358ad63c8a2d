import { Bearer } from './bearer.ts';
import type { Exchange, Login } from './exchange.ts';

/** Google's and Microsoft's own, older than RFC 7628: a refusal is acknowledged with an empty line. */
export function xoauth2({ user, secret }: Login): Exchange {
  return new Bearer('XOAUTH2', `user=${user}\x01auth=Bearer ${secret}\x01\x01`, '');
}
