import { MailstowError } from '../../engine/errors.ts';

/** Characters of an address that a browser ends at: codes have some hundreds to two thousand. */
const longest = 10_000;

/**
 * The answer of a provider in the address that the browser was led to.
 * @param redirectUri of this sign-in
 * @param state of this sign-in
 * @throws MailstowError `redirect-not-understood` for anything else, `redirect-of-other-sign-in`
 */
export function readRedirect(address: string, redirectUri: string, state: string): URLSearchParams {
  const text = address.trim();
  if (text.length > longest || !URL.canParse(text)) throw notUnderstood(redirectUri);
  const { origin, pathname, searchParams, username, password } = new URL(text);
  const own = new URL(redirectUri);
  const isOwn = origin === own.origin && pathname === own.pathname && username + password === '';
  if (!isOwn) throw isLoopback(text) ? ofOther() : notUnderstood(redirectUri);
  const once = ['code', 'state', 'error', 'iss'].every(
    name => searchParams.getAll(name).length < 2,
  );
  if (!once || !(searchParams.has('code') || searchParams.has('error'))) {
    throw notUnderstood(redirectUri);
  }
  if (searchParams.get('state') !== state) throw ofOther();
  return searchParams;
}

/** Of another port: another sign-in's. */
function isLoopback(address: string): boolean {
  const { hostname, searchParams } = new URL(address);
  return ['127.0.0.1', 'localhost'].includes(hostname) && searchParams.has('state');
}

function notUnderstood(start: string): MailstowError {
  return new MailstowError('redirect-not-understood', { args: { start } });
}

function ofOther(): MailstowError {
  return new MailstowError('redirect-of-other-sign-in');
}
