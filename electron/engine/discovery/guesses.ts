import type { MailProtocol } from '../../../shared/model/account.ts';
import { usualPorts } from './mail-server.ts';

/** A server that is tried without anybody having named it. */
export interface Guess {
  /** Absent: IMAP. */
  readonly protocol?: MailProtocol;
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
  readonly certificateFile?: string;
}

/** What is usual for a domain: IMAP first, since it has all folders. */
export function usualGuesses(domain: string): readonly Guess[] {
  const hosts = (...names: readonly string[]) => [
    ...names.map(name => `${name}.${domain}`),
    ...[`mail.${domain}`, domain],
  ];
  const at = (all: readonly string[], port: number, rest: Omit<Guess, 'host' | 'port'>) =>
    all.map(host => ({ host, port, ...rest }));
  const [imap, pop3] = [hosts('imap'), hosts('pop', 'pop3')];
  return [
    ...at(imap, usualPorts.imaps, { security: 'tls' }),
    ...at(imap, usualPorts.imap, { security: 'starttls' }),
    ...at(pop3, usualPorts.pop3s, { protocol: 'pop3', security: 'tls' }),
    ...at(pop3, usualPorts.pop3, { protocol: 'pop3', security: 'starttls' }),
  ];
}
