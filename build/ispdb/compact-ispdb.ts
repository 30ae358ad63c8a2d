import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { directoryOf } from './directory-of.ts';

/*
 * Makes electron/engine/discovery/facts/ispdb.json of a checkout of https://github.com/thunderbird/autoconfig:
 *
 *     node build/ispdb/compact-ispdb.ts CHECKOUT [FILE]
 *
 * The same commit gives the same bytes. Nothing is fetched, and nothing of the checkout is run. What the result left out
 * is printed. Then look at `git diff`, and run `npm test -- discovery`: our own table says where it differs.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [checkout, file = join(root, 'electron/engine/discovery/facts/ispdb.json')] =
  process.argv.slice(2);
if (checkout === undefined) {
  console.error('Usage: node build/ispdb/compact-ispdb.ts CHECKOUT [FILE]');
  process.exit(2);
}

const git = (...words: string[]) =>
  execFileSync('git', ['-C', checkout, ...words], { encoding: 'utf8' }).trim();
if (git('status', '--porcelain', '--', 'ispdb') !== '') {
  console.error(`${checkout} has changes of its own: its commit would not name what was read.`);
  process.exit(1);
}
const [commit, date] = git('log', '-1', '--format=%H %cs').split(' ');

const folder = join(checkout, 'ispdb');
const names = readdirSync(folder).filter(name => name.endsWith('.xml'));
// By code units: the same on every system.
const files = names.sort().map(name => ({ name, xml: readFileSync(join(folder, name), 'utf8') }));
const { providers, unreadable, unencrypted } = directoryOf(files);
const directory = {
  source: 'https://github.com/thunderbird/autoconfig, folder ispdb',
  licence: 'MPL-2.0',
  commit,
  date,
  contents:
    'Facts only: domains, incoming servers that encrypt, and what they want as user name and way to sign in where that is not the address and a password.',
  providers,
};
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const layout = ['format', '--stdin-file-path=ispdb.json'];
const input = JSON.stringify(directory);
const text = execFileSync(process.execPath, [biome, ...layout], { cwd: root, input });
writeFileSync(file, text);

const domains = new Set(providers.flatMap(provider => provider.domains));
console.log(`${providers.length} providers, ${domains.size} domains, commit ${commit} of ${date}.`);
console.log(`Without encryption: ${unencrypted.join(' ') || 'none'}`);
console.log(`Cannot be read: ${unreadable.join(' ') || 'none'}`);
