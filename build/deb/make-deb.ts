import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { picturesOf } from '../icons/containers.ts';
import { architectureOf, changelog, control, debianVersion, name } from './control.ts';

export interface DebOptions {
  /** With package.json, `build` and the licences in `dist`. */
  readonly project: string;
  /** The app in a folder, as electron-builder made it. */
  readonly app: string;
  /** The folder that the package is put in. */
  readonly output: string;
  readonly compression: 'xz' | 'none';
}

/** Makes a package for Debian and Ubuntu of the app, with dpkg's own tool alone. @returns its path */
export function makeDeb({ project, app, output, compression }: DebOptions): string {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const architecture = architectureOf(process.arch);
  const tree = join(output, 'deb-tree');
  const deb = join(output, `${name}_${debianVersion(version)}_${architecture}.deb`);
  try {
    install(project, app, tree, version);
    tellControl(join(project, 'build/deb'), tree, version, architecture);
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, deb], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
  return deb;
}

/** Lays out the files as they will lie on the system. */
function install(project: string, app: string, tree: string, version: string): void {
  const from = (path: string) => join(project, path);
  const to = (path: string) => {
    const target = join(tree, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  const home = to(`usr/lib/${name}`);
  cpSync(app, home, { recursive: true, verbatimSymlinks: true });
  // The package manager brings new versions.
  rmSync(join(home, 'resources/app-update.yml'), { force: true });
  symlinkSync(`../lib/${name}/${name}`, to(`usr/bin/${name}`));

  const entry = 'org.mailstow.mailstow.desktop';
  copyFileSync(from(`build/deb/${entry}`), to(`usr/share/applications/${entry}`));
  const profile = 'apparmor-profile';
  copyFileSync(from(`build/deb/${profile}`), to(`usr/share/${name}/${profile}`));

  const icons = 'usr/share/icons/hicolor';
  for (const { size, png } of picturesOf(readFileSync(from('build/icons/icon.ico')))) {
    writeFileSync(to(`${icons}/${size}x${size}/apps/${name}.png`), png);
  }
  copyFileSync(from('build/icons/icon.png'), to(`${icons}/512x512/apps/${name}.png`));
  copyFileSync(from('build/icons/icon.svg'), to(`${icons}/scalable/apps/${name}.svg`));

  const documents = `usr/share/doc/${name}`;
  const licences = ['LICENSE.txt', 'THIRD-PARTY.txt'].map(file =>
    readFileSync(from(`dist/licences/${file}`), 'utf8'),
  );
  writeFileSync(to(`${documents}/copyright`), copyright(licences));
  const changes = {
    'CHANGELOG.md': readFileSync(from('CHANGELOG.md')),
    changelog: changelog(version),
  };
  for (const [file, text] of Object.entries(changes)) {
    writeFileSync(to(`${documents}/${file}.gz`), gzipSync(text, { level: 9 }));
  }
}

function copyright(licences: readonly string[]): string {
  const electron = `Electron and Chromium come along in /usr/lib/${name}, with their licences:
LICENSE.electron.txt and LICENSES.chromium.html.
`;
  return [...licences, electron].join(`\n${'='.repeat(80)}\n\n`);
}

function tellControl(scripts: string, tree: string, version: string, architecture: string): void {
  const files = readdirSync(tree, { recursive: true, withFileTypes: true });
  let bytes = 0;
  let sums = '';
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    // Whoever built it may have had modes of their own.
    if (entry.isDirectory()) chmodSync(path, 0o755);
    if (!entry.isFile()) continue;
    const { mode, size } = statSync(path);
    const isProgram = (mode & 0o100) !== 0 && !/\.so(\.\d+)*$/.test(entry.name);
    chmodSync(path, isProgram ? 0o755 : 0o644);
    bytes += size;
    const sum = createHash('md5').update(readFileSync(path)).digest('hex');
    sums += `${sum}  ${relative(tree, path)}\n`;
  }
  chmodSync(tree, 0o755);
  const folder = join(tree, 'DEBIAN');
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(join(folder, 'control'), control(version, architecture, Math.ceil(bytes / 1024)));
  writeFileSync(join(folder, 'md5sums'), sums);
  for (const script of ['postinst', 'postrm']) {
    copyFileSync(join(scripts, script), join(folder, script));
    chmodSync(join(folder, script), 0o755);
  }
}
