import type { Credentials } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import { filled, wrong } from '../argument-values.ts';
import { commandWords } from '../command-words.ts';
import { readCredentials } from '../credentials.ts';
import type { FoundCredentials } from '../found-credentials.ts';
import { passwordFromCommand } from '../password-command.ts';
import { commandFolder, hasVault, vaultOf } from '../vault/open-vault.ts';
import { serverOf } from './account-options.ts';
import { askPassword } from './ask-password.ts';
import type { Surroundings } from './command.ts';
import { signInCommand } from './named-account.ts';
import type { AccountValues } from './option-tables.ts';

export type FindCredentials = (
  surroundings: Surroundings,
  warn: (message: string) => void,
  /** Told every token: no line of a log is to have one. */
  hide: (user: string, token: string) => void,
) => Promise<FoundCredentials>;

/**
 * Where user name and password are to come from. Checks the options, asks for nothing yet.
 * @param name of the profile that the options are of
 * @throws MailstowError of kind `arguments`
 */
export function credentialsOf(values: AccountValues, name?: string): FindCredentials {
  const authFile = filled(values['auth-file'], '--auth-file');
  const user = filled(values.user, '--user');
  const variable = filled(values['password-variable'], '--password-variable');
  const command = filled(values['password-command'], '--password-command');
  const loadVault = vaultOf(values);
  if (authFile !== undefined) {
    if ((user ?? variable ?? command) !== undefined) {
      throw wrong(
        '--auth-file already gives the user name and password',
        'Leave out --user, --password-variable and --password-command, or --auth-file.',
      );
    }
    return async (_surroundings, warn) => asGiven(await readCredentials(authFile, warn));
  }
  if (user === undefined) {
    throw wrong('The user name is missing', 'Use --user NAME or --auth-file FILE.');
  }
  if (variable !== undefined && command !== undefined) {
    throw wrong(
      '--password-variable and --password-command cannot be used together',
      'Use one of them.',
    );
  }
  if (variable !== undefined) {
    return async ({ env }) => asGiven({ user, password: passwordInVariable(variable, env) });
  }
  if (command !== undefined) {
    const words = commandWords(command, '--password-command');
    return async ({ signal }) =>
      asGiven({ user, password: await passwordFromCommand(words, signal) });
  }
  const account = { server: serverOf(values), user, name: name ?? user };
  const again = signInCommand({ ...account, isProfile: name !== undefined });
  return async (surroundings, _warn, hide) => {
    if (hasVault(surroundings.env)) {
      const { savedCredentials } = await import('../vault/saved-credentials.ts');
      const vault = await loadVault(surroundings);
      const folder = commandFolder(surroundings.env);
      const saved = await savedCredentials({ ...account, again }, vault, folder, token =>
        hide(user, token),
      );
      if (saved !== undefined) return saved;
    }
    return asGiven({ user, password: await askPassword(`Password for ${user}: `, surroundings) });
  };
}

/** @throws MailstowError 'variable-without-password' */
export function passwordInVariable(name: string, env: Surroundings['env']): string {
  const password = env[name];
  if (password !== undefined && password !== '') return password;
  throw new MailstowError('variable-without-password', { args: { name } });
}

function asGiven(credentials: Credentials): FoundCredentials {
  return { credentials, explain: failure => failure };
}
