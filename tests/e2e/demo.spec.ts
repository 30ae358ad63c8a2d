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
async function startDemo(option: string): Promise<{ said: string; address: string }> {
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
    const { said, address } = await startDemo('--app');
    const [, email = '', password = ''] =
      /Email address {2}(\S+)\n.*Password +(\S+)\n/.exec(said) ?? [];
    await page.goto(address);
    const start = performance.now();
    // Who, what, where, start: whatever else there is to know stands there already.
    let decisions = 0;
    const decide = async (name: string) => {
      await thought();
      await page.getByRole('button', { name }).click();
      decisions += 1;
    };
    await thought();
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Email address').press('Enter');
    await thought();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await decide('Continue');
    await expect(page.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
    await decide('Continue');
    await expect(page.getByRole('heading', { name: 'Choose where to keep it' })).toBeVisible();
    await decide('Continue');
    await decide('Start archiving');
    await expect(page.getByText(/Nothing is missing\./)).toBeVisible();
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `from first sight to a finished archive: ${seconds.toFixed(1)} s, ${decisions} decisions`,
    );
    expect(seconds).toBeLessThan(60);
    expect(decisions).toBeLessThanOrEqual(4);
    const stored = readdirSync(join(folder, 'demo-app'), { recursive: true, encoding: 'utf8' });
    expect(stored.filter(name => name.endsWith('.eml'))).toHaveLength(24);
  },
);

test(
  'the archive that the demo made is there in the app, with nothing to type',
  why,
  async ({ page }) => {
    const { address } = await startDemo('--open');
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'office@example.org' })).toBeVisible();
    await expect(page.getByText(/\b24 messages\b/).first()).toBeVisible();
    const stored = readdirSync(join(folder, 'demo-archive'), { recursive: true, encoding: 'utf8' });
    expect(stored.filter(name => /\.(txt|eml)$/.test(name) && !name.startsWith('.'))).toHaveLength(
      24,
    );
  },
);

/** What a person who sees it for the first time takes before each thing they do. */
function thought(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1_000));
}
