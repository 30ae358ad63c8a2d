import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { filled, wholeNumber, wrong } from '../argument-values.ts';
import { keepShared } from '../private-files.ts';
import { askPassword } from './ask-password.ts';
import type { Action, Surroundings } from './command.ts';
import { defaultPort, type serveOptions } from './option-tables.ts';
import { profileFolder } from './profiles.ts';

/** Characters; a server that others reach is guessed at day and night. */
const shortestPassword = 10;

export const serve: Action<typeof serveOptions> = async ({ values }, surroundings) => {
  // An archive that is shared goes on so; whatever else the app makes, it makes private itself.
  keepShared();
  const userData = join(dirname(profileFolder(surroundings.env)), 'browser');
  if (values['set-password']) return setPassword(userData, surroundings);
  const bind = filled(values.bind, '--bind') ?? '127.0.0.1';
  const port = wholeNumber(values.port, '--port', 0, 65_535) ?? defaultPort;
  const names = (values.name ?? []).map(name => name.toLowerCase());
  const roots = (values.folder ?? [homedir()]).map(folder => resolve(folder));
  const say = (message: string) => surroundings.stderr.write(`${message}\n`);
  const { windowFiles } = await import('../../web/window-files.ts');
  const web = await import('../../web/serve.ts');
  const window = await windowFiles(say);
  const served = await web.serve({ userData, bind, port, names, roots, window });
  if (served.warning !== undefined) say(served.warning);
  surroundings.stdout.write(`Mailstow is at ${served.address}\n`);
  await interrupted(surroundings.signal);
  say('Stopping. Everything saved so far is kept.');
  await served.close();
  return 'SUCCESS';
};

async function setPassword(userData: string, surroundings: Surroundings): Promise<'SUCCESS'> {
  const password = await askPassword('New password for this server: ', surroundings);
  if (password.length < shortestPassword) {
    throw wrong(
      `The password has fewer than ${shortestPassword} characters`,
      'Choose a longer one.',
    );
  }
  if ((await askPassword('Repeat the password: ', surroundings)) !== password) {
    throw wrong('The passwords don’t match', 'Try again.');
  }
  const { ServerPassword } = await import('../../web/sign-in/password.ts');
  await new ServerPassword(userData).set(password);
  surroundings.stderr.write(
    'The password is set. You will be asked again for saved mail passwords.\n',
  );
  return 'SUCCESS';
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
