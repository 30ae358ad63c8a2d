import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktopBuilds } from '../../build/desktop-builds.ts';
import { startServer } from '../servers/scripted/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailstow-built-'));
const outDir = join(folder, 'desktop');

/** One point of red. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const letter = [
  'From: Accounts Team <accounts@example.org>',
  'Subject: With a picture',
  'Date: Fri, 01 Mar 2024 09:12:00 +0000',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=cut',
  '',
  '--cut',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Hello</p><script>alert(1)</script><img src="cid:red@example.org">',
  '--cut',
  'Content-Type: image/png',
  'Content-ID: <red@example.org>',
  'Content-Transfer-Encoding: base64',
  '',
  png,
  '--cut--',
  '',
].join('\r\n');

beforeAll(async () => {
  for (const config of desktopBuilds()) {
    await build({ ...config, build: { ...config.build, outDir } });
  }
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer/index.html'), '<p>window</p>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the built app archives, lists and shows, its threads found beside it', async () => {
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages: [letter] }] });
  const userData = join(folder, 'data');
  try {
    const script = join(import.meta.dirname, 'as-electron.ts');
    const main = join(outDir, 'main.mjs');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [script, main, userData, join(folder, 'mail'), String(server.port)],
      // Nothing of the project lies on the way: what was not bundled would be missed.
      { cwd: folder, timeout: 60_000 },
    );
    const shown = JSON.parse(stdout) as Record<string, unknown>;
    expect(shown).toMatchObject({
      info: { host: 'desktop', language: 'en-GB', keepsPasswords: true },
      index: '<p>window</p>',
      state: 'done',
      subjects: ['With a picture'],
      picture: png,
      pictureType: 'image/png',
    });
    expect(shown.html).toContain('Hello');
    expect(shown.html).not.toContain('script');
    const kept = readFileSync(join(userData, 'passwords.json'), 'utf8');
    expect(kept).not.toContain('secret');
    expect(server.faults).toEqual([]);
  } finally {
    await server.stop();
  }
});
