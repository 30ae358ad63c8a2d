// First of all: what goes wrong in any of the others has to end somewhere.
import './desktop/last-resort.ts';
import { join } from 'node:path';
import { app } from 'electron';
import { Desktop } from './desktop/desktop.ts';
import { makePrivate } from './desktop/private-folder.ts';
import { reportStart } from './desktop/report-start.ts';
import { registerSchemes } from './desktop/schemes.ts';

/** As in build/electron-builder.yml: Windows tells by it to whom notifications belong. */
const appId = 'org.mailstow.mailstow';

// The order matters: the lock belongs to the folder of the data, and all of it comes before the app is ready.
// Ready waits for this module, so nothing here may wait for ready.
const { PORTABLE_EXECUTABLE_DIR: portableFolder } = process.env;
if (portableFolder !== undefined) app.setPath('userData', join(portableFolder, 'Mailstow data'));

if (app.requestSingleInstanceLock()) begin();
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
  app.whenReady().then(start);
}

async function start(): Promise<void> {
  const desktop = new Desktop(import.meta.dirname);
  // What a second start was given is not looked at: its arguments may come from anywhere.
  app.on('second-instance', () => desktop.show());
  app.on('activate', () => desktop.show());
  await desktop.start();
}
