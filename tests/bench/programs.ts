import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** What is timed, bundled as a user gets it. */
export interface Programs {
  readonly imapcl: string;
  readonly mailstow: string;
  /** Folder of the clients that are compared with. */
  readonly clients: string;
}

const clients = ['drain', 'drain-to-files', 'imapflow-loop', 'one-at-a-time'];

/**
 * Bundles them into a folder of the benchmark's own, so that a build beside it changes nothing. The
 * clients are bundled too, because stripping types at each start would count against them.
 */
export async function buildPrograms(folder: string): Promise<Programs> {
  const cli = join(folder, 'cli');
  const common = { root, logLevel: 'error' } as const;
  const configFile = join(root, 'build/vite.commands.ts');
  await build({ ...common, configFile, build: { outDir: cli, emptyOutDir: true } });
  const outDir = join(folder, 'clients');
  mkdirSync(outDir);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const input = clients.map(name => join(import.meta.dirname, 'clients', `${name}.ts`));
  const output = { entryFileNames: '[name].mjs' };
  // Not looked for here: without it only its own race is left out.
  const external = ['imapflow'];
  await build({
    ...common,
    configFile: false,
    build: { ssr: true, target: 'node22', outDir, rolldownOptions: { input, output, external } },
  });
  const [imapcl, mailstow] = [join(cli, 'imapcl.mjs'), join(cli, 'mailstow.mjs')];
  return { imapcl, mailstow, clients: outDir };
}

/** Undefined where it is not installed. */
export function versionOfImapflow(): string | undefined {
  try {
    const file = createRequire(import.meta.url).resolve('imapflow/package.json');
    return JSON.parse(readFileSync(file, 'utf8')).version;
  } catch {
    return undefined;
  }
}
