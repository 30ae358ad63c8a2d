/** What a server says it can do (RFC 2449), which changes with STLS and with the login. */
export interface Pop3Capabilities {
  /** By name, in upper case, each with what stands behind it. */
  readonly offered: ReadonlyMap<string, readonly string[]>;
  /** It answered CAPA; else it is an older one, of which nothing is known. */
  readonly isTold: boolean;
}

export const noCapabilities: Pop3Capabilities = { offered: new Map(), isTold: false };

/** @param lines of the answer to CAPA */
export function capabilitiesOf(lines: readonly string[]): Pop3Capabilities {
  const offered = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [name = '', ...rest] = line.trim().split(/\s+/);
    if (name !== '') offered.set(name.toUpperCase(), rest);
  }
  return { offered, isTold: true };
}

/** Several commands may be sent before the first is answered. */
export function isPipelined({ offered }: Pop3Capabilities): boolean {
  return offered.has('PIPELINING');
}

/** Days for which messages stay on the server once they were fetched (RFC 2449 section 6.7); undefined where for ever or not told. */
export function expiryOf({ offered }: Pop3Capabilities): number | undefined {
  const [days = ''] = offered.get('EXPIRE') ?? [];
  return /^\d{1,6}$/.test(days) ? Number(days) : undefined;
}

/** The command UTF8 is known, which comes before the login (RFC 6856 section 2). */
export function hasUtf8({ offered }: Pop3Capabilities): boolean {
  return offered.has('UTF8');
}

/** Milliseconds between two logins (RFC 2449 section 6.5); undefined where the server does not say. */
export function loginDelayOf({ offered }: Pop3Capabilities): number | undefined {
  const [seconds = ''] = offered.get('LOGIN-DELAY') ?? [];
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

/**
 * What is offered for signing in, as IMAP names it.
 * @param hasApop the greeting has what APOP needs, and the connection is not encrypted: behind TLS it would only cost a
 *   try, because many servers greet so and keep no password that it could be checked by
 */
export function signInOffer({ offered, isTold }: Pop3Capabilities, hasApop: boolean): Set<string> {
  const mechanisms = (offered.get('SASL') ?? []).map(each => `AUTH=${each.toUpperCase()}`);
  const names = new Set(mechanisms);
  if (hasApop) names.add('AUTH=APOP');
  if (offered.has('STLS')) names.add('STARTTLS');
  // Without encryption a server leaves USER out where it takes no password; some forget it, and take it all the same.
  if (isTold && !offered.has('USER') && names.size > 0) names.add('LOGINDISABLED');
  return names;
}
