import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

const source = (path: string) => resolve(import.meta.dirname, '..', path);

/** What runs beside the desktop's own process; each is looked for beside `main.mjs` under its own name. */
const threads = [
  'electron/engine/archive/writer/writer-thread.ts',
  'electron/engine/catalog/catalog-thread.ts',
  'electron/engine/mail/mail-thread.ts',
  'electron/engine/reading/reading-thread.ts',
  'electron/engine/search/attachments/attachment-process.ts',
  'electron/engine/search/index-thread.ts',
  'electron/engine/search/search-thread.ts',
  'electron/services/archives/look-thread.ts',
  'electron/services/mailboxes/folders-thread.ts',
  'electron/services/runs/run-thread.ts',
  'electron/services/proof/proof-thread.ts',
  'electron/services/watching/watch-thread.ts',
];

/**
 * The desktop's programs: each one file that holds all it needs but Electron, so that nothing has to be
 * looked up inside a package.
 */
export function desktopBuilds(): readonly InlineConfig[] {
  const main = inParts(oneFile('electron/main.ts', 'es', 'main.mjs'));
  // A sandboxed preload is a plain script that can load nothing but Electron.
  const preload = oneFile('electron/preload.ts', 'cjs', 'preload.cjs');
  const others = threads.map(path => oneFile(path, 'es', `${basename(path, '.ts')}.mjs`));
  return [{ ...main, plugins: [windowIcon()] }, preload, ...others];
}

/** What is loaded late lies in files of its own, so that the window need not wait until all of it has been read. */
function inParts(config: InlineConfig): InlineConfig {
  const output = {
    format: 'es',
    entryFileNames: 'main.mjs',
    chunkFileNames: '[name].mjs',
  } as const;
  const rolldownOptions = { external: ['electron'], output };
  return { ...config, build: { ...config.build, rolldownOptions } };
}

function oneFile(entry: string, format: 'es' | 'cjs', name: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root: source('.'),
    build: {
      ssr: source(entry),
      target: 'node24',
      outDir: source('dist/desktop'),
      emptyOutDir: false,
      // Kilobytes; read from the disk once, not over a line.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: {
        external: ['electron'],
        output: { format, entryFileNames: name, codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  };
}

/** Linux and the About panel take their picture from a file beside the program. */
function windowIcon(): Plugin {
  return {
    name: 'window-icon',
    generateBundle() {
      const icon = readFileSync(source('build/icons/icon.png'));
      this.emitFile({ type: 'asset', fileName: 'icon.png', source: icon });
    },
  };
}
