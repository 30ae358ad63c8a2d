import type { Credentials } from '../../../shared/model/account.ts';
import { Secrets } from './login/secrets.ts';
import type { ServerHabits } from './server-habits.ts';
import { connect, type Session, type SessionOptions } from './session.ts';

/**
 * Connects and logs in. A server that hangs up over one way of logging in, or has to be asked afresh, is tried
 * with the next.
 * @param prepare called with each session before its login
 * @throws MailstowError as {@link connect} and {@link Session.login} do
 */
export async function connectAndLogIn(
  options: SessionOptions & { readonly habits: ServerHabits },
  credentials: Credentials,
  prepare?: (session: Session) => void,
): Promise<Session> {
  const { server, habits, signal } = options;
  const { user, password, kind } = credentials;
  for (;;) {
    // What the server learned on one connection it may say in the greeting of the next.
    const session = await connect({ ...options, secrets: new Secrets(user, password) });
    try {
      prepare?.(session);
      await session.login(user, password, { kind, only: server.signIn });
      return session;
    } catch (error) {
      session.destroy();
      if (habits.logins.unfinished === undefined || signal?.aborted) throw error;
    }
  }
}
