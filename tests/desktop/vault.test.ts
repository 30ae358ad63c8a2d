import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DesktopVault } from '../../electron/desktop/vault.ts';
import { answers, reset } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let folder: string;
let vault: DesktopVault;
const stored = () => readFileSync(join(folder, 'passwords.json'), 'utf8');

beforeEach(() => {
  reset();
  folder = mkdtempSync(join(tmpdir(), 'mailstow-vault-'));
  vault = new DesktopVault(folder, 'linux');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('passwords in the care of the system', () => {
  test('come back, also after a new start, and never lie about as they are', async () => {
    await vault.write('one', 'pass-wörd');
    expect(stored()).not.toContain('pass-wörd');
    expect(await new DesktopVault(folder, 'linux').read('one')).toBe('pass-wörd');
    expect(await vault.has('one')).toBe(true);
    expect(await vault.read('other')).toBeUndefined();
    expect(await vault.has('toString')).toBe(false);
  });

  test('are gone when they are removed, and only they', async () => {
    await vault.write('one', 'first');
    await vault.write('two', 'second');
    await vault.remove('one');
    expect(await vault.has('one')).toBe(false);
    expect(await new DesktopVault(folder, 'linux').read('two')).toBe('second');
  });

  test('outlast a keychain that is locked for now', async () => {
    await vault.write('one', 'secret');
    answers.encryption = 'locked';
    expect(await vault.read('one')).toBeUndefined();
    expect(await vault.has('one')).toBe(true);
    answers.encryption = 'keychain';
    expect(await vault.read('one')).toBe('secret');
  });

  test('are rewritten when the system asks for it', async () => {
    await vault.write('one', 'secret');
    const before = stored();
    answers.shouldReEncrypt = true;
    answers.encryption = 'fixed-key';
    vi.spyOn(console, 'error').mockReturnValueOnce();
    // Not under a worse key, though.
    expect(await vault.read('one')).toBe('secret');
    expect(stored()).toBe(before);
    await new DesktopVault(folder, 'win32').read('one');
    expect(stored()).not.toBe(before);
  });

  test('are asked for again where what is stored holds nothing', async () => {
    await vault.write('one', '');
    expect(await vault.read('one')).toBeUndefined();
  });
});

describe('where the system keeps nothing safely', () => {
  test.each([
    ['it has no encryption', { encryption: 'none' }],
    ['its keychain is locked', { encryption: 'locked' }],
    ['the key is one that everybody knows', { encryption: 'fixed-key' }],
    ['it says itself that it keeps plain text', { backend: 'basic_text' }],
  ] as const)('nothing is promised: %s', async (_, change) => {
    expect(await vault.keeps()).toBe(true);
    Object.assign(answers, change);
    expect(await vault.keeps()).toBe(false);
  });

  test.each(['fixed-key', 'locked'] as const)('nothing is written: %s', async encryption => {
    answers.encryption = encryption;
    await expect(vault.write('one', 'secret')).rejects.toMatchObject({
      failure: { kind: 'credentials-file', scope: 'account' },
    });
    expect(await vault.has('one')).toBe(false);
  });
});
