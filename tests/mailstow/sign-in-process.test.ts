import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { entryOf } from '../imapcl/run-process.ts';
import { dovecotMissing } from '../servers/dovecot.ts';
import { signInAt } from '../servers/oidc/person.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';
import { alice } from '../services/sign-in/stand.ts';
import { providerAccount } from './provider-account.ts';
import { vaultPassword } from './saved-account.ts';
import { hasTerminals, onTerminal } from './terminal.ts';

const isLinux = process.platform === 'linux';

/** What every user of the computer can read of a process. */
function argumentsOf({ pid }: ChildProcess): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
}

/** A folder with a browser in it, which writes down what it was asked to open. */
function aBrowser() {
  const folder = temporaryFolder();
  const [program, asked] = [join(folder, 'xdg-open'), join(folder, 'asked')];
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s' "$*" > '${asked}.part'; mv '${asked}.part' '${asked}'\n`,
  );
  chmodSync(program, 0o755);
  return {
    folder,
    async asked() {
      while (!existsSync(asked)) await later(50);
      return readFileSync(asked, 'utf8');
    },
  };
}

describe.skipIf(!isLinux || dovecotMissing() !== undefined)('mailstow sign-in as a process', () => {
  test('opens the browser; nobody can read more than a path in the list of processes', async () => {
    const { env, provider, vault, archive } = await providerAccount();
    const [home, browser] = [temporaryFolder(), aBrowser()];
    const child = spawn(
      process.execPath,
      [entryOf('mailstow'), 'sign-in', 'alice', '--client-id', 'mailstow', ...vault],
      {
        env: {
          ...process.env,
          ...env,
          HOME: home,
          DISPLAY: ':97',
          PATH: `${browser.folder}${delimiter}${process.env.PATH}`,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const ended = once(child, 'close');
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
    });
    child.stderr.resume();
    const path = await browser.asked();
    expect(path).toMatch(new RegExp(`^${home}/mailstow-sign-in-[^/]*\\.html$`));
    const [, address = ''] = /url=([^"]+)"/.exec(readFileSync(path, 'utf8')) ?? [];
    const url = address.replaceAll('&amp;', '&');
    expect(new URL(url).origin).toBe(provider.issuer);
    const seen = argumentsOf(child);
    expect(seen).toContain('sign-in');
    for (const secret of [vaultPassword, new URL(url).searchParams.get('state') ?? '']) {
      expect(secret).not.toBe('');
      expect(seen).not.toContain(secret);
    }
    const { html } = await signInAt(url, alice);
    expect(html).toContain('You are signed in. You can close this page');
    expect(await ended).toEqual([0, null]);
    expect(stdout).toMatch(/^Signed in as alice@example\.test on 127\.0\.0\.1, with /);
    expect(readdirSync(home)).toEqual([]);
    expect((await archive()).code).toBe(0);
  });

  test.skipIf(!hasTerminals)(
    'takes the address that a browser on another computer ended at',
    async () => {
      const { env, vault } = await providerAccount({ givesCodes: false });
      const question = 'Paste that address here: ';
      const { shown, code } = await onTerminal(
        ['sign-in', 'alice', '--client-id', 'mailstow', ...vault],
        [
          [question, 'http://127.0.0.1:1/callback?code=x\r'],
          [
            'This is not the address',
            async before => {
              const [, url = ''] = /Open this address in a browser: (\S+)/.exec(before) ?? [];
              return `${(await signInAt(url, alice, { visits: false })).url}\r`;
            },
          ],
        ],
        env,
      );
      expect(shown).toContain('Next: mailstow archive alice');
      expect(code).toBe(0);
    },
  );
});
