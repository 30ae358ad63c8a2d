import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mailstowProgram } from '../electron/cli/mailstow/program.ts';
import { imapclProgram } from '../electron/cli/manual/imapcl-program.ts';
import { manPage } from '../electron/cli/manual/man-page.ts';
import { version } from '../shared/version.ts';

/** `npm run build`: the manual pages of both commands. */
const folder = resolve(import.meta.dirname, '../dist/man');
const today = new Date().toISOString().slice(0, 10);
mkdirSync(folder, { recursive: true });
const programs = [
  imapclProgram(),
  mailstowProgram(
    async () => {},
    () => {},
  ),
];
for (const program of programs) {
  writeFileSync(join(folder, `${program.name()}.1`), manPage(program, version, today));
}
