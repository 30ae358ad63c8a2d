import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ServerHabits } from '../../../electron/engine/session/server-habits.ts';
import { connectAndLogIn } from '../../../electron/engine/session/sign-in.ts';
import { readSecret, secretText } from '../../../electron/services/sign-in/grant.ts';
import type { TokenSource } from '../../../shared/model/account.ts';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { aFileVault } from './a-file-vault.ts';
import { aSigning, untilExpired } from './a-granted-run.ts';
import { alice, aStand, type Stand } from './stand.ts';

const missing = dovecotMissing();

/** Seconds. */
const tokenLife = 2;

async function logIn({ server }: Stand, tokens: TokenSource): Promise<void> {
  const options = { server, habits: new ServerHabits(), onWarning: () => undefined };
  const session = await connectAndLogIn(options, { user: alice, tokens });
  session.destroy();
}

describe.skipIf(missing !== undefined)('renewing', () => {
  test('once for three connections at once, whose token has expired', async () => {
    const stand = await aStand({ tokenLife }, { messages: 0 });
    const signing = aSigning(stand);
    const { grant } = await signing.signIn();
    const tokens = signing.grants.tokens(alice);
    await untilExpired(grant, tokenLife);
    const before = stand.provider.count(/^POST \/token 200/);
    await Promise.all([1, 2, 3].map(() => logIn(stand, tokens)));
    expect(stand.provider.count(/^POST \/token 200/) - before).toBe(1);
  });

  test('a token that the server refuses although it should be good is renewed, once', async () => {
    const stand = await aStand({}, { messages: 0 });
    const signing = aSigning(stand);
    const { grant } = await signing.signIn();
    const tokens = signing.grants.tokens(alice);
    await signing.secrets.keep(alice, { ...grant, accessToken: 'not-of-this-provider' }, true);
    const looks = stand.provider.count(/introspection/);
    await logIn(stand, tokens);
    expect(stand.provider.count(/^POST \/token 200/)).toBe(2);
    expect(stand.provider.count(/introspection/) - looks).toBe(2);
  });

  test('a server that refuses the renewed one too ends it: nothing is tried blindly', async () => {
    const stand = await aStand({}, { messages: 0 });
    const signing = aSigning(stand);
    await signing.signIn();
    const asked: (string | undefined)[] = [];
    const tokens: TokenSource = {
      async token(refused) {
        asked.push(refused);
        return `wrong-${asked.length}`;
      },
    };
    await expect(logIn(stand, tokens)).rejects.toMatchObject({
      failure: { code: 'sign-in-needed', kind: 'sign-in-needed' },
    });
    expect(asked).toEqual([undefined, 'wrong-1']);
  });

  test('by two processes at once: one renews, both go on', async () => {
    const stand = await aStand({ tokenLife }, { messages: 0 });
    const vault = aFileVault();
    const signing = aSigning(stand, vault);
    const { grant } = await signing.signIn();
    await untilExpired(grant, tokenLife);
    const before = stand.provider.count(/^POST \/token 200/);
    const others = [1, 2].map(() => otherProcess(vault.file, signing.folder));
    const tokens = await Promise.all(others.map(each => each.token()));
    expect(new Set(tokens).size).toBe(1);
    expect(stand.provider.count(/^POST \/token \d/) - before).toBe(1);
    // The grant lives: two renewals at once would have ended it.
    const kept = readSecret((await vault.read(alice)) ?? '');
    expect(kept).toMatchObject({ accessToken: tokens[0] });
    await untilExpired(kept as typeof grant, tokenLife);
    await logIn(stand, signing.grants.tokens(alice));
  });

  test('what was kept by another process is taken as it is', async () => {
    const stand = await aStand({}, { messages: 0 });
    const vault = aFileVault();
    const signing = aSigning(stand, vault);
    const { grant } = await signing.signIn();
    const tokens = signing.grants.tokens(alice);
    expect(await tokens.token()).toBe(grant.accessToken);
    await vault.write(alice, secretText({ ...grant, accessToken: 'of-another-process' }));
    expect(await tokens.token()).toBe('of-another-process');
    expect(await tokens.token('of-another-process')).not.toBe('of-another-process');
  });

  test('a grant without a refresh token ends with its access token', async () => {
    const stand = await aStand({}, { messages: 0 });
    const signing = aSigning(stand);
    const { grant } = await signing.signIn();
    const { refreshToken: _, ...rest } = grant;
    await signing.secrets.keep(alice, { ...rest, freshUntil: 0 }, true);
    await expect(signing.grants.tokens(alice).token()).rejects.toMatchObject({
      failure: { code: 'sign-in-again' },
    });
    expect(await signing.secrets.has(alice)).toBe(false);
  });
});

/** A program of its own that asks for a token of the same grant. */
function otherProcess(vault: string, folder: string): { token(): Promise<string> } {
  const program = new URL('./ask-for-token.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, vault, folder, alice], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  return {
    async token() {
      const [line] = await once(child.stdout, 'data');
      return String(line).trim();
    },
  };
}
