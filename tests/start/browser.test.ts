import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ServerPassword } from '../../electron/web/sign-in/password.ts';
import { hasTerminals, onTerminal } from '../mailstow/terminal.ts';
import { aDesktop } from './a-desktop.ts';

const project = resolve(import.meta.dirname, '../..');
const serve = [join(project, 'electron/cli/mailstow.ts'), 'serve', '--port', '0'];
const start = [join(project, 'electron/start/start.ts'), '--port', '0'];

/** A command of ours as a process, with what it says. */
function run(words: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const told = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.err += text;
  });
  return { child, told, ended };
}

/** One that has said all it says at its start. */
async function served(words: readonly string[], env: NodeJS.ProcessEnv) {
  const process_ = run(words, env);
  const { told } = process_;
  await expect.poll(() => told.err, { timeout: 30_000 }).toContain('press Ctrl+C.');
  const address = /^Mailstow is at (http:\S+)\n$/.exec(told.out)?.[1] ?? '';
  const token = new URL(address).searchParams.get('token') ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  // Of Node: experimental, deprecated.
  expect(told.err).not.toMatch(/warning/i);
  return { ...process_, address, token };
}

async function end({ child, ended }: { child: ChildProcess; ended: Promise<unknown[]> }) {
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}

const signIn = (address: string) => fetch(address, { redirect: 'manual' });
const linkIn = (page: string) => /content="0; url=(http:[^"]+)"/.exec(page)?.[1] ?? '';
const pagesIn = (home: string) => readdirSync(home).filter(name => name.endsWith('.html'));

describe.skipIf(process.platform !== 'linux')('the browser', () => {
  test.each([
    ['npm start', start],
    ['serve --browser', [...serve, '--browser']],
  ])(
    'is opened by %s, by a file that nobody else reads and that is gone after use',
    {
      timeout: 60_000,
    },
    async (_, words) => {
      const { home, env, opening } = aDesktop();
      const mailstow = await served(words, env);
      const { address, token, told } = mailstow;
      const { args, page, mode } = await opening(1);
      const { port, origin } = new URL(address);
      expect(args).toBe(join(home, `mailstow-sign-in-${port}.html`));
      expect(mode).toBe('600');
      const link = linkIn(page);
      expect(new URL(link).origin).toBe(origin);
      expect(page).not.toContain(token);
      expect(told.err).toContain('Opening it in your browser.');
      expect(pagesIn(home)).toHaveLength(1);
      expect((await fetch(link, { method: 'HEAD' })).status).toBe(401);
      expect((await signIn(link)).status).toBe(303);
      expect(pagesIn(home)).toEqual([]);
      // Once used, it's no way in any more; the printed one is.
      expect((await signIn(link)).status).toBe(401);
      expect((await signIn(address)).status).toBe(303);
      await end(mailstow);
    },
  );

  test('that never used its file leaves none behind', async () => {
    const { home, env, opening } = aDesktop();
    const mailstow = await served([...serve, '--browser'], env);
    await opening(1);
    expect(pagesIn(home)).toHaveLength(1);
    await end(mailstow);
    expect(pagesIn(home)).toEqual([]);
    const left = readdirSync(join(home, 'config/browser'));
    expect(left.filter(name => !/^(logs|lock\.\d+)$/.test(name))).toEqual([]);
  });

  test.each([
    ['where the output is no terminal', [], {}],
    ['where there is no desktop', ['--browser'], { DISPLAY: '' }],
    ['where the person wants none', ['--browser', '--no-browser'], {}],
  ])('is not opened %s', async (_, options, changes) => {
    const { home, env, hasOpened } = aDesktop();
    const mailstow = await served([...serve, ...options], { ...env, ...changes });
    expect(mailstow.told.err).toMatch(/^Open that address in your browser\.\nMail is saved /);
    expect(pagesIn(home)).toEqual([]);
    await end(mailstow);
    expect(hasOpened(1)).toBe(false);
  });

  test('that nothing opens is left to the person', async () => {
    const { home, env } = aDesktop();
    chmodSync(join(home, 'programs/xdg-open'), 0o644);
    const mailstow = await served([...serve, '--browser'], {
      ...env,
      PATH: join(home, 'programs'),
    });
    expect(mailstow.told.err).toMatch(/^Open that address in your browser\.\n/);
    expect(pagesIn(home)).toEqual([]);
    await end(mailstow);
  });

  test.skipIf(!hasTerminals)(
    'is opened on a terminal, and Ctrl+C ends Mailstow as it says',
    {
      timeout: 60_000,
    },
    async () => {
      const { home, env, opening } = aDesktop();
      const { PATH = '', DISPLAY, MAILSTOW_CONFIG } = env;
      const own = { HOME: home, PATH, DISPLAY, MAILSTOW_CONFIG };
      const words = ['serve', '--port', '0'];
      const { shown, code } = await onTerminal(words, [['press Ctrl+C.', '\u0003']], own);
      // Ctrl+C was faster than a browser is: its file may be gone already.
      expect((await opening(1)).args).toMatch(/mailstow-sign-in-\d+\.html$/);
      expect(shown).toContain(`inside ${home}.`);
      expect(shown).toContain('Everything saved so far is kept.');
      expect(code).toBe(0);
    },
  );
});

describe.skipIf(process.platform === 'win32')('a second start', () => {
  test('gives the running address, which signs in again, and ends well', {
    timeout: 60_000,
  }, async () => {
    const { home, env, opening, hasOpened } = aDesktop();
    const first = await served(serve, env);
    const quiet = run(serve, env);
    expect(await quiet.ended).toEqual([0, null]);
    const [, link = ''] = /^Mailstow is already running at (\S+)\n$/.exec(quiet.told.out) ?? [];
    expect(new URL(link).origin).toBe(new URL(first.address).origin);
    expect(quiet.told.err).toBe('Open that address in your browser.\n');
    expect(hasOpened(1)).toBe(false);
    const code = new URL(link).searchParams.get('token') ?? '';
    expect(code).toMatch(/^[\w-]{43}$/);
    for (const name of ['running.json', 'link']) {
      const path = join(home, 'config/browser', name);
      expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
      const text = readFileSync(path, 'utf8');
      for (const secret of [first.token, code]) expect(text).not.toContain(secret);
    }

    // A lost tab: the page says to start once more, and that opens a new one.
    const lost = await fetch(new URL('/', first.address));
    expect(lost.status).toBe(401);
    expect(await lost.text()).toMatch(/run the command that started Mailstow again/);
    const second = run(start, env);
    expect(await second.ended).toEqual([0, null]);
    expect(second.told.out).toMatch(/^Mailstow is already running at /);
    const opened = linkIn((await opening(1)).page);
    expect(pagesIn(home)).toHaveLength(1);
    expect((await signIn(opened)).status).toBe(303);
    expect((await signIn(opened)).status).toBe(401);
    expect(pagesIn(home)).toEqual([]);
    // The last link takes the place of those before it.
    expect((await signIn(link)).status).toBe(401);
    await end(first);
  });

  test('of a server with a password gives the address, which asks for it', async () => {
    const { home, env } = aDesktop();
    const password = new ServerPassword(join(home, 'config/browser'));
    await password.set('a long enough one');
    const first = run(serve, env);
    await expect.poll(() => first.told.err, { timeout: 30_000 }).toContain('press Ctrl+C.');
    const second = run(serve, env);
    expect(await second.ended).toEqual([0, null]);
    expect(second.told.out).toMatch(/^Mailstow is already running at http:[^?]+\/\n$/);
    expect(existsSync(join(home, 'config/browser/link'))).toBe(false);
    await end(first);
  });

  test('after one that was killed serves by itself', { timeout: 60_000 }, async () => {
    const { env } = aDesktop();
    const first = await served(serve, env);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await served(serve, env);
    expect(second.token).not.toBe(first.token);
    await end(second);
  });
});
