import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isWatched, showApp } from './app.ts';
import { startDemoServer } from './server.ts';

/**
 * The main job with nothing to configure: a demo account on loopback, archived by the real imapcl into ./demo-archive, and
 * shown, in the app too where somebody watches or `--open` asks for it. With `--app` the person sets the account up.
 */
const root = resolve(import.meta.dirname, '../..');
const archive = resolve('demo-archive');
const shown = relative(process.cwd(), archive);
const { app, open } = parseArgs({
  options: { app: { type: 'boolean' }, open: { type: 'boolean' } },
}).values;

const server = await startDemoServer();
const data = await mkdtemp(join(tmpdir(), 'mailstow-demo-'));
try {
  if (app) await fromFirstSight();
  else await archived();
} finally {
  await server.stop();
  await rm(data, { recursive: true });
}

async function fromFirstSight(): Promise<void> {
  const folder = resolve('demo-app');
  await mkdir(folder, { recursive: true });
  console.log(`A demo mail server is running on 127.0.0.1:${server.port}. Set up this account in the app:

  Email address  ${server.user}
  Password       ${server.password}

By POP3 its inbox is on port ${server.pop3}, not encrypted either.
Its mail is saved inside ${relative(process.cwd(), folder)}.`);
  await showApp({ server, data, folder, isSetUp: false });
}

async function archived(): Promise<void> {
  const authFile = join(data, 'auth_file');
  const { user, password } = server;
  await writeFile(authFile, `username = ${user}\npassword = ${password}\n`, { mode: 0o600 });

  console.log(`A demo mail server is running on 127.0.0.1:${server.port}, account ${user}.\n`);
  const options = ['-p', String(server.port), '-a', authFile, '-o', archive, '--all-mailboxes'];
  console.log(`imapcl 127.0.0.1 -p ${server.port} -a auth_file -o ${shown} --all-mailboxes\n`);
  const imapcl = join(root, 'electron/cli/imapcl.ts');
  const run = spawn(process.execPath, [imapcl, '127.0.0.1', ...options], { stdio: 'inherit' });
  const [code] = await once(run, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
  if (code !== 0) return;
  await listFiles();
  const opens = open || isWatched();
  console.log(`
Next: open one of them with any mail program or text editor, run this again (it stores 0), or${
    opens
      ? ''
      : `
  npm run demo -- --open     see this archive in the app`
  }
  npm run demo -- --app      set the account up yourself, in the app
  npm run --silent imapcl -- imap.example.org -T -a auth_file -o my-mail --all-mailboxes
                             archive your own account`);
  if (opens) await showApp({ server, data, folder: archive, isSetUp: true });
}

async function listFiles(): Promise<void> {
  const byNumber = new Intl.Collator('en', { numeric: true });
  const names = (await readdir(archive)).filter(name => !name.startsWith('.'));
  names.sort(byNumber.compare);
  console.log(`\nIn ${shown}, ${names.length} messages, one plain file each:`);
  for (const name of names) console.log(`  ${name}`);
}
