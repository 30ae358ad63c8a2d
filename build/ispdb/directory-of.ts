import {
  type Described,
  readSettings,
  signInKinds,
} from '../../electron/engine/discovery/autoconfig/read-settings.ts';
import {
  hostName,
  type ServerRow,
  type SignInKind,
  usualPorts,
} from '../../electron/engine/discovery/mail-server.ts';

/** A provider in the bundled directory. */
interface Entry {
  readonly domains: readonly string[];
  readonly servers: readonly ServerRow[];
}

/** One of the directory's files. */
export interface DirectoryFile {
  readonly name: string;
  readonly xml: string;
}

/**
 * The facts of Thunderbird's directory: domains and the servers that encrypt, IMAP first, else in the order of the file. A domain
 * that two files claim is the later one's, which is how Mailstow reads the table too.
 * @param files in the order in which they are to stand
 * @returns what is bundled, and the files of which nothing is: those that cannot be read, and those without a server
 *   that encrypts
 */
export function directoryOf(files: readonly DirectoryFile[]) {
  const providers: Entry[] = [];
  const unreadable: string[] = [];
  const unencrypted: string[] = [];
  for (const { name, xml } of files) {
    const settings = readSettings(xml);
    if (settings === undefined) unreadable.push(name);
    else {
      const rows = settings.servers.map(rowOf).filter(row => row !== undefined);
      const servers = [...rows.filter(isImap), ...rows.filter(row => !isImap(row))];
      const domains = settings.domains.map(domain => domain.toLowerCase());
      if (servers.length === 0) unencrypted.push(name);
      else providers.push({ domains, servers });
    }
  }
  return { providers, unreadable, unencrypted };
}

const schemes = {
  imap: { SSL: 'imaps', STARTTLS: 'imap' },
  pop3: { SSL: 'pop3s', STARTTLS: 'pop3' },
} as const;

function rowOf({ protocol, values, authentication }: Described): ServerRow | undefined {
  const socket = values.get('socketType');
  if (protocol !== 'imap' && protocol !== 'pop3') return undefined;
  if (socket !== 'SSL' && socket !== 'STARTTLS') return undefined;
  const scheme = schemes[protocol][socket];
  const host = values.get('hostname') ?? '';
  const port = Number(values.get('port'));
  // With a placeholder it is a name only when that is filled in.
  if (hostName(host.replaceAll('%EMAILDOMAIN%', 'example.org')) === undefined) return undefined;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  const user = values.get('username') || '%EMAILADDRESS%';
  const signIn = authentication.map(name => signInKinds.get(name)).filter(isKind);
  const isPasswordAlone = signIn.every(kind => kind === 'password');
  return {
    at: `${scheme}://${host}${port === usualPorts[scheme] ? '' : `:${port}`}`,
    ...(user === '%EMAILADDRESS%' ? {} : { user }),
    ...(isPasswordAlone ? {} : { signIn: [...new Set(signIn)] }),
  };
}

function isImap({ at }: ServerRow): boolean {
  return at.startsWith('imap');
}

function isKind(kind: SignInKind | undefined): kind is SignInKind {
  return kind !== undefined;
}
