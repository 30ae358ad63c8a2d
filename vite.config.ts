import { defineConfig } from 'vitest/config';

/** Bundles the command line for an installed package; nothing of node_modules is needed beside it. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/cli',
    rolldownOptions: {
      input: {
        imapcl: 'electron/cli/imapcl.ts',
        mailstow: 'electron/cli/mailstow.ts',
        'writer-thread': 'electron/engine/archive/writer/writer-thread.ts',
        'catalog-thread': 'electron/engine/catalog/catalog-thread.ts',
        'mail-thread': 'electron/engine/mail/mail-thread.ts',
        'run-thread': 'electron/services/run-thread.ts',
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    // The machines that run them have two cores, and suites wait for servers and disks a third of the time.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
