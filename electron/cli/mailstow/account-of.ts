import { MailstowError } from '../../engine/errors.ts';
import { filled, wrong } from '../argument-values.ts';
import { serverOf } from './account-options.ts';
import type { Surroundings } from './command.ts';
import type { NamedAccount } from './named-account.ts';
import type { AccountValues } from './option-tables.ts';
import { profileNames, readProfile } from './profiles.ts';

/** Options that say where the server is, in the place of a search or of a profile's. */
type ServerValues = Pick<
  AccountValues,
  'server' | 'port' | 'security' | 'certificate-file' | 'certificate-folder' | 'timeout'
>;

/**
 * The account of a saved profile, else of an address, whose server is searched for where it is not given.
 * @throws MailstowError of kind `arguments` for what is neither, 'no-server-found', 'search-stopped'
 */
export async function accountOf(
  name: string,
  values: ServerValues,
  { env, signal }: Pick<Surroundings, 'env' | 'signal'>,
): Promise<NamedAccount> {
  if ((await profileNames(env)).includes(name)) return ofProfile(name, values, env);
  if (filled(values.server, '--server') !== undefined) {
    return { name, isProfile: false, server: serverOf(values), user: name };
  }
  if (name.includes('@')) return ofAddress(name, values, signal);
  throw wrong(
    `'${name}' is neither a saved profile nor an email address`,
    "'mailstow profile list' lists the profiles; a user name that is no address needs --server.",
  );
}

async function ofProfile(
  name: string,
  values: ServerValues,
  env: Surroundings['env'],
): Promise<NamedAccount> {
  const { options } = await readProfile(name, env);
  const { user } = options;
  if (user === undefined) {
    throw wrong(
      `The profile '${name}' takes user name and password from a file`,
      'Save it with --user in the place of --auth-file, then sign in.',
    );
  }
  return { name, isProfile: true, server: serverOf({ ...options, ...values }), user };
}

async function ofAddress(
  address: string,
  values: ServerValues,
  signal: AbortSignal,
): Promise<NamedAccount> {
  // Its tables are needed here alone.
  const { discover } = await import('../../engine/discovery/discover.ts');
  const discovery = await discover(address, { signal });
  if (signal.aborted) throw new MailstowError('search-stopped');
  const { found, closed } = discovery;
  const { domain } = discovery.address;
  if (closed !== undefined) {
    const { provider } = closed.page;
    throw new MailstowError('provider-without-imap', { args: { provider } });
  }
  if (found?.server.protocol !== 'imap') {
    throw new MailstowError('no-server-found', { args: { domain } });
  }
  const { host, port, security, userName } = found.server;
  if (found.isElsewhere) {
    throw wrong(
      `${host} lies outside of ${domain}, so nothing is sent there`,
      `If it is your provider’s, add --server ${host}.`,
    );
  }
  const server = serverOf({ port: String(port), security, ...values, server: host });
  return { name: address, isProfile: false, server, user: userName };
}
