import { once } from 'node:events';
import { join } from 'node:path';
import { hasDesktop, openBrowser } from '../../electron/web/open-browser.ts';
import { serve } from '../../electron/web/serve.ts';
import { Running } from '../../electron/web/sign-in/running.ts';
import { windowFiles } from '../../electron/web/window-files.ts';
import type { DemoServer } from './server.ts';
import { setUpDemo, signIn } from './set-up.ts';

interface Demo {
  readonly server: DemoServer;
  /** For what the app keeps besides mail, absolute; nothing of it outlasts the demo. */
  readonly data: string;
  /** Where mail is kept, absolute. */
  readonly folder: string;
  /** Whether the account is there already, with its archive in the folder. */
  readonly isSetUp: boolean;
}

/** Whether a person is here who sees a browser that opens. */
export function isWatched(): boolean {
  return Boolean(process.stdout.isTTY) && hasDesktop(process.env, process.platform);
}

/** The app in browser mode on the demo account, until it is interrupted. */
export async function showApp({ server, data, folder, isSetUp }: Demo): Promise<void> {
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const { user, port } = server;
  const userData = join(data, 'app');
  const served = await serve({
    userData,
    bind: '127.0.0.1',
    port: 0,
    names: [],
    roots: [folder],
    window: await windowFiles(message => console.log(message)),
    // What the app finds for the well-known providers, it finds for the demo.
    guess: async () => ({ server: { host: '127.0.0.1', port, security: 'none' }, user }),
  });
  if (isSetUp) await setUpDemo(await signIn(served.address), server, folder);
  console.log(`\nMailstow is at ${served.address}`);
  const isOpened =
    hasDesktop(process.env, process.platform) &&
    (await openBrowser(new Running(userData).link() ?? served.address));
  console.log(
    isOpened
      ? 'Opening it in your browser. If nothing happens, open that address yourself.'
      : 'Open that address in your browser.',
  );
  console.log('To stop the demo, press Ctrl+C.');
  await interrupted;
  await served.close();
}
