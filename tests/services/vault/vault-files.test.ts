import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import type { KeyStore } from '../../../electron/services/vault/keyring.ts';
import { SavedSecrets } from '../../../electron/services/vault/saved-secrets.ts';
import { VaultKeys } from '../../../electron/services/vault/vault-keys.ts';
import { temporaryFolder } from '../../engine/catalog/an-archive.ts';

/** A keyring in memory, which can be locked. */
function aKeyring() {
  const keys = new Map<string, Buffer>();
  const state = { isLocked: false, keys };
  const check = () => {
    if (state.isLocked) throw new MailstowError('keyring-locked');
  };
  const storeOf = (id: string): KeyStore => ({
    async read() {
      check();
      return keys.get(id);
    },
    async write(key) {
      check();
      keys.set(id, key);
    },
    async remove() {
      check();
      keys.delete(id);
    },
  });
  return { state, storeOf };
}

const codeOf = (error: unknown) => (error instanceof MailstowError ? error.failure.code : error);
const code = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
};

async function both() {
  const folder = temporaryFolder();
  const { state, storeOf } = aKeyring();
  const keys = new VaultKeys(folder, storeOf);
  const key = await keys.renew({ keyring: true, password: 'a long password' });
  return { folder, state, storeOf, keys, key };
}

/** The same without what a password costs. */
async function byKeyring() {
  const folder = temporaryFolder();
  const keys = new VaultKeys(folder, aKeyring().storeOf);
  return { folder, keys, key: await keys.renew({ keyring: true, password: undefined }) };
}

describe('the key of a vault', () => {
  test('is one, however many make it at the same time', async () => {
    const folder = temporaryFolder();
    const { state, storeOf } = aKeyring();
    const by = { keyring: true, password: undefined };
    const makers = Array.from({ length: 8 }, () => new VaultKeys(folder, storeOf));
    const made = await Promise.all(makers.map(keys => keys.make(by)));
    const [key, ...others] = made.filter(each => each !== undefined);
    expect(others).toEqual([]);
    expect([...state.keys.values()]).toEqual([key]);
    expect(await new VaultKeys(folder, storeOf).fromKeyring()).toEqual(key);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  test('comes from the keyring, or from the password, in another process too', async () => {
    const { folder, storeOf, key, keys } = await both();
    expect(keys.ways).toEqual({ keyring: true, password: true });
    const others = new VaultKeys(folder, storeOf);
    expect((await others.fromKeyring()).equals(key)).toBe(true);
    expect((await others.fromPassword('a long password')).equals(key)).toBe(true);
  });

  test('does not come from a wrong password; a locked keyring leaves the password', async () => {
    const { keys, state } = await both();
    await expect(keys.fromPassword('a long passwort')).rejects.toSatisfy(
      error => codeOf(error) === 'vault-password-wrong',
    );
    state.isLocked = true;
    await expect(keys.fromKeyring()).rejects.toSatisfy(error => codeOf(error) === 'keyring-locked');
    await keys.fromPassword('a long password');
    state.isLocked = false;
    state.keys.clear();
    await expect(keys.fromKeyring()).rejects.toSatisfy(
      error => codeOf(error) === 'keyring-without-key',
    );
  });

  test('of the keyring alone takes a password later; without one there is none to open it', async () => {
    const folder = temporaryFolder();
    const keys = new VaultKeys(folder, aKeyring().storeOf);
    expect(keys.ways).toBeUndefined();
    const key = await keys.renew({ keyring: true, password: undefined });
    await expect(keys.fromPassword('a long password')).rejects.toSatisfy(
      error => codeOf(error) === 'vault-without-password',
    );
    await keys.addPassword(key, 'a long password');
    expect((await keys.fromPassword('a long password')).equals(key)).toBe(true);
    expect((await keys.fromKeyring()).equals(key)).toBe(true);
  });

  test('is made nowhere where the keyring does not take it, and leaves it when it goes', async () => {
    const { state, storeOf } = aKeyring();
    const keys = new VaultKeys(temporaryFolder(), storeOf);
    state.isLocked = true;
    await expect(keys.make({ keyring: true, password: undefined })).rejects.toThrow();
    expect(keys.ways).toBeUndefined();
    state.isLocked = false;
    await keys.make({ keyring: true, password: undefined });
    expect(state.keys.size).toBe(1);
    await keys.remove();
    expect({ size: state.keys.size, ways: keys.ways }).toEqual({ size: 0, ways: undefined });
  });
});

describe('saved secrets', () => {
  test('are their owner’s alone, and in no file as they are', async () => {
    const { folder, key } = await byKeyring();
    const secrets = new SavedSecrets(folder);
    secrets.write('jana', key, 'a secret nobody reads');
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).not.toContain('nobody reads');
      expect(text).not.toContain(key.toString('base64'));
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('are told apart, ended and removed, whatever the account is called', async () => {
    const { folder, key } = await byKeyring();
    const secrets = new SavedSecrets(folder);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 50 }), {
          minLength: 1,
          maxLength: 5,
        }),
        names => {
          const ids = names.map(name => name.toWellFormed());
          for (const id of ids) secrets.write(id, key, `of ${id}`);
          expect(secrets.list()).toEqual([...new Set(ids)].sort());
          const [first = ''] = ids;
          secrets.end(first);
          expect(secrets.stateOf(first)).toBe('over');
          expect(secrets.read(first, key)).toBeUndefined();
          for (const id of ids.slice(1)) expect(secrets.read(id, key)).toBe(`of ${id}`);
          for (const id of ids) secrets.remove(id);
          expect(secrets.list()).toEqual([]);
          expect(secrets.stateOf(first)).toBeUndefined();
        },
      ),
      { numRuns: 25 },
    );
  });

  test('damaged, cut short or of a later version: said so or nothing, never another’s', async () => {
    const { folder, key } = await byKeyring();
    const secrets = new SavedSecrets(folder);
    secrets.write('jana', key, 'sécret');
    const [name = ''] = readdirSync(folder).filter(each => each.startsWith('account-'));
    const path = join(folder, name);
    const whole = readFileSync(path);
    const known = ['vault-damaged', 'vault-of-later-version'];
    const look = (content: Buffer | string) => {
      writeFileSync(path, content);
      const failed = code(() => {
        const read = secrets.read('jana', key);
        expect([undefined, 'sécret']).toContain(read);
        expect(['saved', 'over']).toContain(secrets.stateOf('jana'));
      });
      if (failed !== undefined) expect(known).toContain(failed);
      return failed;
    };
    for (let length = 0; length < whole.length - 1; length += 1) {
      expect(look(whole.subarray(0, length))).toBe('vault-damaged');
    }
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        look(changed);
      }),
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => void look(text)));
    const { content } = JSON.parse(whole.toString());
    expect(look(JSON.stringify({ version: 2, content }))).toBe('vault-of-later-version');
    expect(look(JSON.stringify({ version: 1, content: { ...content, sealed: 'x' } }))).toBe(
      'vault-damaged',
    );
    expect(look(whole)).toBeUndefined();
    expect(secrets.read('jana', key)).toBe('sécret');
  });

  test('a file of keys that is damaged opens nothing, and is left as it is', async () => {
    const { folder, keys } = await byKeyring();
    const path = join(folder, 'keys.json');
    const whole = readFileSync(path, 'utf8');
    const texts = ['', '{}', whole.slice(0, 40), whole.replace('"keyring": true', '"keyring": 1')];
    const none = JSON.parse(whole);
    none.content.keyring = false;
    for (const text of [...texts, JSON.stringify(none)]) {
      writeFileSync(path, text);
      expect(
        code(() => keys.ways),
        text,
      ).toBe('vault-damaged');
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    writeFileSync(path, whole.replace('"version": 1', '"version": 7'));
    expect(code(() => keys.ways)).toBe('vault-of-later-version');
  });

  test('a folder in the place of a file is told, and nothing is lost', async () => {
    const { folder, key } = await byKeyring();
    const secrets = new SavedSecrets(folder);
    secrets.write('jana', key, 'sécret');
    mkdirSync(join(folder, `account-${'0'.repeat(32)}.json`));
    expect(code(() => secrets.list())).toBe('failed-reading');
    expect(secrets.read('jana', key)).toBe('sécret');
  });
});
