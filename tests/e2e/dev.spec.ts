import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { inBrowserAlone } from './report.ts';
import { lookAt, lookAtLargeText } from './screens.ts';

const project = resolve(import.meta.dirname, '../..');
const parts = [
  'build/dev',
  'electron',
  'renderer',
  'shared',
  'tests/demo',
  'tests/fixtures/mail',
  'tests/servers',
];
const files = ['build/oauth-clients.json', 'package.json', 'tsconfig.json', 'vite.config.ts'];

/** A copy of the sources, for a test to edit; libraries are linked. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mailstow-e2e-dev-'));
  for (const name of [...parts, ...files]) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(project, name), join(copy, name), { recursive: true });
  }
  const libraries = join(project, 'node_modules');
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(libraries)) {
    if (!name.startsWith('.')) symlinkSync(join(libraries, name), join(copy, 'node_modules', name));
  }
  return copy;
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

interface Dev {
  readonly process: ChildProcess;
  readonly copy: string;
  /** Where everything goes that it makes. */
  readonly data: string;
  /** The first line from now on that fits. */
  line(pattern: RegExp): Promise<string>;
}

function startDev(): Dev {
  const copy = copyOfProject();
  const data = join(copy, 'data');
  mkdirSync(data);
  const program = join(copy, 'build/dev/dev.ts');
  const child = spawn(process.execPath, [program], {
    cwd: copy,
    env: { ...process.env, TMPDIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines: Interface = createInterface({ input: child.stdout });
  return {
    process: child,
    copy,
    data,
    async line(pattern) {
      for (;;) {
        const [line = ''] = (await Promise.race([once(lines, 'line'), ended])) as string[];
        if (child.exitCode !== null) throw new Error('npm run dev ended');
        if (pattern.test(line)) return line;
      }
    },
  };
}

test.setTimeout(120_000);

let dev: Dev;
test.beforeEach(() => {
  dev = startDev();
});
test.afterEach(async () => {
  if (dev.process.exitCode === null) {
    dev.process.kill('SIGKILL');
    await once(dev.process, 'exit');
  }
  rmSync(dev.copy, { recursive: true, force: true });
});

test(
  'an edit is seen without a reload, and the process side restarts',
  inBrowserAlone('`npm run dev` shows the window in a browser'),
  async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('response', response => {
      if (response.status() === 403) complaints.push(`refused: ${response.url()}`);
    });
    page.on('pageerror', error => complaints.push(String(error)));
    const [address = ''] = /http:\S+/.exec(await dev.line(/http:/)) ?? [];
    const { origin } = new URL(address);
    // Nobody gets in without the token.
    expect((await page.request.get(origin)).status()).toBe(401);
    expect((await page.request.post(`${origin}/call/app.info`)).status()).toBe(401);

    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'office@example.org' })).toBeVisible();
    await page.getByRole('button', { name: 'Add an account' }).click();
    await page.getByLabel('Email address').fill('jana@example.org');
    // The component keeps it, in the window's memory alone.
    await page.getByLabel('Password', { exact: true }).fill('typed before the edit');
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));

    const component = join(dev.copy, 'renderer/features/accounts/sign-in-fields.tsx');
    edit(component, "label={t('who.email')}", 'label="Edited label"');
    await expect(page.getByLabel('Edited label')).toHaveValue('jana@example.org');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('typed before the edit');

    const restarted = dev.line(/process side has restarted/);
    edit(
      join(dev.copy, 'electron/services/app.ts'),
      '        version,\n',
      "        version: 'edited',\n",
    );
    await restarted;
    const info = await page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch('/call/app.info', { method: 'POST', headers, body: 'null' });
      return response.json();
    });
    expect(info).toMatchObject({ ok: true, value: { version: 'edited', host: 'browser' } });
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('typed before the edit');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    // The stream of events breaks with the process that sent them, and is opened again.
    expect(complaints.filter(text => !text.includes('/events'))).toEqual([]);

    dev.process.kill('SIGINT');
    expect(await once(dev.process, 'exit')).toEqual([0, null]);
    expect(readdirSync(dev.data)).toEqual([]);
    await expect(fetch(origin)).rejects.toThrow();
  },
);

test(
  'every component is held to the rules, in both themes and at every width',
  inBrowserAlone('the page of components is there in development alone'),
  async ({ page }) => {
    const [address = ''] = /http:\S+/.exec(await dev.line(/http:/)) ?? [];
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'office@example.org' })).toBeVisible();
    await page.goto(`${new URL(address).origin}/#/components`);
    await expect(page.getByRole('heading', { name: 'Components' })).toBeVisible();
    await lookAt(page, '30-components');
    await lookAtLargeText(page, '30-components');
  },
);
