import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { isInstalled } from '../tools.ts';

cleanUpAfterEach();

const entry = resolve(import.meta.dirname, '../../electron/cli/mailstow.ts');
/** util-linux's `script` gives a process a terminal; that of BSD takes other arguments. */
const hasTerminals = process.platform === 'linux' && isInstalled('script');

/** Runs mailstow on a terminal and types when it asks. @returns what the terminal showed, and the exit code */
async function onTerminal(args: readonly string[], typed: string) {
  const words = [process.execPath, entry, ...args].map(word => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', words, '/dev/null'], { timeout: 60_000 });
  let shown = '';
  let hasTyped = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (hasTyped || !shown.includes('Password of user: ')) return;
    hasTyped = true;
    child.stdin.write(typed);
  });
  const [code] = await once(child, 'close');
  return { shown, code };
}

describe.skipIf(!hasTerminals)('a password that is asked for on the terminal', () => {
  async function account() {
    const { server, place } = await setUp({ users: { user: 'sécret-42' } });
    const args = ['archive', '--server', '127.0.0.1', '--port', String(server.port)];
    const rest = ['--security', 'none', '--user', 'user', '--folder', join(place.folder, 'out')];
    return { server, args: [...args, ...rest] };
  }

  test('is not shown, and can be corrected while it is typed', async () => {
    const { args } = await account();
    const { shown, code } = await onTerminal(args, 'sécret-43\u007f2\r');
    expect(shown).toContain('Stored 4 Messages');
    expect(shown).not.toContain('cret-4');
    expect(code).toBe(0);
  });

  test('nothing typed, and Ctrl-C: the run does not begin', async () => {
    const { args, server } = await account();
    expect(await onTerminal(args, '\r')).toMatchObject({
      code: 3,
      shown: expect.stringContaining('No password was typed.'),
    });
    expect((await onTerminal(args, 'half\u0003')).code).toBe(130);
    expect(server.commands).toEqual([]);
  });
});
