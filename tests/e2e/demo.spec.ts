import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { inBrowserAlone } from './report.ts';

const program = resolve(import.meta.dirname, '../demo/demo.ts');
const why = inBrowserAlone('the demo shows the app in a browser');

let folder: string;
let demo: ChildProcess;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailstow-e2e-demo-'));
});
test.afterEach(async () => {
  demo.kill('SIGINT');
  await once(demo, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

/** @returns what it says up to the address of the app, and that address */
async function start(option: string): Promise<{ said: string; address: string }> {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LC_ALL: 'en_GB.UTF-8' };
  const child = spawn(process.execPath, [program, option], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  demo = child;
  let said = '';
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    const [, address] = /^Mailstow is at (\S+)$/.exec(line) ?? [];
    if (address === undefined) continue;
    child.stdout.resume();
    return { said, address };
  }
  throw new Error(`the demo ended: ${said}`);
}

test(
  'the demo leads from the first sight of the app to a finished archive',
  why,
  async ({ page }) => {
    const { said, address } = await start('--app');
    const [, email = '', password = ''] =
      /Email address {2}(\S+)\n.*Password +(\S+)\n/.exec(said) ?? [];
    await page.goto(address);
    await page.getByRole('button', { name: 'Set up an account' }).click();
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await page.getByRole('button', { name: 'Use this folder' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Start archiving' }).click();
    await expect(page.getByText(/Nothing is missing\./)).toBeVisible();
    const stored = readdirSync(join(folder, 'demo-app'), { recursive: true, encoding: 'utf8' });
    expect(stored.filter(name => name.endsWith('.eml'))).toHaveLength(24);
  },
);

test(
  'the archive that the demo made is there in the app, with nothing to type',
  why,
  async ({ page }) => {
    const { address } = await start('--open');
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'office@example.org' })).toBeVisible();
    await expect(page.getByText(/\b24 messages\b/).first()).toBeVisible();
    const stored = readdirSync(join(folder, 'demo-archive'), { recursive: true, encoding: 'utf8' });
    expect(stored.filter(name => /\.(txt|eml)$/.test(name) && !name.startsWith('.'))).toHaveLength(
      24,
    );
  },
);
