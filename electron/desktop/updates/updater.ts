import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import { openFeed } from './feed-session.ts';

/** What brings new versions. */
export interface Updater {
  /** The newer version that there is, if there is one. */
  look(): Promise<string | undefined>;
  /** Fetches the one that was found; rejects where it is not what the feed said, by its SHA-512. */
  download(): Promise<void>;
  /** Ends the program and starts the one that was downloaded. */
  restart(): void;
}

export function openUpdater(feed: string, platform: NodeJS.Platform): Updater {
  openFeed(feed);
  const updater = withoutIdentity(
    platform === 'win32'
      ? new NsisUpdater()
      : platform === 'darwin'
        ? new MacUpdater()
        : new AppImageUpdater(),
  );
  updater.logger = null;
  updater.autoDownload = false;
  updater.disableWebInstaller = true;
  // The whole file, of which the feed tells the sum.
  updater.disableDifferentialDownload = true;
  // Each failure comes as a rejection too; without a listener this event would end the program.
  updater.on('error', () => undefined);
  return {
    async look() {
      const found = await updater.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : undefined;
    },
    async download() {
      await updater.downloadUpdate();
    },
    restart: () => updater.quitAndInstall(),
  };
}

/** The library would make up a name for this installation, keep it in a file and tell it with each question. */
function withoutIdentity(updater: AppUpdater): AppUpdater {
  return Object.assign(updater, { stagingUserIdPromise: { value: Promise.resolve('') } });
}
