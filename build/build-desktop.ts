import { resolve } from 'node:path';
import { buildDesktop } from './desktop-app.ts';

/** Builds the desktop app into `dist`: `npm run build:desktop`. */
await buildDesktop(resolve(import.meta.dirname, '../dist'));
