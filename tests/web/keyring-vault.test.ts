import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MailstowError } from '../../electron/engine/errors.ts';
import type { KeyStore } from '../../electron/services/vault/keyring.ts';
import { KeyringVault, keyNameOf } from '../../electron/web/sign-in/keyring-vault.ts';
import { aProfile, temporaryFolder } from '../services/accounts/a-profile.ts';
import { servedApp } from './served-app.ts';

/** A keyring in memory; asked for by name, as of the system. */
function aKeyring() {
  const keys = new Map<string, Buffer>();
  const state = { keys, asked: 0, isLocked: false };
  const store = (name: string): KeyStore => {
    const checked = () => {
      state.asked += 1;
      if (state.isLocked) throw new MailstowError('keyring-locked');
    };
    return {
      async read() {
        checked();
        return keys.get(name);
      },
      async write(key) {
        checked();
        keys.set(name, key);
      },
      async remove() {
        checked();
        keys.delete(name);
      },
    };
  };
  return { state, store };
}

test('what is kept opens with the key of the keyring alone, after a new start too', async () => {
  const folder = temporaryFolder();
  const { state, store } = aKeyring();
  const name = keyNameOf(folder);
  const vault = new KeyringVault(folder, store(name));
  expect(await vault.keeps()).toBe(true);
  await vault.write('jana', 'sécret-42');
  expect(readFileSync(join(folder, 'web-passwords.json'), 'utf8')).not.toContain('cret-42');
  const again = new KeyringVault(folder, store(name));
  expect(await again.has('jana')).toBe(true);
  expect(await again.read('jana')).toBe('sécret-42');
  state.keys.clear();
  const lost = new KeyringVault(folder, store(name));
  expect(await lost.has('jana')).toBe(false);
  expect(await lost.keeps()).toBe(true);
});

test('a keyring that is locked keeps nothing, and is asked once', async () => {
  const folder = temporaryFolder();
  const { state, store } = aKeyring();
  state.isLocked = true;
  const vault = new KeyringVault(folder, store('x'));
  await vault.write('jana', 'sécret-42');
  expect(await vault.keeps()).toBe(false);
  expect(await vault.read('jana')).toBeUndefined();
  expect(state.asked).toBe(1);
});

test('browser mode without a password of its own keeps the password of an account', async () => {
  const userData = temporaryFolder();
  const { store } = aKeyring();
  const root = temporaryFolder();
  const serve = async () => {
    const app = await servedApp({ userData, keyring: store, roots: [root] });
    const ask = await app.signedIn();
    const call = async (name: string, input: unknown = null) => {
      const { text } = await ask(`/call/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: new URL(app.address).origin },
        body: JSON.stringify(input),
      });
      return JSON.parse(text).value;
    };
    return { app, call };
  };
  const first = await serve();
  expect(await first.call('app.info')).toMatchObject({ keepsPasswords: true });
  const profile = aProfile({ folder: join(root, 'mail'), rememberPassword: true });
  await first.call('accounts.save', { profile, password: 'sécret-42' });
  await first.app.close();
  const second = await serve();
  expect(await second.call('accounts.list')).toMatchObject([{ hasPassword: true }]);
});
