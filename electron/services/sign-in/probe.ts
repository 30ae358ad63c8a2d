import type { Server } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import { connectPop3 } from '../../engine/pop3/session/pop3-session.ts';
import { ServerHabits } from '../../engine/session/server-habits.ts';
import { connect } from '../../engine/session/session.ts';
import type { Connected } from '../../engine/session/sign-in.ts';

/** What a mail server says of signing in. */
export interface SignInOffer {
  readonly takesPasswords: boolean;
  /** Where its provider's sign-in is described; its own words. */
  readonly configuration?: string | undefined;
  /** What a token has to be good for; its own words. */
  readonly scope?: string | undefined;
}

/** A token that is none: whoever asks with it is told where to get one (RFC 7628 section 3.2.2). */
const noToken = 'none';

/**
 * Asks a mail server, without a secret, how one can sign in.
 * @returns undefined where it cannot be asked: the person hears why when they sign in
 */
export async function askServer(
  server: Server,
  user: string,
  signal: AbortSignal,
): Promise<SignInOffer | undefined> {
  const options = { server, habits: new ServerHabits(), signal, onWarning: () => undefined };
  let session: Connected | undefined;
  try {
    if (server.protocol === 'pop3') {
      session = await connectPop3(options, false);
      // Where tokens are taken too is told by the attempt alone.
      return { takesPasswords: true, ...(await descriptionOf(session, user)) };
    }
    const opened = await connect(options);
    session = opened;
    const { capabilities } = opened;
    const takesPasswords = takesPasswordsBy(capabilities);
    if (!capabilities.has('AUTH=OAUTHBEARER')) return { takesPasswords };
    return { takesPasswords, ...(await descriptionOf(session, user)) };
  } catch (error) {
    if (signal.aborted || !(error instanceof MailstowError)) throw error;
    return undefined;
  } finally {
    session?.destroy();
  }
}

async function descriptionOf(session: Connected, user: string): Promise<Partial<SignInOffer>> {
  try {
    await session.login(user, noToken, { kind: 'token', only: 'oauthbearer' });
    return {};
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    const { openidConfiguration: configuration, openidScope: scope } = error.failure;
    return { configuration, scope };
  }
}

function takesPasswordsBy(capabilities: ReadonlySet<string>): boolean {
  if (!capabilities.has('LOGINDISABLED')) return true;
  return [...capabilities].some(name => /^AUTH=(?:PLAIN|LOGIN|CRAM-MD5|SCRAM-.*)$/.test(name));
}
