import type { ServerSettings } from '../../../shared/contract.ts';
import { defaults } from '../../../shared/defaults.ts';
import type { Server } from '../../../shared/model/account.ts';

/** How the engine reaches the server that a person set up. */
export function serverOf(settings: ServerSettings): Server {
  const { host, port, security, certificateFile, certificateFolder, trustedCertificate } = settings;
  return {
    host,
    port,
    security,
    ...(certificateFile === undefined ? {} : { certificateFile }),
    ...(certificateFolder === undefined ? {} : { certificateFolder }),
    ...(trustedCertificate === undefined ? {} : { trustedCertificate }),
    timeout: security === 'none' ? defaults.timeout : defaults.timeoutTls,
    connectTimeout: defaults.connectTimeout,
  };
}
