// First of all: what goes wrong in any of the others has to end somewhere.
import './desktop/last-resort.ts';
import { join } from 'node:path';
import { app } from 'electron';
import { endsAsRoot } from './desktop/as-root.ts';
import { Desktop } from './desktop/desktop.ts';
import { handedFiles } from './desktop/handed-files.ts';
import { makePrivate } from './desktop/private-folder.ts';
import { reportStart } from './desktop/report-start.ts';
import { registerSchemes } from './desktop/schemes.ts';
import { namedFiles } from './start/named-files.ts';

/** As in build/electron-builder.yml: Windows tells by it to whom notifications belong. */
const appId = 'org.mailstow.mailstow';

// The order matters: the lock belongs to the folder of the data, and all of it comes before the app is ready.
// Ready waits for this module, so nothing here may wait for ready.
const { PORTABLE_EXECUTABLE_DIR: portableFolder } = process.env;
if (portableFolder !== undefined) app.setPath('userData', join(portableFolder, 'Mailstow data'));

/** Messages that were asked for before there was a window. */
const asked: string[] = [];
let desktop: Desktop | undefined;

// In development the first is the app's folder.
asked.push(...namedFiles(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd()));

if (endsAsRoot()) {
  // There must be nothing behind it.
} else if (app.requestSingleInstanceLock({ files: asked })) begin();
else {
  // The window of the first one comes to the front.
  reportStart();
  // To quit does not end the evaluation of this module: there must be nothing behind it.
  app.quit();
}

function begin(): void {
  // What is known of the mail is the person's alone; an archive, which others may share, has modes of its own.
  makePrivate(app.getPath('userData'));
  app.enableSandbox();
  registerSchemes();
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  // macOS names files so, and may do it before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (desktop === undefined) asked.push(path);
    else desktop.open([path]);
  });
  app.whenReady().then(start);
}

async function start(): Promise<void> {
  desktop = new Desktop(import.meta.dirname);
  // Arguments may come from anywhere, in any order: only what our own second start hands over is looked at.
  app.on('second-instance', (_event, _arguments, _folder, handed) => {
    const files = handedFiles(handed);
    if (files.length > 0) desktop?.open(files);
    else desktop?.show();
  });
  app.on('activate', () => desktop?.show());
  await desktop.start(asked);
}
