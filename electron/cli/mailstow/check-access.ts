import type { Credentials, Server } from '../../../shared/model/account.ts';
import { ServerHabits } from '../../engine/session/server-habits.ts';
import { connectAndLogIn } from '../../engine/session/sign-in.ts';

/** Logs in and out again. @throws MailstowError why the server does not let the person in */
export async function checkAccess(
  server: Server,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<void> {
  const options = { server, habits: new ServerHabits(), signal, onWarning: () => undefined };
  const session = await connectAndLogIn(options, credentials);
  session.logout();
}
