import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { filled, wholeNumber } from '../argument-values.ts';
import { keepShared } from '../private-files.ts';
import type { Action, Surroundings } from './command.ts';
import { askNewPassword } from './new-password.ts';
import { defaultPort, type serveOptions } from './option-tables.ts';
import { profileFolder } from './profiles.ts';

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
  const { hasDesktop, openBrowser } = await import('../../web/open-browser.ts');
  const { Running } = await import('../../web/sign-in/running.ts');
  const { stdout, env } = surroundings;
  const opens =
    !values['no-browser'] && (values.browser || stdout.isTTY) && hasDesktop(env, process.platform);
  const show = async (link: () => string) => {
    if (opens && (await openBrowser(link()))) {
      say('Opening it in your browser. If nothing happens, open that address yourself.');
    } else say('Open that address in your browser.');
  };
  const running = new Running(userData);
  const link = running.link();
  if (link !== undefined) {
    stdout.write(`Mailstow is already running at ${link}\n`);
    await show(() => link);
    return 'SUCCESS';
  }
  const { windowFiles } = await import('../../web/window-files.ts');
  const web = await import('../../web/serve.ts');
  const { keyringKey } = await import('../../services/vault/keyring.ts');
  const window = await windowFiles(say);
  const served = await web.serve({
    userData,
    bind,
    port,
    names,
    roots,
    window,
    keyring: keyringKey,
  });
  if (served.warning !== undefined) say(served.warning);
  stdout.write(`Mailstow is at ${served.address}\n`);
  await show(() => running.link() ?? served.address);
  say(`Mail is saved in the folders you choose, inside ${roots.join(' or ')}.`);
  say('To stop Mailstow, press Ctrl+C.');
  await interrupted(surroundings.signal);
  say('Stopping. Everything saved so far is kept.');
  await served.close();
  return 'SUCCESS';
};

async function setPassword(userData: string, surroundings: Surroundings): Promise<'SUCCESS'> {
  const password = await askNewPassword('New password for this server: ', surroundings);
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
