import type { Credentials, Security, Server } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import { filled, readServer, wrong } from '../argument-values.ts';
import { readCredentials } from '../credentials.ts';
import { askPassword } from './ask-password.ts';
import type { Surroundings } from './command.ts';
import type { AccountValues } from './option-tables.ts';

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
  const { port, timeout, 'sign-in': signIn } = values;
  const words = { host, security, port, timeout, certificateFile, certificateFolder, signIn };
  return readServer(words, '--port');
}

/** Where user name and password are to come from. Checks the options, asks for nothing yet. */
export function credentialsOf(
  values: AccountValues,
): (surroundings: Surroundings, warn: (message: string) => void) => Promise<Credentials> {
  const authFile = filled(values['auth-file'], '--auth-file');
  const user = filled(values.user, '--user');
  const variable = filled(values['password-variable'], '--password-variable');
  if (authFile !== undefined) {
    if ((user ?? variable) !== undefined) {
      throw wrong(
        '--auth-file already gives the user name and password',
        'Leave out --user and --password-variable, or --auth-file.',
      );
    }
    return (_surroundings, warn) => readCredentials(authFile, warn);
  }
  if (user === undefined) {
    throw wrong('The user name is missing', 'Use --user NAME or --auth-file FILE.');
  }
  return async surroundings => ({
    user,
    password:
      variable === undefined
        ? await askPassword(`Password for ${user}: `, surroundings)
        : fromVariable(variable, surroundings),
  });
}

function fromVariable(name: string, { env }: Surroundings): string {
  const password = env[name];
  if (password !== undefined && password !== '') return password;
  throw new MailstowError('variable-without-password', { args: { name } });
}

function readSecurity(value: string | undefined): Security {
  if (value === undefined) return 'tls';
  if (value === 'tls' || value === 'starttls' || value === 'none') return value;
  throw wrong(`--security is tls, starttls or none, not '${value}'`, 'Choose one of them.');
}
