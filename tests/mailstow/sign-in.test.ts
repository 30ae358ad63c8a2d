import { describe, expect } from 'vitest';
import { layoutNow, test } from '../both-layouts.ts';
import { cleanUpAfterEach } from '../imapcl/scripted-account.ts';
import type { ScriptedServer } from '../servers/scripted/server.ts';
import { mailstowAccount } from './account.ts';

cleanUpAfterEach();

/** The logins, by command and mechanism. */
function logins({ commands }: ScriptedServer): string[] {
  return commands.flatMap(({ name, line }) =>
    name === 'LOGIN' || name === 'AUTHENTICATE' ? [line.split(' ').slice(1, 3).join(' ')] : [],
  );
}

describe('mailstow --sign-in', () => {
  test('is kept by a profile, and is the only way', async () => {
    const { access, place, run, server } = await mailstowAccount();
    const rest = ['--folder', place.out, '--layout', layoutNow(), '--sign-in', 'plain'];
    await run(['profile', 'save', 'mine', ...access, ...rest]);
    const archived = await run(['archive', 'mine']);
    expect(archived).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(logins(server)).toEqual(['AUTHENTICATE PLAIN']);
  });

  test('never sends the password in another way, and says what the server takes', async () => {
    const { archive, server } = await mailstowAccount();
    const { code, stderr } = await archive('--sign-in', 'scram-sha-256');
    expect(code).toBe(16);
    expect(stderr).toMatch(
      /This server doesn’t offer SCRAM-SHA-256\. It only accepts LOGIN-COMMAND, PLAIN/,
    );
    expect(logins(server)).toEqual([]);
  });

  test('with a token that is no longer accepted: exit code 21, and the token nowhere', async () => {
    const { archive, server } = await mailstowAccount({
      capabilities: ['IMAP4rev1', 'AUTH=XOAUTH2', 'AUTH=PLAIN'],
      onCommand: ({ name, tag }) =>
        name === 'AUTHENTICATE' ? `${tag} NO [AUTHENTICATIONFAILED] secret is old\r\n` : 'default',
    });
    const { code, stdout, stderr } = await archive('--sign-in', 'xoauth2', '--json');
    expect(code).toBe(21);
    expect(stderr + stdout).toContain('Your provider no longer accepts your sign-in.');
    expect(stderr + stdout).not.toContain('secret');
    expect(logins(server)).toEqual(['AUTHENTICATE XOAUTH2']);
  });
});
