import type { Credentials, FixedCredentials, TokenSource } from '../../../shared/model/account.ts';

/** Credentials as they go to a thread: it asks for tokens, which are renewed in one place alone. */
export type SentCredentials = FixedCredentials | { readonly user: string; readonly asks: true };

/** The question of a thread: the token that was refused, if any. */
interface TokenQuestion {
  readonly refused: string | undefined;
}

/** What goes to the thread. */
export function sent(credentials: Credentials): SentCredentials {
  return 'tokens' in credentials ? { user: credentials.user, asks: true } : credentials;
}

/** What answers the thread's questions. */
export function answering(
  credentials: Credentials | undefined,
): (question: unknown) => Promise<unknown> {
  return async question => {
    if (credentials === undefined || !('tokens' in credentials)) {
      throw new RangeError('No tokens are to be had here.');
    }
    return credentials.tokens.token((question as TokenQuestion).refused);
  };
}

/**
 * What came, in the thread.
 * @param ask answers from where the thread was started
 */
export function received(
  credentials: SentCredentials,
  ask: (question: TokenQuestion) => Promise<unknown>,
): Credentials {
  if (!('asks' in credentials)) return credentials;
  const tokens: TokenSource = { token: async refused => String(await ask({ refused })) };
  return { user: credentials.user, tokens };
}
