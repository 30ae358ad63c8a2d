import type { Server } from '../../../shared/model/account.ts';
import { MailstowError } from '../errors.ts';
import { connect } from '../session/session.ts';

export type Tried = 'imap' | 'pop3' | 'unreachable' | 'not-trusted' | 'refused';

/**
 * Connects, reads the greeting, verifies the certificate and goes away: nothing is signed in to, nothing else is sent.
 * @param signal ends it
 */
export async function tryServer(server: Server, signal: AbortSignal): Promise<Tried> {
  try {
    const session = await connect({ server, signal, onWarning: () => undefined });
    session.destroy();
    return 'imap';
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    if (error.failure.code === 'greeting-of-pop3') return 'pop3';
    if (error.kind === 'certificate') return 'not-trusted';
    return error.kind === 'unknown-response' ? 'refused' : 'unreachable';
  }
}
