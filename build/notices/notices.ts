import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import directory from '../../electron/engine/discovery/facts/ispdb.json' with { type: 'json' };

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url: string };
}

const line = '-'.repeat(80);

/**
 * The licences of everything by others that is in the bundles, as they ask for.
 * @param folders of the packages
 * @throws where a package came without a licence that is known: it would have to be found by hand
 */
export function notices(folders: readonly string[]): string {
  const all = folders.map(noticeOf).sort(([one], [other]) => (one < other ? -1 : 1));
  const intro = `Mailstow contains the following software of others, each under its own licence. Mailstow's own
licence stands in LICENSE.txt. The desktop app also contains Electron and Chromium: their licences are
LICENSE.electron.txt and LICENSES.chromium.html, which come with the app.

Its directory of mail servers has facts from ${directory.source}
of ${directory.date} (commit ${directory.commit}), under the
Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/
`;
  return [intro, ...all.map(([, text]) => text)].join(`\n${line}\n\n`);
}

function noticeOf(folder: string): [name: string, text: string] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license = 'licence not named' } = manifest;
  const files = readdirSync(folder).filter(isLicence).sort();
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license === 'MIT') texts.push(mit(manifest));
  if (texts.length === 0) throw new Error(`${name} ${version} (${license}) has no licence file.`);
  texts.push(...(within.get(name) ?? []));
  // Section 3.2 asks to say where its source is.
  if (license.startsWith('MPL')) texts.unshift(`Its source, unchanged: ${sourceOf(manifest)}`);
  return [`${name} ${version}`, [`${name} ${version} (${license})`, ...texts, ''].join('\n\n')];
}

/** What packages hold of others that their own licence does not name. */
const within: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'unpdf',
    [
      'It contains PDF.js, Copyright Mozilla Foundation, under the Apache License 2.0:',
      readFileSync(join(import.meta.dirname, 'apache-2.0.txt'), 'utf8').trimEnd(),
    ],
  ],
]);

function sourceOf({ name, repository }: Manifest): string {
  const address = typeof repository === 'string' ? repository : repository?.url;
  return address?.replace(/^git\+/, '') ?? `https://www.npmjs.com/package/${name}`;
}

function isLicence(file: string): boolean {
  return /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file) && !/\.(js|json)$/i.test(file);
}

/** Some packages only name it: the text is the same for all but for who wrote them. */
function mit({ name, author }: Manifest): string {
  const who = typeof author === 'string' ? author : author?.name;
  return `MIT License

Copyright (c) ${who ?? `the authors of ${name}`}

${mitText}`;
}

const mitText = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
