import { printable } from '../../engine/report/words.ts';
import type { KeyWays } from '../../services/vault/vault-keys.ts';
import { filled, wrong } from '../argument-values.ts';
import type { ValuesOf } from '../option-table.ts';
import { accountIdOf } from '../vault/mail-access.ts';
import { commandFolder, vaultOf } from '../vault/open-vault.ts';
import { openedBy } from '../vault/opened-by.ts';
import { accountOf } from './account-of.ts';
import { askPassword } from './ask-password.ts';
import { checkAccess } from './check-access.ts';
import type { Action, Surroundings } from './command.ts';
import { passwordInVariable } from './credentials-of.ts';
import { archiveCommand, type NamedAccount } from './named-account.ts';
import type { signInOptions } from './option-tables.ts';
import type { beginWithProvider } from './sign-in-with-provider.ts';

type Values = ValuesOf<typeof signInOptions>;

export const signIn: Action<typeof signInOptions> = async (
  { values, operands },
  surroundings,
): Promise<'SUCCESS'> => {
  const [name = ''] = operands;
  const isPassword = wantsPassword(values);
  const loadVault = vaultOf(values);
  const account = await accountOf(name, values, surroundings);
  const vault = await loadVault(surroundings);
  const begin = isPassword ? undefined : await withProvider(account, values, surroundings);
  const { server, user } = account;
  const { signal } = surroundings;
  const id = accountIdOf({ user, ...server });
  // A run that renews the former grant at this moment would save that one again.
  const save = async (secret: string) => {
    const { aloneWithGrant } = await import('../../services/sign-in/renewal-lock.ts');
    const grant = { folder: commandFolder(surroundings.env), key: id };
    await aloneWithGrant(grant, () => vault.write(id, secret));
  };
  if (begin === undefined) {
    const password = await passwordFor(user, values, surroundings);
    await checkAccess(server, { user, password }, signal);
    const ways = await vault.prepare();
    await save(password);
    tell(account, undefined, ways, values, surroundings);
    return 'SUCCESS';
  }
  // Before the person takes any trouble.
  const ways = await vault.prepare();
  const { text, provider, tokens } = await begin();
  await save(text);
  tell(account, provider, ways, values, surroundings);
  await checkAccess(server, { user, tokens }, signal);
  return 'SUCCESS';
};

async function withProvider(...asked: Parameters<typeof beginWithProvider>) {
  const { beginWithProvider } = await import('./sign-in-with-provider.ts');
  return beginWithProvider(...asked);
}

/** @throws MailstowError of kind `arguments` for options that do not go together */
function wantsPassword(values: Values): boolean {
  const { password, 'password-variable': variable } = values;
  const { device, as, 'client-id': id, 'client-secret-variable': secret } = values;
  if (id === undefined && secret !== undefined) {
    throw wrong('--client-secret-variable belongs to --client-id', 'Add --client-id.');
  }
  if (!password && variable === undefined) return false;
  if ((device ?? as ?? id) === undefined) return true;
  throw wrong(
    'A password cannot be saved together with --device, --as or --client-id',
    'Leave them out, or the password.',
  );
}

async function passwordFor(
  user: string,
  values: Values,
  surroundings: Surroundings,
): Promise<string> {
  const variable = filled(values['password-variable'], '--password-variable');
  if (variable !== undefined) return passwordInVariable(variable, surroundings.env);
  return askPassword(`Password for ${user}: `, surroundings);
}

function tell(
  account: NamedAccount,
  provider: string | undefined,
  ways: KeyWays,
  { json }: Values,
  { stdout }: Surroundings,
): void {
  const { user, server } = account;
  const { host, port, security } = server;
  if (json) {
    const told = { user, host, port, security, provider: provider ?? null, opens: ways };
    stdout.write(`${JSON.stringify({ event: 'signed-in', ...told })}\n`);
    return;
  }
  const done =
    provider === undefined
      ? `The password of ${user} on ${host} is correct, and saved.`
      : `Signed in as ${user} on ${host}, with ${provider}.`;
  const lines = [
    done,
    `Saved sign-ins are encrypted; ${openedBy(ways)} opens them.`,
    `Next: ${archiveCommand(account)}`,
  ];
  stdout.write(`${lines.map(printable).join('\n')}\n`);
}
