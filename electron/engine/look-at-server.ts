import type { PresentedCertificate, Server } from '../../shared/model/account.ts';
import { connectPop3 } from './pop3/session/pop3-session.ts';
import { connect } from './session/session.ts';
import type { Encryption } from './session/transport/transport.ts';

/** What a server shows to anyone who connects. */
export interface ServerDetails {
  /** Its words; secrets are none before a sign-in. */
  readonly greeting: string;
  /** As it names them before a sign-in, behind encryption where that was asked for. */
  readonly capabilities: readonly string[];
  /** undefined on an unencrypted connection, as is the certificate. */
  readonly encryption: Encryption | undefined;
  readonly certificate: PresentedCertificate | undefined;
}

/**
 * Connects, looks, and hangs up. Nobody is signed in.
 * @throws MailstowError as `connect` does; a certificate that is not trusted is a `CertificateRefused`, which has it
 */
export async function lookAtServer(server: Server, signal: AbortSignal): Promise<ServerDetails> {
  const session = await open({ server, signal, onWarning: () => undefined });
  const { greeting, security: encryption, certificate } = session;
  const capabilities = [...session.capabilities].sort();
  session.logout();
  return { greeting, capabilities, encryption, certificate };
}

async function open(options: Parameters<typeof connect>[0]) {
  if (options.server.protocol !== 'pop3') return connect(options);
  return connectPop3(options, false);
}
