import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { BundledPackages } from './notices/bundled-packages.ts';
import { notices } from './notices/notices.ts';

/** Builds what an installed command consists of into `dist`, with the window of browser mode: `npm run build`. */
const project = resolve(import.meta.dirname, '..');
const packages = new BundledPackages();
const plugins = [packages.plugin()];
for (const configFile of ['build/vite.commands.ts', 'vite.config.ts']) {
  await build({ configFile: join(project, configFile), logLevel: 'warn', plugins });
}
writeFileSync(join(project, 'dist/cli/THIRD-PARTY.txt'), notices(packages.folders));
