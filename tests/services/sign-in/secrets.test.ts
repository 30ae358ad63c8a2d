import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { logPath } from '../../../electron/log/log.ts';
import { openLog } from '../../../electron/log/log-file.ts';
import type { Vault } from '../../../electron/services/accounts/vault.ts';
import { readSecret, secretsIn } from '../../../electron/services/sign-in/grant.ts';
import { base64Alignments } from '../../echoes.ts';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';
import { anApp } from '../an-app.ts';
import { untilExpired } from './a-granted-run.ts';
import { alice, aStand, savedAccount } from './stand.ts';

const missing = dovecotMissing();

/** Seconds. */
const tokenLife = 2;

/** Whatever was ever kept in a vault, which itself is no file. */
function aWitness(): Vault & { readonly seen: string[] } {
  const kept = new Map<string, string>();
  const seen: string[] = [];
  return {
    seen,
    keeps: async () => true,
    has: async id => kept.has(id),
    read: async id => kept.get(id),
    async write(id, secret) {
      kept.set(id, secret);
      seen.push(secret);
    },
    async remove(id) {
      kept.delete(id);
    },
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile());
}

/** As it is, for a URL, and in base64 wherever it stands: alone or inside of a SASL answer. */
function formsOf(token: string): string[] {
  return [token, encodeURIComponent(token), ...base64Alignments(token)];
}

describe.skipIf(missing !== undefined)('tokens', () => {
  test('stand in no log, trace, file, event, report or argument', async () => {
    const userData = temporaryFolder();
    const vault = aWitness();
    const log = openLog(join(userData, ...logPath));
    const stand = await aStand({ tokenLife });
    const app = anApp({ userData, vault, log });
    await app.call('settings.set', { trace: true });
    const { id: accountId, profile } = await savedAccount(app, stand, {
      rememberPassword: true,
    });
    const run = async () => {
      const { startedAt } = await app.call('runs.start', { accountId });
      return app.until(
        accountId,
        state => state.startedAt === startedAt && state.finishedAt !== undefined,
      );
    };
    expect(await run()).toMatchObject({ state: 'done', stored: 9 });
    const first = readSecret(vault.seen[0] ?? '');
    if (typeof first !== 'object') throw new Error('No grant was kept');
    await untilExpired(first, tokenLife);
    expect(await run()).toMatchObject({ state: 'done' });
    // The provider revokes it: both tokens are refused, and the server's words are told.
    await stand.provider.revokeAll(alice);
    const live = vault.seen.at(-1) ?? '';
    const refused = { ...(readSecret(live) as typeof first), freshUntil: Number.MAX_SAFE_INTEGER };
    await vault.write(accountId, `grant\n${JSON.stringify(refused)}`);
    expect(await run()).toMatchObject({ state: 'failed', failure: { code: 'sign-in-again' } });
    const { text } = await app.call('diagnostics.report', { named: true, window: 'test' });
    await app.app.close();
    log.close();

    const tokens = new Set(
      vault.seen.flatMap(each => {
        const secret = readSecret(each);
        return secret === undefined ? [] : secretsIn(secret);
      }),
    );
    expect(tokens.size).toBeGreaterThanOrEqual(4);
    const files = [...filesIn(userData), ...filesIn(profile.folder)];
    expect(files.some(path => path.endsWith('trace.log'))).toBe(true);
    const said = [
      ...files.map(path => [path, readFileSync(path, 'latin1')] as const),
      ['events', JSON.stringify(app.events)] as const,
      ['report', text] as const,
      ['arguments', process.argv.join(' ')] as const,
    ];
    const found = said.flatMap(([where, words]) =>
      [...tokens].flatMap(token =>
        formsOf(token).flatMap(form => (words.includes(form) ? [where] : [])),
      ),
    );
    expect(found).toEqual([]);
    // What is looked for is there to be found.
    const [one = ''] = tokens;
    expect(formsOf(one).some(form => vault.seen.join().includes(form))).toBe(true);
    const trace = said.find(([where]) => where.endsWith('trace.log'))?.[1];
    expect(trace).toMatch(/AUTHENTICATE (OAUTHBEARER|XOAUTH2)/);
  });
});
