import type { Output } from '../../../shared/contract.ts';
import type { Credentials, Server } from '../../../shared/model/account.ts';
import { MailstowError, toFailure } from '../../engine/errors.ts';
import { ServerHabits } from '../../engine/session/server-habits.ts';
import type { Session } from '../../engine/session/session.ts';
import { connectAndLogIn } from '../../engine/session/sign-in.ts';
import { CertificateRefused } from '../../engine/session/transport/certificate-failure.ts';
import { mailboxTree } from './mailboxes.ts';

/** What it takes to log in, as a person filled it in. */
export interface AccessRequest {
  readonly server: Server;
  readonly credentials: Credentials;
}

/** Logs in and out again. Never throws on purpose: what went wrong is the answer. */
export async function testAccess(
  request: AccessRequest,
  signal: AbortSignal,
): Promise<Output<'accounts.test'>> {
  try {
    return await withSession(request, signal, async session => {
      const { security } = session;
      const encryption = security && { encryption: `${security.protocol}, ${security.cipher}` };
      return { result: 'ok', ...encryption };
    });
  } catch (error) {
    if (error instanceof CertificateRefused) {
      return { result: 'untrusted', failure: error.failure, certificate: error.seen };
    }
    if (!(error instanceof MailstowError)) throw error;
    return { result: 'failed', failure: toFailure(error) };
  }
}

/** @throws MailstowError where that cannot be found out */
export function listMailboxes(
  request: AccessRequest,
  signal: AbortSignal,
): Promise<Output<'accounts.mailboxes'>> {
  return withSession(request, signal, mailboxTree);
}

/** @param signal ends the connection, whatever it is at */
export async function withSession<Result>(
  { server, credentials }: AccessRequest,
  signal: AbortSignal,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await connectAndLogIn(
    { server, habits: new ServerHabits(), signal, onWarning: () => undefined },
    credentials,
  );
  try {
    const result = await work(session);
    session.logout();
    return result;
  } finally {
    session.destroy();
  }
}
