import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { control } from '../../build/deb/control.ts';
import { picturesOf, toIcns, toIco } from '../../build/icons/containers.ts';
import { packages } from '../../build/package/builder.ts';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const builder = createRequire(require.resolve('electron-builder/package.json'));

/** As electron-builder reads it. */
function read() {
  const { load } = builder('js-yaml') as { load(text: string): Record<string, unknown> };
  return load(readFileSync(join(root, 'build/electron-builder.yml'), 'utf8'));
}

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
const targets = (platform: string) =>
  (read()[platform] as { target: Target[] }).target.map(({ target, arch }) => [target, ...arch]);

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  string,
  unknown
>;

describe('what is handed to people', () => {
  test('electron-builder takes the configuration', async () => {
    const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js') as {
      validateConfiguration(config: unknown, log: unknown): Promise<void>;
    };
    const log = { isEnabled: false, add: () => undefined };
    await validateConfiguration(read(), log);
    await expect(validateConfiguration({ ...read(), unknownKey: 1 }, log)).rejects.toThrow();
  });

  test('every system gets its packages, for processors that there is an Electron for', () => {
    expect(targets('win')).toEqual([
      ['nsis', 'x64', 'arm64'],
      ['portable', 'x64', 'arm64'],
    ]);
    expect(targets('mac')).toEqual([
      ['dmg', 'universal'],
      ['zip', 'universal'],
    ]);
    // The deb is made of the same folder, see build/deb.
    expect(read().linux).toMatchObject({ target: 'AppImage' });
    expect(packages.win32).toEqual(targets('win').map(([name]) => name));
    expect(packages.darwin).toEqual(targets('mac').map(([name]) => name));
  });

  test('the fuses leave no way to run anything but the app', () => {
    expect(read().electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('the hardened runtime allows what V8 needs and nothing else', () => {
    const { hardenedRuntime, entitlements, entitlementsInherit } = read().mac as Record<
      string,
      unknown
    >;
    expect(hardenedRuntime).toBe(true);
    for (const file of [entitlements, entitlementsInherit]) {
      const keys = readFileSync(join(root, String(file)), 'utf8').match(/<key>.*<\/key>/g);
      expect(keys).toEqual(['<key>com.apple.security.cs.allow-jit</key>']);
    }
  });

  test('what is packaged lies apart from the packages, and everything named is there', () => {
    const { directories, files, win, mac, linux } = read() as Record<string, { icon?: string }>;
    expect(directories).toEqual({ output: 'release', buildResources: 'build' });
    expect(files).toEqual(['dist/desktop/**', 'dist/renderer/**', '!node_modules', '!**/*.map']);
    expect(read().extraResources).toEqual([{ from: 'dist/licences', to: 'licences' }]);
    for (const platform of [win, mac, linux]) {
      expect(existsSync(join(root, platform?.icon ?? 'none')), platform?.icon).toBe(true);
    }
  });

  test('a deb names its page and who maintains it, and nobody who was not asked', () => {
    const fields = control('1.0.0-beta.1', 'amd64', 100);
    expect(fields).toMatch(/^Homepage: https:\/\/[\w.]+\.invalid\/$/m);
    expect(fields).toMatch(/^Maintainer: The Mailstow authors <[\w.]+@[\w.]+\.invalid>$/m);
    expect(fields).toMatch(/^Version: 1\.0\.0~beta\.1$/m);
    expect(fields).toMatch(/^Package: mailstow-desktop$/m);
  });

  test("the app's program has a name of its own beside the command, the same everywhere", () => {
    const { linux, toolsets } = read();
    expect(linux).toMatchObject({ executableName: 'mailstow-desktop', syncDesktopName: true });
    expect(Object.keys(manifest.bin as object)).not.toContain('mailstow-desktop');
    const entry = readFileSync(join(root, `build/deb/${String(manifest.desktopName)}`), 'utf8');
    expect(entry).toMatch(/^Exec=mailstow-desktop %F$/m);
    expect(entry).toMatch(/^Icon=mailstow-desktop$/m);
    expect(entry).toContain(`StartupWMClass=${String(read().appId)}\n`);
    expect(toolsets).toEqual({ appimage: '1.0.3' });
    // Messages in files are opened in the app, where the person chooses it for them.
    expect(entry).toMatch(/^MimeType=message\/rfc822;$/m);
    expect(read().fileAssociations).toMatchObject([{ ext: 'eml', mimeType: 'message/rfc822' }]);
  });

  test('Windows keeps what a person set up, and nothing is published or rebuilt', () => {
    const { nsis, npmRebuild, publish, asar } = read();
    expect(nsis).toEqual({
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    });
    expect({ npmRebuild, publish, asar }).toEqual({ npmRebuild: false, publish: null, asar: true });
  });

  test('two packages of one system never have the same name', () => {
    const { artifactName, portable } = read();
    expect((portable as { artifactName: string }).artifactName).not.toBe(artifactName);
  });

  test('the manifest says what Electron and the systems look for in it', () => {
    const { appId } = read();
    expect(manifest.main).toBe('dist/desktop/main.mjs');
    expect(manifest.type).toBe('module');
    expect(manifest.productName).toBe('Mailstow');
    expect(manifest.desktopName).toBe(`${String(appId)}.desktop`);
    expect(manifest).not.toHaveProperty('build');
    // All libraries are bundled: what stood here would be shipped a second time.
    expect(manifest).not.toHaveProperty('dependencies');
    expect(readFileSync(join(root, 'electron/main.ts'), 'utf8')).toContain(`'${String(appId)}'`);
  });
});

describe('icon files', () => {
  const picture = (size: number) => ({ size, png: Buffer.alloc(size, size % 251) });

  test('Windows: every entry of the directory leads to its picture', () => {
    const pictures = [16, 48, 256].map(picture);
    const ico = toIco(pictures);
    expect(ico.readUInt16LE(2)).toBe(1);
    expect(ico.readUInt16LE(4)).toBe(3);
    expect(picturesOf(ico)).toEqual(pictures);
    for (const [index, { size, png }] of pictures.entries()) {
      const entry = 6 + 16 * index;
      expect(ico[entry]).toBe(size === 256 ? 0 : size);
      const start = ico.readUInt32LE(entry + 12);
      expect(ico.subarray(start, start + ico.readUInt32LE(entry + 8))).toEqual(png);
    }
  });

  test('Apple: chunks follow one another to the very end', () => {
    const icns = toIcns([32, 64, 128, 256, 512, 1024].map(picture));
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    let at = 8;
    while (at < icns.length) {
      types.push(icns.toString('latin1', at, at + 4));
      at += icns.readUInt32BE(at + 4);
    }
    expect(at).toBe(icns.length);
    expect(types).toEqual(['ic11', 'ic12', 'ic07', 'ic13', 'ic08', 'ic14', 'ic09', 'ic10']);
  });

  test('those that are shipped are whole', () => {
    const at = (name: string) => readFileSync(join(root, 'build/icons', name));
    const icns = at('icon.icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(at('icon.ico').readUInt16LE(4)).toBe(7);
    // Width in the first chunk of a PNG: Linux wants 512 pixels.
    expect(at('icon.png').readUInt32BE(16)).toBe(512);
  });
});
