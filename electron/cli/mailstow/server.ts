import type { SeenCertificate, Server } from '../../../shared/model/account.ts';
import { lookAtServer, type ServerDetails } from '../../engine/look-at-server.ts';
import { moment, printable } from '../../engine/report/words.ts';
import { CertificateRefused } from '../../engine/session/transport/certificate-failure.ts';
import { filled } from '../argument-values.ts';
import { withTrace } from '../with-trace.ts';
import { serverOf } from './account-options.ts';
import type { Action } from './command.ts';
import type { serverLookOptions } from './option-tables.ts';

export const lookAt: Action<typeof serverLookOptions> = async (
  { values, operands },
  { stdout, signal },
): Promise<'SUCCESS'> => {
  const [host = ''] = operands;
  const { json = false, trace, ...access } = values;
  const server = serverOf({ ...access, server: host });
  const print = (details: Partial<ServerDetails>, certificate: SeenCertificate | undefined) => {
    const text = json
      ? asJson(server, details, certificate)
      : asLines(server, details, certificate);
    stdout.write(`${text}\n`);
  };
  try {
    const look = () => lookAtServer(server, signal);
    const details = await withTrace(filled(trace, '--trace'), look);
    print(details, details.certificate);
    return 'SUCCESS';
  } catch (error) {
    if (error instanceof CertificateRefused) print({}, error.seen);
    throw error;
  }
};

function asJson(
  { protocol = 'imap', host, port, security }: Server,
  { greeting = null, capabilities = null, encryption = null, certificate: trusted }: Shown,
  certificate: SeenCertificate | null = null,
): string {
  return JSON.stringify({
    ...{ host, port, protocol, security },
    trusted: certificate === null ? null : (trusted?.trustedBy ?? false),
    ...{ greeting, encryption },
    certificate: certificate && {
      ...{ sha256: certificate.sha256, subject: certificate.subject, issuer: certificate.issuer },
      names: certificate.names,
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
    },
    capabilities,
  });
}

type Shown = { readonly [Key in keyof ServerDetails]?: ServerDetails[Key] | null | undefined };

const securities = { tls: 'TLS', starttls: 'STARTTLS', none: 'not encrypted' } as const;

function asLines(
  { protocol = 'imap', host, port, security }: Server,
  { greeting, capabilities, encryption, certificate: trusted }: Partial<ServerDetails>,
  certificate: SeenCertificate | undefined,
): string {
  const lines = [
    `Server:       ${protocol.toUpperCase()} ${host}, port ${port}, ${securities[security]}`,
    ...(greeting === undefined ? [] : [`Greeting:     ${greeting}`]),
    ...(encryption ? [`Encryption:   ${encryption.protocol}, ${encryption.cipher}`] : []),
    ...(certificate ? certificateLines(certificate, trusted !== undefined) : []),
    ...(capabilities === undefined ? [] : [`Capabilities: ${capabilities.join(', ')}`]),
  ];
  return lines.map(printable).join('\n');
}

function certificateLines(seen: SeenCertificate, isTrusted: boolean): string[] {
  const { sha256, subject, issuer, names, validFrom, validTo } = seen;
  return [
    `Certificate:  ${isTrusted ? 'trusted' : 'NOT trusted'}`,
    `  issued to   ${[...new Set([subject, ...names])].join(', ')}`,
    `  issued by   ${issuer}`,
    `  valid       ${moment(validFrom)} to ${moment(validTo)}`,
    `  SHA-256     ${sha256.toUpperCase().replace(/..(?=.)/g, '$&:')}`,
  ];
}
