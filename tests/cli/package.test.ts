import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { startDemoServer } from '../demo/server.ts';
import { Workplace } from '../imapcl/run-process.ts';

/** The package as somebody installs it: bundled, without sources, without node_modules. */
const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

test('npm pack makes commands that need nothing but Node', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailstow-package-'));
  folders.push(folder);
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  const [archive = ''] = await readdir(folder);
  await run('tar', ['-xzf', join(folder, archive), '-C', folder]);
  const commands = join(folder, 'package', 'dist', 'cli');

  const server = await startDemoServer();
  const place = await Workplace.make(server.user, server.password);
  folders.push(place.folder);
  try {
    const imapcl = [join(commands, 'imapcl.mjs'), '127.0.0.1', '-p', String(server.port)];
    const options = ['-a', place.authFile, '-o', place.out, '--quiet'];
    const first = await run(process.execPath, [...imapcl, ...options]);
    expect(first.stdout).toBe('Stored 12 Messages\n');
    expect(await addressOf(join(commands, 'mailstow.mjs'), place.folder)).toMatch(
      /^Mailstow is at http:\/\/127\.0\.0\.1:\d+\/\?token=/,
    );
    const verify = [join(commands, 'mailstow.mjs'), 'verify', place.out];
    expect((await run(process.execPath, verify)).stdout).toMatch(/12/);
  } finally {
    await server.stop();
  }
});

/** Starts browser mode of the installed package, and ends it once it has told its address. */
async function addressOf(mailstow: string, folder: string): Promise<string> {
  const env = { ...process.env, MAILSTOW_CONFIG: folder };
  const server = spawn(process.execPath, [mailstow, 'serve', '--port', '0'], { env });
  const [told] = await once(server.stdout, 'data');
  server.kill();
  await once(server, 'close');
  return String(told);
}
