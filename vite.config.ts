import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/cli',
    rolldownOptions: {
      input: { imapcl: 'electron/cli/imapcl.ts', mailstow: 'electron/cli/mailstow.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    // Suites start servers and measure memory; the machines that run them have two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
