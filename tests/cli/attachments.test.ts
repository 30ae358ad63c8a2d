import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { BundledPackages } from '../../build/notices/bundled-packages.ts';
import { notices } from '../../build/notices/notices.ts';
import commands from '../../build/vite.commands.ts';
import { plantedDocuments } from '../fixtures/search/planted-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailstow-bundled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('bundled, the process that reads attachments needs nothing beside it, and what it is made of is named', async () => {
  const packages = new BundledPackages();
  const program = resolve(import.meta.dirname, 'reader-program.ts');
  await build({
    ...commands,
    configFile: false,
    logLevel: 'warn',
    plugins: [packages.plugin()],
    build: {
      ...commands.build,
      outDir: folder,
      rolldownOptions: {
        ...commands.build?.rolldownOptions,
        input: { ...(commands.build?.rolldownOptions?.input as Record<string, string>), program },
      },
    },
  });
  expect(readdirSync(folder)).toContain('attachment-process.mjs');
  const documents = resolve(import.meta.dirname, '../fixtures/search/documents');
  const files = plantedDocuments.map(({ file }) => join(documents, file));
  const command = [join(folder, 'program.mjs'), ...files];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder });
  const { readings, walls } = JSON.parse(stdout);
  for (const { file, words, isLocked } of plantedDocuments) {
    if (isLocked) expect(readings[file], file).toEqual({ unread: 'encrypted' });
    else expect(readings[file].text, file).toContain(words.russian);
  }
  expect(walls).toMatchObject({ files: true, programs: true });
  const text = notices(packages.folders);
  expect(text).toMatch(/^unpdf [\s\S]*?It contains PDF\.js[\s\S]*?Apache License/m);
  expect(text).toContain('Its source, unchanged: https://github.com/kewisch/ical.js.git');
  for (const name of ['unpdf', 'yauzl', 'pend', 'ical.js', 'sax'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
