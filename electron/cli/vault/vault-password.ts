import { MailstowError } from '../../engine/errors.ts';
import { filled, wrong } from '../argument-values.ts';
import { readSmallFile } from '../small-file.ts';

/** Where the password of the vault is to come from, for runs without a person. */
export interface VaultPasswordValues {
  'vault-password-variable'?: string;
  'vault-password-file'?: string;
}

/**
 * Checks the options; reads nothing yet.
 * @returns gives the password, or undefined where none of the options was given
 * @throws MailstowError of kind `arguments`
 */
export function vaultPasswordOf(
  values: VaultPasswordValues,
): (env: Readonly<Record<string, string | undefined>>) => Promise<string | undefined> {
  const variable = filled(values['vault-password-variable'], '--vault-password-variable');
  const file = filled(values['vault-password-file'], '--vault-password-file');
  if (variable !== undefined && file !== undefined) {
    throw wrong(
      '--vault-password-variable and --vault-password-file cannot be used together',
      'Use one of them.',
    );
  }
  if (file !== undefined) return () => fromFile(file);
  if (variable === undefined) return async () => undefined;
  return async env => {
    const password = env[variable];
    if (password !== undefined && password !== '') return password;
    throw new MailstowError('variable-without-password', { args: { name: variable } });
  };
}

/** @throws MailstowError 'vault-password-file-open' where others may read it, 'vault-password-file-unusable' */
async function fromFile(path: string): Promise<string> {
  const { text, isOpenToOthers } = await readSmallFile(path, unusable);
  if (isOpenToOthers) throw new MailstowError('vault-password-file-open', { args: { path } });
  const [password = ''] = text.split(/\r?\n/, 1);
  if (password === '') throw unusable(`The first line of ${path} is empty`);
  return password;
}

function unusable(problem: string): MailstowError {
  return new MailstowError('vault-password-file-unusable', { args: { problem } });
}
