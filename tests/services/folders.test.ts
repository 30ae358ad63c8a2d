import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Folders } from '../../electron/services/folders.ts';
import { temporaryFolder } from './accounts/a-profile.ts';
import { anApp } from './an-app.ts';
import { nobody } from './nobody.ts';

const email = 'accounts@example.org';

/** As the file system calls it. */
const someRoot = () => realpathSync(temporaryFolder());

/** A process that may not write everywhere, as root may: that of nobody in particular. */
const ordinaryUser = process.getuid?.() === 0 ? 65_534 : undefined;
const cannotForbid = process.platform === 'win32';

describe('a place for the mail of an account is proposed', () => {
  test('in the documents of the person, with what is free there', async () => {
    const documents = someRoot();
    const host = { ...nobody, documents };
    const proposed = await anApp({ host }).call('folders.propose', { email });
    expect(proposed?.path).toBe(join(documents, 'Mailstow', email));
    expect(proposed?.free).toBeGreaterThan(0);
  });

  test('in the first folder that is allowed, wherever the documents are', async () => {
    const [first, second, documents] = [someRoot(), someRoot(), someRoot()];
    const host = { ...nobody, documents };
    const { call } = anApp({ host, roots: [first, second] });
    const proposed = await call('folders.propose', { email });
    expect(proposed?.path).toBe(join(first, 'Mailstow', email));
    // What is proposed can be taken.
    expect(await call('folders.look', { path: proposed?.path ?? '' })).toMatchObject({
      free: expect.any(Number),
    });
  });

  test('though nothing of it is there yet', async () => {
    const root = join(someRoot(), 'not', 'there', 'yet');
    const proposed = await new Folders(nobody, [root]).propose({ email });
    expect(proposed?.path).toBe(join(root, 'Mailstow', email));
  });

  test.each([
    ['a b/c@example.org', 'a-b-c@example.org'],
    ['first.last+tag@example.org', 'first.last+tag@example.org'],
    ['jörg@bücher.example', 'jörg@bücher.example'],
    ['jo\u0308rg@example.org', 'jörg@example.org'],
    ['..', 'Mail'],
    ['', 'Mail'],
    ['.hidden.', 'hidden'],
    ['C:\\Windows', 'C--Windows'],
  ])('of %j in a folder called %s', async (address, name) => {
    const root = someRoot();
    const proposed = await new Folders(nobody, [root]).propose({ email: address });
    expect(proposed?.path).toBe(join(root, 'Mailstow', name));
  });

  test('by a name that a file system takes, however long the address', async () => {
    const root = someRoot();
    for (const letter of ['a', '信', '𠮷']) {
      const proposed = await new Folders(nobody, [root]).propose({ email: letter.repeat(300) });
      const path = proposed?.path ?? '';
      mkdirSync(path, { recursive: true });
      expect(realpathSync(path)).toBe(path);
    }
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('.', '/', '\\', '\0', ':', '%', '2e', '@', 'a', '~', '$') }),
    fc
      .array(fc.constantFrom('..', '.', '', 'etc', '~', 'C:', '\u2215', '\uff0e\uff0e'))
      .map(levels => levels.join('/')),
  );

  test('within what is allowed, whatever the address is', async () => {
    const root = someRoot();
    const folders = new Folders(nobody, [root]);
    await fc.assert(
      fc.asyncProperty(hostile, async address => {
        const { path } = (await folders.propose({ email: address })) ?? {};
        if (path === undefined) throw new Error('Nothing was proposed.');
        expect(dirname(path)).toBe(join(root, 'Mailstow'));
        expect(resolve(path)).toBe(path);
        expect(path.slice(root.length)).not.toMatch(/[\0-\x1f:*?"<>|]|[. ]$|\/\./);
        expect(path.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('no place is proposed', () => {
  test.skipIf(cannotForbid)('where the person may not write', () => {
    const root = someRoot();
    const script = `
      import { Folders } from ${JSON.stringify(resolve('electron/services/folders.ts'))};
      const folders = new Folders({}, [${JSON.stringify(root)}]);
      const proposed = await folders.propose({ email: ${JSON.stringify(email)} });
      console.log(JSON.stringify(proposed?.path ?? null));
    `;
    const file = join(someRoot(), 'propose.mjs');
    chmodSync(dirname(file), 0o755);
    writeFileSync(file, script);
    const proposed = () => {
      const { stdout, stderr } = spawnSync(process.execPath, [file], {
        encoding: 'utf8',
        ...(ordinaryUser !== undefined && { uid: ordinaryUser }),
      });
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout);
    };
    chmodSync(root, 0o777);
    expect(proposed()).toBe(join(root, 'Mailstow', email));
    chmodSync(root, 0o555);
    expect(proposed()).toBeNull();
  });

  test.each([
    ['Mailstow', ['Mailstow']],
    ['the account’s own', ['Mailstow', email]],
  ])('where a file stands in the place of the folder (%s)', async (_which, levels) => {
    const root = someRoot();
    const path = join(root, ...levels);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    expect(await new Folders(nobody, [root]).propose({ email })).toBeNull();
  });

  test.skipIf(cannotForbid)('where a link leads out of what is allowed', async () => {
    const [root, outside] = [someRoot(), someRoot()];
    symlinkSync(outside, join(root, 'Mailstow'));
    expect(await new Folders(nobody, [root]).propose({ email })).toBeNull();
    expect(await new Folders(nobody, [root, outside]).propose({ email })).toMatchObject({
      path: join(outside, email),
    });
  });
});
