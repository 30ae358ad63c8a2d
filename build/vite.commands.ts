import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Bundles the command line for an installed package; nothing of node_modules is needed beside it. The keyring's native
 * code cannot be bundled: it is an optional dependency of the package, and commands do without where it is not there.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  ssr: { noExternal: true, external: ['@napi-rs/keyring'] },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/cli',
    rolldownOptions: {
      external: ['@napi-rs/keyring'],
      input: {
        imapcl: 'electron/cli/imapcl.ts',
        mailstow: 'electron/cli/mailstow.ts',
        'writer-thread': 'electron/engine/archive/writer/writer-thread.ts',
        'catalog-thread': 'electron/engine/catalog/catalog-thread.ts',
        'attachment-process': 'electron/engine/search/attachments/attachment-process.ts',
        'mail-thread': 'electron/engine/mail/mail-thread.ts',
        'reading-thread': 'electron/engine/reading/reading-thread.ts',
        'index-thread': 'electron/engine/search/index-thread.ts',
        'search-thread': 'electron/engine/search/search-thread.ts',
        'look-thread': 'electron/services/archives/look-thread.ts',
        'run-thread': 'electron/services/runs/run-thread.ts',
        'folders-thread': 'electron/services/mailboxes/folders-thread.ts',
        'proof-thread': 'electron/services/proof/proof-thread.ts',
        'watch-thread': 'electron/services/watching/watch-thread.ts',
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
