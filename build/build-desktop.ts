import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { desktopBuilds } from './desktop-builds.ts';

/** Builds all that the desktop app consists of into `dist`: `npm run build:desktop`. */
rmSync(resolve(import.meta.dirname, '../dist/desktop'), { recursive: true, force: true });
await build({ configFile: resolve(import.meta.dirname, '../vite.config.ts'), logLevel: 'warn' });
for (const each of desktopBuilds()) await build(each);
