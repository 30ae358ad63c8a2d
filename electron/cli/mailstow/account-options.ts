import type { MailProtocol, Security, Server } from '../../../shared/model/account.ts';
import { filled, readServer, wrong } from '../argument-values.ts';
import type { AccountValues } from './option-tables.ts';

/** @throws MailstowError of kind `arguments`, naming the option */
export function serverOf(values: AccountValues): Server {
  const host = filled(values.server, '--server');
  if (host === undefined) {
    throw wrong('--server is missing', 'Name the server, such as imap.example.org.');
  }
  const security = readSecurity(values.security);
  const certificateFile = filled(values['certificate-file'], '--certificate-file');
  const certificateFolder = filled(values['certificate-folder'], '--certificate-folder');
  if (security === 'none' && (certificateFile ?? certificateFolder) !== undefined) {
    throw wrong(
      'A certificate works only with an encrypted connection',
      'Leave out --security none or the certificate.',
    );
  }
  const { port, timeout, compression, 'sign-in': signIn } = values;
  const protocol = readProtocol(values.protocol);
  if (protocol === 'pop3' && compression !== undefined) {
    throw wrong('--compression works only with IMAP', 'Leave out --compression.');
  }
  const words = {
    protocol,
    host,
    security,
    port,
    timeout,
    compression,
    certificateFile,
    certificateFolder,
    signIn,
  };
  return readServer(words, '--port');
}

function readProtocol(value: string | undefined): MailProtocol {
  if (value === undefined) return 'imap';
  if (value === 'imap' || value === 'pop3') return value;
  throw wrong(`--protocol is imap or pop3, not '${value}'`, 'Choose one of them.');
}

function readSecurity(value: string | undefined): Security {
  if (value === undefined) return 'tls';
  if (value === 'tls' || value === 'starttls' || value === 'none') return value;
  throw wrong(`--security is tls, starttls or none, not '${value}'`, 'Choose one of them.');
}
