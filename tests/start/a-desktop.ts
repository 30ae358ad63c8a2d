import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

/** What a browser was started with. */
export interface Opening {
  /** As every user of the computer sees them. */
  readonly args: string;
  /** Of the file that it was given, and who may read it. */
  readonly page: string;
  readonly mode: string;
}

/** A person with a home folder and a desktop, whose browser is a script that writes down what it is given. */
export function aDesktop() {
  const home = temporaryFolder();
  const programs = join(home, 'programs');
  const openings = join(home, 'openings');
  mkdirSync(programs);
  mkdirSync(openings);
  // Into its place at once, when it is whole.
  const script = `#!/bin/sh
n=$(ls '${openings}' | wc -l)
to='${home}'/writing
mkdir "$to"
printf %s "$*" > "$to/args"
if [ -f "$1" ]; then cat "$1" > "$to/page"; stat -c %a "$1" > "$to/mode"; fi
mv "$to" '${openings}'/$n
`;
  writeFileSync(join(programs, 'xdg-open'), script);
  chmodSync(join(programs, 'xdg-open'), 0o755);
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');
  return {
    home,
    env: {
      ...process.env,
      HOME: home,
      MAILSTOW_CONFIG: join(home, 'config'),
      PATH: `${programs}${delimiter}${process.env.PATH}`,
      DISPLAY: ':97',
      WAYLAND_DISPLAY: '',
      // No runtime, and none is fetched.
      ELECTRON_OVERRIDE_DIST_PATH: join(home, 'no-runtime'),
    },
    hasOpened: (times: number) => existsSync(join(openings, String(times - 1))),
    /** What the browser was started with at the given time, counted from 1. */
    async opening(times: number): Promise<Opening> {
      const folder = join(openings, String(times - 1));
      await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(true);
      const [args, page, mode] = ['args', 'page', 'mode'].map(name => read(join(folder, name)));
      return { args: args ?? '', page: page ?? '', mode: mode ?? '' };
    },
  };
}
