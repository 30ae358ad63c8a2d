import { MailstowError } from '../../engine/errors.ts';
import { printable } from '../../engine/report/words.ts';
import { filled, wrong } from '../argument-values.ts';
import type { ValuesOf } from '../option-table.ts';
import type { CommandVault } from '../vault/command-vault.ts';
import { accessOf, accountIdOf, type MailAccess } from '../vault/mail-access.ts';
import { vaultOf } from '../vault/open-vault.ts';
import { accountOf } from './account-of.ts';
import type { Action, Surroundings } from './command.ts';
import type { signOutOptions } from './option-tables.ts';
import { profileNames } from './profiles.ts';

type Values = ValuesOf<typeof signOutOptions>;

export const signOut: Action<typeof signOutOptions> = async (
  { values, operands },
  surroundings,
): Promise<'SUCCESS'> => {
  const [name = ''] = operands;
  const vault = await vaultOf(values)(surroundings);
  const access = await savedAccess(name, values, vault, surroundings);
  const { endSaved } = await import('../vault/end-saved.ts');
  const told = await endSaved(accountIdOf(access), vault, surroundings.env);
  const { stdout } = surroundings;
  const { user, host } = access;
  if (values.json)
    stdout.write(`${JSON.stringify({ event: 'signed-out', user, host, provider: told })}\n`);
  else stdout.write(`${printable(`Signed out: ${user} on ${host}. ${sentences[told]}`)}\n`);
  return 'SUCCESS';
};

const sentences = {
  told: 'Your provider was told that the sign-in is over.',
  'not-told':
    'Your provider could not be told: end the access of Mailstow on its page about connected apps.',
  'not-asked': 'The saved password was deleted.',
} as const;

/** The account of a profile, else the one that was saved under this user name. */
async function savedAccess(
  name: string,
  values: Values,
  vault: CommandVault,
  surroundings: Surroundings,
): Promise<MailAccess> {
  const isProfile = (await profileNames(surroundings.env)).includes(name);
  if (isProfile) {
    const { user, server } = await accountOf(name, values, surroundings);
    const { host, port, security } = server;
    const access = { user, host, port, security };
    if (vault.stateOf(accountIdOf(access)) !== undefined) return access;
    throw new MailstowError('no-saved-sign-in', { args: { account: name } });
  }
  const host = filled(values.server, '--server')?.toLowerCase();
  const found = vault
    .list()
    .flatMap(id => accessOf(id) ?? [])
    .filter(
      each =>
        each.user === name &&
        (host ?? each.host) === each.host &&
        (values.port ?? String(each.port)) === String(each.port) &&
        (values.security ?? each.security) === each.security,
    );
  const [first, second] = found;
  if (first === undefined) throw new MailstowError('no-saved-sign-in', { args: { account: name } });
  if (second === undefined) return first;
  const places = found.map(each => `${each.host}, port ${each.port}, ${each.security}`);
  throw wrong(
    `There are ${found.length} saved sign-ins for ${name}: ${places.join('; ')}`,
    'Say which with --server, --port and --security.',
  );
}
