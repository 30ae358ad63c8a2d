import type { ServerDetails } from '../../../shared/contract.ts';
import type { Server } from '../../../shared/model/account.ts';
import { lookAtServer } from '../../engine/look-at-server.ts';
import { CertificateRefused } from '../../engine/session/transport/certificate-failure.ts';
import { clippedText } from '../clip.ts';

/**
 * What a server shows before anyone signs in; one whose certificate is not trusted shows that alone.
 * @throws MailstowError where it cannot be reached
 */
export async function serverDetails(server: Server, signal: AbortSignal): Promise<ServerDetails> {
  try {
    const { greeting, capabilities, encryption, certificate } = await lookAtServer(server, signal);
    return {
      server,
      greeting: clippedText(greeting),
      capabilities: capabilities.map(clippedText),
      ...(encryption !== undefined && { encryption }),
      ...(certificate !== undefined && { certificate }),
    };
  } catch (error) {
    if (!(error instanceof CertificateRefused)) throw error;
    return { server, certificate: error.seen, failure: error.failure };
  }
}
