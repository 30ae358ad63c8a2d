import type { Security, Server } from '../../../../shared/model/account.ts';
import type { Trust } from './trust.ts';

/** Where a server is and how it is reached. */
export interface Endpoint {
  /** Name, IPv4 or IPv6 address (without brackets). */
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly trust: Trust;
  /** Milliseconds for name lookup, TCP and TLS together. */
  readonly connectTimeout: number;
  /** Milliseconds of silence after which an owed answer counts as missing. */
  readonly timeout: number;
}

/** The endpoint of a server as it was set up. */
export function endpointOf(server: Server): Endpoint {
  const { certificateFile, certificateFolder, trustedCertificate } = server;
  const trust = {
    ...(certificateFile === undefined ? {} : { certificateFile }),
    ...(certificateFolder === undefined ? {} : { certificateFolder }),
    ...(trustedCertificate === undefined ? {} : { fingerprint: trustedCertificate }),
  };
  return { ...server, trust };
}
