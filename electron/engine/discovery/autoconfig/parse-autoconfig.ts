import { type Address, filled, hostName, type MailServer } from '../mail-server.ts';
import { type Described, readSettings, signInKinds } from './read-settings.ts';

/** Characters; an address has 254 at most. */
const longestUserName = 320;

/**
 * The incoming servers of a file of autoconfig, IMAP first, else in its own order. What has no encryption, no name of a
 * server, no port, an unknown protocol or a user name that nobody could type is left out.
 * @param xml at most some 100 KB
 * @returns undefined for what is no such file
 */
export function parseAutoconfig(xml: string, address: Address): readonly MailServer[] | undefined {
  const servers = readSettings(xml)
    ?.servers.map(each => readServer(each, address))
    .filter(server => server !== undefined);
  return (
    servers && [
      ...servers.filter(({ protocol }) => protocol === 'imap'),
      ...servers.filter(({ protocol }) => protocol !== 'imap'),
    ]
  );
}

function readServer(described: Described, address: Address): MailServer | undefined {
  const { protocol, values, authentication } = described;
  const host = hostName(filled(values.get('hostname') ?? '', address));
  const port = portOf(values.get('port') ?? '');
  const userName = userNameOf(values.get('username') ?? '', address);
  const security = { SSL: 'tls', STARTTLS: 'starttls' } as const;
  const socket = values.get('socketType');
  if (protocol !== 'imap' && protocol !== 'pop3') return undefined;
  if (socket !== 'SSL' && socket !== 'STARTTLS') return undefined;
  if (host === undefined || port === undefined || userName === undefined) return undefined;
  const kinds = authentication
    .map(name => signInKinds.get(name))
    .filter(kind => kind !== undefined);
  return {
    ...{ protocol, host, port, security: security[socket], userName },
    signIn: kinds.length === 0 ? ['password'] : [...new Set(kinds)],
  };
}

/** @returns undefined for what is no port; `0x3e1` and `1e3`, which JavaScript would read, among it */
function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** @returns undefined for one that would break a line, hide a part of itself or fill the window */
function userNameOf(template: string, address: Address): string | undefined {
  if (template.length > longestUserName) return undefined;
  const name = filled(template || '%EMAILADDRESS%', address);
  return name.length > longestUserName || /[\p{C}\p{Zl}\p{Zp}]/u.test(name) ? undefined : name;
}
