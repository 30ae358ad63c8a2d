import type { Output } from '../../../shared/contract.ts';
import type { Credentials, Server } from '../../../shared/model/account.ts';
import { MailstowError, toFailure } from '../../engine/errors.ts';
import { connectPop3, type Pop3Session } from '../../engine/pop3/session/pop3-session.ts';
import { ServerHabits } from '../../engine/session/server-habits.ts';
import type { Session } from '../../engine/session/session.ts';
import { connectAndLogIn, signInOn } from '../../engine/session/sign-in.ts';
import { CertificateRefused } from '../../engine/session/transport/certificate-failure.ts';
import { mailboxTree, maildropTree } from './mailboxes.ts';

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
    const tell = async ({ security }: Pick<Session, 'security'>) => {
      const encryption = security && { encryption: `${security.protocol}, ${security.cipher}` };
      return { result: 'ok' as const, ...encryption };
    };
    return isByPop3(request)
      ? await withMaildrop(request, signal, tell)
      : await withSession(request, signal, tell);
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
  return isByPop3(request)
    ? withMaildrop(request, signal, maildropTree)
    : withSession(request, signal, mailboxTree);
}

export function isByPop3({ server }: Pick<AccessRequest, 'server'>): boolean {
  return server.protocol === 'pop3';
}

/** The maildrop is nobody else's until the server has heard the goodbye, so that is waited for. */
async function withMaildrop<Result>(
  { server, credentials }: AccessRequest,
  signal: AbortSignal,
  work: (session: Pop3Session) => Promise<Result>,
): Promise<Result> {
  const habits = new ServerHabits();
  const options = { server, habits, signal, onWarning: () => undefined };
  const session = await signInOn(each => connectPop3(each, false), options, credentials);
  try {
    const result = await work(session);
    await session.quit().catch(error => {
      if (!(error instanceof MailstowError)) throw error;
    });
    return result;
  } finally {
    session.destroy();
  }
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
