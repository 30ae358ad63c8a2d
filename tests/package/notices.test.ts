import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { BundledPackages, packageOf } from '../../build/notices/bundled-packages.ts';
import { notices } from '../../build/notices/notices.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

/** A project with two packages, of which it uses one. */
function aProject(): string {
  const folder = temporaryFolder();
  for (const name of ['used', '@some/unused']) {
    const home = join(folder, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    const manifest = { name, version: '1.2.3', license: 'MIT', type: 'module', main: 'index.js' };
    writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(home, 'index.js'), 'export const value = Math.random();');
    writeFileSync(join(home, 'LICENSE.md'), `The licence of ${name}`);
  }
  writeFileSync(
    join(folder, 'main.js'),
    "import { value } from 'used'; import { value as no } from '@some/unused'; console.log(value);",
  );
  return folder;
}

describe('the licences of others', () => {
  test('are those of what is in a bundle, and no other', async () => {
    const folder = aProject();
    const packages = new BundledPackages();
    await build({
      configFile: false,
      logLevel: 'silent',
      root: folder,
      plugins: [packages.plugin()],
      build: {
        ssr: join(folder, 'main.js'),
        write: false,
        rolldownOptions: { treeshake: { moduleSideEffects: false } },
      },
      ssr: { noExternal: true },
    });
    const text = notices(packages.folders);
    expect(text).toContain('used 1.2.3 (MIT)\n\nThe licence of used');
    expect(text).not.toContain('@some/unused');
  });

  test('are known by the folder of each package, inner ones too', () => {
    expect(packageOf('/a/node_modules/b/node_modules/@c/d/e/f.js?v=1')).toBe(
      '/a/node_modules/b/node_modules/@c/d',
    );
    expect(packageOf('C:\\a\\node_modules\\b\\c.js')).toBe('C:/a/node_modules/b');
    expect(packageOf('\0rolldown/runtime.js')).toMatch(/node_modules.rolldown$/);
    expect(packageOf('/our/own/electron/main.ts')).toBeUndefined();
  });

  test('of a package that only names MIT are its text, with who wrote it', () => {
    const home = join(temporaryFolder(), 'short');
    mkdirSync(home);
    const manifest = { name: 'short', version: '1.0.0', license: 'MIT', author: { name: 'Ann' } };
    writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
    expect(notices([home])).toMatch(/Copyright \(c\) Ann\n\nPermission is hereby granted/);
  });

  test('are not made up: a package without one stops the build', () => {
    const home = join(temporaryFolder(), 'bare');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"name":"bare","version":"1.0.0"}');
    expect(() => notices([home])).toThrow('bare 1.0.0 (licence not named) has no licence file.');
  });
});
