import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { electronPackage } from './find-runtime.ts';
import { namedFiles } from './named-files.ts';
import { openDesktop } from './open-desktop.ts';

/** `npm start`: the app in a window of its own, or in the browser where there can be none. */
const project = resolve(import.meta.dirname, '../..');
const given = process.argv.slice(2);
// npm runs scripts in the project's folder; this is where the person is.
const messages = namedFiles(given, process.env.INIT_CWD ?? process.cwd());
const opened = await openDesktop({
  project,
  isRoot: process.getuid?.() === 0,
  package: electronPackage(),
  env: process.env,
  messages,
  platform: process.platform,
  say: message => console.error(message),
});
if ('reason' in opened) {
  console.error(`${opened.reason} Mailstow runs in your browser instead.`);
  if (messages.length > 0) console.error('A message opens from its file in the window alone.');
  const options = given.filter(each => namedFiles([each], '').length === 0);
  process.exitCode = await serve(
    options.includes('--browser') ? options : ['--browser', ...options],
  );
} else process.exitCode = opened.exitCode;

/** In a process of its own, so that interrupting it ends it in its own way. */
function serve(options: readonly string[]): Promise<number> {
  const program = join(project, 'electron/cli/mailstow.ts');
  const server = spawn(process.execPath, [program, 'serve', ...options], { stdio: 'inherit' });
  // A terminal interrupts both, and the server is to end first; a SIGTERM comes to this process alone.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void server.kill());
  return new Promise(done => {
    server.once('exit', code => done(code ?? 1));
  });
}
