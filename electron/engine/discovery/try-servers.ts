import type { Server } from '../../../shared/model/account.ts';
import { MailstowError } from '../errors.ts';
import { connectPop3 } from '../pop3/session/pop3-session.ts';
import { connect } from '../session/session.ts';

export type Tried = 'imap' | 'pop3' | 'unreachable' | 'not-trusted' | 'refused';

/**
 * Connects, reads the greeting, verifies the certificate, asks at most what the server can do and goes away: nothing is
 * signed in to.
 * @param signal ends it
 */
export async function tryServer(server: Server, signal: AbortSignal): Promise<Tried> {
  const { protocol = 'imap' } = server;
  const options = { server, signal, onWarning: () => undefined };
  try {
    const session = await (protocol === 'imap' ? connect(options) : connectPop3(options, false));
    session.destroy();
    return protocol;
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    if (error.failure.code === 'greeting-of-pop3') return 'pop3';
    if (error.failure.code === 'greeting-of-imap') return 'imap';
    if (error.kind === 'certificate') return 'not-trusted';
    return error.kind === 'unknown-response' ? 'refused' : 'unreachable';
  }
}
