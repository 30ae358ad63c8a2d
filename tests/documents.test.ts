import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');
const documents = files.filter(file => file.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test.each(documents)('%s: what it names is there', document => {
  const text = readFileSync(join(root, document), 'utf8');
  const missing = [
    ...[...text.matchAll(/`([\w./-]+\.tsx?)`/g)]
      .map(([, name = '']) => name.replace(/^…\//, ''))
      .filter(name => !files.some(file => file === name || file.endsWith(`/${name}`))),
    ...[...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)]
      .map(([, link = '']) => link)
      .filter(link => !existsSync(join(root, dirname(document), link))),
    ...[...text.matchAll(/npm run (?:--silent )?([a-z][\w:]*)/g)]
      .map(([, script = '']) => script)
      .filter(script => !(script in scripts)),
  ];
  expect(missing).toEqual([]);
});
