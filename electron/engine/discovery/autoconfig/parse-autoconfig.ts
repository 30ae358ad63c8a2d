import sax from 'sax';
import {
  type Address,
  filled,
  hostName,
  type MailServer,
  type SignInKind,
} from '../mail-server.ts';

/** Nothing that describes a mail account comes near these. */
const limits = { depth: 16, elements: 2_000, servers: 20 };

const signInKinds: Readonly<Record<string, SignInKind>> = {
  OAuth2: 'oauth2',
  'password-cleartext': 'password',
  plain: 'password',
  'password-encrypted': 'encrypted-password',
  secure: 'encrypted-password',
};

/** What stands in one `incomingServer`; the last of each name counts, but for `authentication`. */
interface Described {
  readonly protocol: string;
  readonly values: Map<string, string>;
  readonly authentication: string[];
}

/**
 * The incoming servers of a file of autoconfig (draft-ietf-mailmaint-autoconfig), IMAP first, else in its own order.
 * What has no encryption, no name of a server or an unknown protocol is left out.
 * @param xml at most some 100 KB
 * @returns undefined for what is no such file: damaged, with a document type, or past its bounds
 */
export function parseAutoconfig(xml: string, address: Address): readonly MailServer[] | undefined {
  const described = describedIn(xml);
  const servers = described
    ?.map(each => readServer(each, address))
    .filter(server => server !== undefined);
  return (
    servers && [
      ...servers.filter(({ protocol }) => protocol === 'imap'),
      ...servers.filter(({ protocol }) => protocol !== 'imap'),
    ]
  );
}

function describedIn(xml: string): readonly Described[] | undefined {
  // No entities but XML's own five: nothing can be made longer than it came, and nothing is fetched.
  const parser = sax.parser(true, options);
  const path: string[] = [];
  const found: Described[] = [];
  let elements = 0;
  let words = '';
  const refuse = () => {
    throw new Refused();
  };
  parser.onerror = refuse;
  parser.ondoctype = refuse;
  parser.onopentag = ({ name, attributes }) => {
    elements += 1;
    path.push(name);
    if (elements > limits.elements || path.length > limits.depth) refuse();
    words = '';
    if (path.join('/') !== 'clientConfig/emailProvider/incomingServer') return;
    if (found.length === limits.servers) refuse();
    found.push({ protocol: String(attributes.type), values: new Map(), authentication: [] });
  };
  parser.ontext = text => {
    words += text;
  };
  parser.oncdata = text => {
    words += text;
  };
  parser.onclosetag = name => {
    path.pop();
    const server = found.at(-1);
    if (server === undefined) return;
    if (path.join('/') !== 'clientConfig/emailProvider/incomingServer') return;
    if (name === 'authentication') server.authentication.push(words.trim());
    else server.values.set(name, words.trim());
  };
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
  return found;
}

/** The second is not among the types of the library. */
const options = { trim: true, strictEntities: true };

class Refused extends Error {}

function readServer(described: Described, address: Address): MailServer | undefined {
  const { protocol, values, authentication } = described;
  const host = hostName(filled(values.get('hostname') ?? '', address));
  const port = Number(values.get('port'));
  const security = { SSL: 'tls', STARTTLS: 'starttls' } as const;
  const socket = values.get('socketType');
  if (protocol !== 'imap' && protocol !== 'pop3') return undefined;
  if (socket !== 'SSL' && socket !== 'STARTTLS') return undefined;
  if (host === undefined || !Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  const kinds = authentication.map(name => signInKinds[name]).filter(kind => kind !== undefined);
  return {
    ...{ protocol, host, port, security: security[socket] },
    userName: filled(values.get('username') || '%EMAILADDRESS%', address),
    signIn: kinds.length === 0 ? ['password'] : [...new Set(kinds)],
  };
}
