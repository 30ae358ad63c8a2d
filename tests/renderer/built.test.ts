import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const outDir = mkdtempSync(join(tmpdir(), 'mailstow-window-'));
let names: string[] = [];

beforeAll(() => {
  // As it is built to be shipped: within a test React would come with all that helps developing.
  const root = resolve(import.meta.dirname, '../..');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['--config', 'vite.config.ts', '--outDir', outDir, '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', ...options], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  names = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
});
afterAll(() => rmSync(outDir, { recursive: true }));

const text = (pattern: RegExp) =>
  names
    .filter(name => pattern.test(name))
    .map(name => readFileSync(join(outDir, name), 'utf8'))
    .join('\n');

describe('the built window', () => {
  test('has one page, whose scripts and styles have names that change with their content', () => {
    expect(names.filter(name => name.endsWith('.html'))).toEqual(['index.html']);
    const assets = names.filter(name => /\.(js|css)$/.test(name));
    expect(assets.length).toBeGreaterThanOrEqual(2);
    for (const name of assets) expect(name).toMatch(/^assets[/\\][\w-]+-[\w-]{8}\.(js|css)$/);
  });

  test('has no script, style or handler in the page itself', () => {
    const page = text(/\.html$/);
    expect(page).toMatch(/<script[^>]* src="/);
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=|javascript:/i);
  });

  test('knows nothing of Node and makes no code of text', () => {
    const scripts = text(/\.js$/);
    expect(scripts.length).toBeGreaterThan(100_000);
    expect(scripts.match(/["'`]node:[a-z_]+["'`]|browser-external/g)).toBeNull();
    expect(scripts.match(/\b(?:from|import)\s*\(?["'](?!\.)/g)).toBeNull();
    expect(scripts.match(/\brequire\(["'`]|\beval\(/g)).toBeNull();
  });
});
