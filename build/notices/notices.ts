import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const line = '-'.repeat(80);

/**
 * The licences of everything by others that is in the bundles, as they ask for.
 * @param folders of the packages
 * @throws where a package came without its licence: it would have to be found by hand
 */
export function notices(folders: readonly string[]): string {
  const all = folders.map(noticeOf).sort(([one], [other]) => (one < other ? -1 : 1));
  const intro = `Mailstow contains the following software of others, each under its own licence. Mailstow's own
licence stands in LICENSE.txt. The desktop app also contains Electron and Chromium: their licences are
LICENSE.electron.txt and LICENSES.chromium.html, which come with the app.
`;
  return [intro, ...all.map(([, text]) => text)].join(`\n${line}\n\n`);
}

function noticeOf(folder: string): [name: string, text: string] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license = 'licence not named' } = manifest;
  const files = readdirSync(folder).filter(isLicence).sort();
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0) throw new Error(`${name} ${version} (${license}) has no licence file.`);
  return [`${name} ${version}`, [`${name} ${version} (${license})`, ...texts, ''].join('\n\n')];
}

function isLicence(file: string): boolean {
  return /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file) && !/\.(js|json)$/i.test(file);
}
