import { resolve } from 'node:path';
import { argv, env, exit, platform } from 'node:process';
import { buildDesktop } from './desktop-app.ts';
import { readArguments, usage } from './package/arguments.ts';
import { downloadFailure } from './package/download-failure.ts';
import { makePackages } from './package/make-packages.ts';
import { runtimeAtHand } from './package/runtime-at-hand.ts';

/** `npm run package`: what is handed to people, for the system that it runs on, in `release`. */
const project = resolve(import.meta.dirname, '..');
const asked = readArguments(argv.slice(2));
if (asked === undefined) {
  console.error(usage);
  exit(2);
}
// A workflow hands over secrets that nobody set as empty texts, which electron-builder would take for answers.
for (const [name, value] of Object.entries(env)) {
  if (value === '' && /^(MAILSTOW_|APPLE_|(WIN_)?CSC_)/.test(name)) delete env[name];
}
const feed = env.MAILSTOW_UPDATE_FEED;
if (feed !== undefined && URL.parse(feed)?.protocol !== 'https:') {
  console.error('MAILSTOW_UPDATE_FEED has to be an https address.');
  exit(2);
}
const runtime = runtimeAtHand(env, platform);
if (runtime !== undefined) {
  console.log(
    `With the Electron ${runtime.electronVersion} that is here, for ${process.arch} alone.`,
  );
}
try {
  await buildDesktop(resolve(project, 'dist'));
  const job = { project, runtime, feed };
  const failure = await makePackages(asked, resolve(project, 'release'), job);
  if (failure !== undefined) {
    console.error('The deb is made, the AppImage is not.');
    throw failure;
  }
} catch (error) {
  console.error(downloadFailure(error) ?? error);
  exit(1);
}
