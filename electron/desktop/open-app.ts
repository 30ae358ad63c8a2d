import { join } from 'node:path';
import { AttachmentReader } from '../engine/search/attachments/attachment-reader.ts';
import { type Log, logPath, noLog } from '../log/log.ts';
import { openLog } from '../log/log-file.ts';
import { App } from '../services/app.ts';
import type { Host } from '../services/host.ts';
import { reportError } from './report-error.ts';
import { utilityDoor } from './utility-door.ts';
import { DesktopVault } from './vault.ts';

/** What does the work. A module of its own, loaded when the window has been asked for: all of the engine hangs on it. */
export function openApp(
  userData: string,
  host: Host,
  platform: NodeJS.Platform,
  looksForUpdates: boolean,
): App {
  const vault = new DesktopVault(userData, platform);
  const log = openLogAt(join(userData, ...logPath));
  const door = utilityDoor();
  const reader = new AttachmentReader(door);
  // One that a person waits for does not wait for those that are read to be found.
  const drawer = new AttachmentReader(door);
  const choices = { roots: 'everywhere', looksForUpdates } as const;
  return new App({ userData, host, vault, log, reader, drawer, ...choices });
}

/** An app without a log is better than none. */
function openLogAt(path: string): Log {
  try {
    return openLog(path);
  } catch (error) {
    reportError(error);
    return noLog;
  }
}
