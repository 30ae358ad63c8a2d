import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { hasTerminals, onTerminal } from './terminal.ts';

cleanUpAfterEach();

const question = 'Password for user: ';

describe.skipIf(!hasTerminals)('a password that is asked for on the terminal', () => {
  async function account() {
    const { server, place } = await setUp({ users: { user: 'sécret-42' } });
    const args = ['archive', '--server', '127.0.0.1', '--port', String(server.port)];
    const rest = ['--security', 'none', '--user', 'user', '--folder', join(place.folder, 'out')];
    return { server, args: [...args, ...rest] };
  }

  test('is not shown, and can be corrected while it is typed', async () => {
    const { args } = await account();
    const { shown, code } = await onTerminal(args, [[question, 'sécret-43\u007f2\r']]);
    expect(shown).toContain('Stored 4 Messages');
    expect(shown).not.toContain('cret-4');
    expect(code).toBe(0);
  });

  test('nothing typed, and Ctrl-C: the run does not begin', async () => {
    const { args, server } = await account();
    expect(await onTerminal(args, [[question, '\r']])).toMatchObject({
      code: 3,
      shown: expect.stringContaining('You didn’t type a password.'),
    });
    expect((await onTerminal(args, [[question, 'half\u0003']])).code).toBe(130);
    expect(server.commands).toEqual([]);
  });
});
