import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { startDemoServer } from './server.ts';

/**
 * The main job with nothing to configure: a demo account on loopback, archived by the real imapcl into
 * ./demo-archive, and shown.
 */
const root = resolve(import.meta.dirname, '../..');
const archive = resolve('demo-archive');
const shown = relative(process.cwd(), archive);

const server = await startDemoServer();
const secrets = await mkdtemp(join(tmpdir(), 'mailstow-demo-'));
try {
  const authFile = join(secrets, 'auth_file');
  const { user, password } = server;
  await writeFile(authFile, `username = ${user}\npassword = ${password}\n`, { mode: 0o600 });

  console.log(`A demo mail server is running on 127.0.0.1:${server.port}, account ${user}.\n`);
  const options = ['-p', String(server.port), '-a', authFile, '-o', archive, '--all-mailboxes'];
  console.log(`imapcl 127.0.0.1 -p ${server.port} -a auth_file -o ${shown} --all-mailboxes\n`);
  const imapcl = join(root, 'electron/cli/imapcl.ts');
  const run = spawn(process.execPath, [imapcl, '127.0.0.1', ...options], { stdio: 'inherit' });
  const [code] = await once(run, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
  if (code === 0) await show();
} finally {
  await server.stop();
  await rm(secrets, { recursive: true });
}

async function show(): Promise<void> {
  const byNumber = new Intl.Collator('en', { numeric: true });
  const names = (await readdir(archive)).filter(name => !name.startsWith('.'));
  names.sort(byNumber.compare);
  console.log(`\nIn ${shown}, ${names.length} messages, one plain file each:`);
  for (const name of names) console.log(`  ${name}`);
  console.log(`
Next: open one of them with any mail program or text editor, run this again (it stores 0),
or archive your own account:
  npm run --silent imapcl -- imap.example.org -T -a auth_file -o my-mail --all-mailboxes`);
}
