import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const every = 'tests/**/*.test.ts';
/** What replaces a module, or needs a document: it would be there for the files after it too. */
const needsItsOwn = /\bvi\.(?:mock|doMock|resetModules)\(|@vitest-environment|\/test-account\.ts'/;
const alone = globSync(every, { cwd: root }).filter(file =>
  needsItsOwn.test(readFileSync(resolve(root, file), 'utf8')),
);

export default defineConfig({
  root,
  test: {
    // The machines that run them have two cores, and suites wait for servers and disks.
    maxWorkers: 4,
    setupFiles: 'tests/before-each-file.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nobody's own keyring: a test that needs one starts a session with one.
    env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    projects: [
      // Loading the sources anew for each file would take as long as the tests themselves.
      {
        extends: true,
        test: { name: 'together', include: [every], exclude: alone, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
