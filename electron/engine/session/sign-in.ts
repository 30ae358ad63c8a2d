import type { Credentials, FixedCredentials } from '../../../shared/model/account.ts';
import { MailstowError } from '../errors.ts';
import { Secrets } from './login/secrets.ts';
import type { ServerHabits } from './server-habits.ts';
import { connect, type Session, type SessionOptions } from './session.ts';

/** A connection on which nobody has signed in, of whatever protocol. */
export type Connected = Pick<Session, 'login' | 'destroy'>;

/**
 * Connects and logs in. A server that hangs up over one way of logging in, or has to be asked afresh, is tried
 * with the next. A token is asked for each time, since it expires; where the server refuses it all the same, it is
 * renewed once.
 * @param prepare called with each session before its login
 * @throws MailstowError as {@link connect} and {@link Session.login} do
 */
export function connectAndLogIn(
  options: SessionOptions & { readonly habits: ServerHabits },
  credentials: Credentials,
  prepare?: (session: Session) => void,
): Promise<Session> {
  return signInOn(connect, options, credentials, prepare);
}

/** The same on connections that `open` makes, of whatever protocol. */
export async function signInOn<Opened extends Connected>(
  open: (options: SessionOptions) => Promise<Opened>,
  options: SessionOptions & { readonly habits: ServerHabits },
  credentials: Credentials,
  prepare?: (session: Opened) => void,
): Promise<Opened> {
  const { server, habits, signal } = options;
  let refused: string | undefined;
  for (;;) {
    const { user, password, kind } = await untilAborted(present(credentials, refused), signal);
    // What the server learned on one connection it may say in the greeting of the next.
    const session = await open({ ...options, secrets: new Secrets(user, password) });
    try {
      prepare?.(session);
      await session.login(user, password, { kind, only: server.signIn });
      return session;
    } catch (error) {
      session.destroy();
      if (signal?.aborted) throw error;
      if (refused === undefined && 'tokens' in credentials && isRefusedToken(error)) {
        refused = password;
      } else if (habits.logins.unfinished === undefined) throw error;
    }
  }
}

async function present(
  credentials: Credentials,
  refused: string | undefined,
): Promise<FixedCredentials> {
  if (!('tokens' in credentials)) return credentials;
  const { user, tokens } = credentials;
  return { user, password: await tokens.token(refused), kind: 'token' };
}

function isRefusedToken(error: unknown): boolean {
  return error instanceof MailstowError && error.kind === 'sign-in-needed';
}

/** Whoever gives the token goes on: others may wait for it too. */
async function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
