import { credentialsOf } from './account-options.ts';
import { requestOf } from './archive-options.ts';
import type { Action } from './command.ts';
import type { archiveOptions } from './option-tables.ts';
import { profileNames, removeProfile, saveProfile } from './profiles.ts';

export const save: Action<typeof archiveOptions> = ({ values, operands }, { stdout, env }) => {
  const [name = ''] = operands;
  // What cannot be run is not worth saving.
  requestOf(values, Date.now());
  credentialsOf(values);
  stdout.write(`Saved ${saveProfile(name, values, env)}\n`);
  return 'SUCCESS';
};

export const list: Action<unknown> = async (_given, { stdout, env }): Promise<'SUCCESS'> => {
  for (const name of await profileNames(env)) stdout.write(`${name}\n`);
  return 'SUCCESS';
};

export const remove: Action<unknown> = async ({ operands }, { env }): Promise<'SUCCESS'> => {
  const [name = ''] = operands;
  await removeProfile(name, env);
  return 'SUCCESS';
};
