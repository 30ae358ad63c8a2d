import { wrong } from '../argument-values.ts';
import { readOptions } from '../read-options.ts';
import { credentialsOf } from './account-options.ts';
import { runUsage } from './archive.ts';
import { archiveOptions, requestOf } from './archive-options.ts';
import type { Command } from './command.ts';
import { profileNames, removeProfile, saveProfile } from './profiles.ts';

export const profile: Command = {
  usage: `Usage: mailstow profile save NAME --server HOST --user NAME --folder DIR [options]
       mailstow profile list
       mailstow profile remove NAME

Keeps the options of 'mailstow archive' under a name, for 'mailstow archive NAME'. A password is never
saved; give --auth-file or --password-variable for runs without a person.

${runUsage}`,

  async run(argv, { stdout, env }) {
    const [action, ...rest] = argv;
    if (action === 'list') {
      none(rest);
      for (const name of await profileNames(env)) stdout.write(`${name}\n`);
      return 'SUCCESS';
    }
    if (action === 'remove') {
      await removeProfile(onlyName(rest), env);
      return 'SUCCESS';
    }
    if (action !== 'save') {
      throw wrong(
        `A profile can be saved, listed and removed, not '${action ?? ''}'`,
        'Say which.',
      );
    }
    const { values, positionals } = readOptions(rest, archiveOptions);
    const name = onlyName(positionals);
    // What cannot be run is not worth saving.
    requestOf(values, Date.now());
    credentialsOf(values);
    stdout.write(`Saved ${saveProfile(name, values, env)}\n`);
    return 'SUCCESS';
  },
};

function onlyName(words: readonly string[]): string {
  const [name, extra] = words;
  if (name === undefined) throw wrong('The name of the profile is missing', 'Add it.');
  if (extra !== undefined) none([extra]);
  return name;
}

function none(words: readonly string[]): void {
  const [extra] = words;
  if (extra !== undefined) throw wrong(`'${extra}' is one argument too many`, 'Leave it out.');
}
