import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme, session, shell } from 'electron';
import type { Settings } from '../../shared/contract.ts';
import type { AskedPlace } from '../../shared/model/place.ts';
import { version } from '../../shared/version.ts';
import { type Log, logPath, noLog } from '../log/log.ts';
import { openLog } from '../log/log-file.ts';
import { App } from '../services/app.ts';
import type { AppEvent } from '../services/events.ts';
import { BuiltFiles } from './built-files.ts';
import { offerContextMenu } from './context-menu.ts';
import { DesktopHost } from './host.ts';
import { serveCalls, tellWindow } from './ipc.ts';
import { Life } from './life.ts';
import { Links } from './links.ts';
import { menuTemplate } from './menu.ts';
import { reportError } from './report-error.ts';
import { reportStart } from './report-start.ts';
import { isOver, RunWatch } from './run-watch.ts';
import { serveSchemes } from './schemes.ts';
import { hardenSession, keepPagesInPlace } from './security.ts';
import { sleepWithSystem } from './sleep.ts';
import { feedOf } from './updates/feed.ts';
import { openUpdater } from './updates/updater.ts';
import { Updates } from './updates/updates.ts';
import { DesktopVault } from './vault.ts';
import { watchPage } from './watch-page.ts';
import { openWindow, showWindow } from './window.ts';
import type { Words } from './words.ts';
import { wordsFor } from './words.ts';

const { platform } = process;

/** The app in a window of the system: all that waits for Electron to be ready. */
export class Desktop {
  /** Of the built files of the desktop; those of the window lie in `renderer` beside it. */
  readonly #folder: string;
  readonly #host: DesktopHost;
  readonly #app: App;
  readonly #runs: RunWatch;
  readonly #life: Life;
  /** Undefined where new versions come in another way. */
  readonly #updates: Updates | undefined;
  #settings: Pick<Settings, 'language' | 'theme' | 'updates'> = {
    language: 'system',
    theme: 'system',
    updates: 'unasked',
  };
  #window: BrowserWindow | undefined;
  /** Whether a page has called. */
  #isAtWork = false;

  /** @param folder of the built files of the desktop */
  constructor(folder: string) {
    this.#folder = folder;
    const userData = app.getPath('userData');
    const window = () => this.#window;
    const words = () => this.#words;
    this.#host = new DesktopHost({ platform, window, words });
    const vault = new DesktopVault(userData, platform);
    const log = this.#openLog(join(userData, ...logPath));
    const { env, resourcesPath: resources } = process;
    const feed = feedOf({ isPackaged: app.isPackaged, platform, env, resources });
    const looksForUpdates = feed !== undefined;
    const host = this.#host;
    this.#app = new App({ userData, host, vault, roots: 'everywhere', log, looksForUpdates });
    this.#runs = new RunWatch({ window, words, show: () => this.show() });
    this.#life = new Life({
      platform,
      words,
      isRunning: () => this.#app.runs.list().some(run => !isOver(run)),
      end: () => this.#app.close(),
    });
    if (feed !== undefined) this.#updates = this.#lookAt(feed);
  }

  /**
   * Everything that guards a page stands before there is one.
   * @param messages files to begin with
   */
  async start(messages: readonly string[]): Promise<void> {
    const window = () => this.#window;
    const { pages } = this.#app;
    const allowsRemote = (token: string) => pages.allowsRemote(token);
    // Names are looked up by the system, as it was told to.
    app.configureHostResolver({ secureDnsMode: 'off' });
    hardenSession(session.defaultSession, allowsRemote);
    app.on('session-created', created => hardenSession(created, allowsRemote));
    const links = new Links(() => this.#words, window);
    keepPagesInPlace(address => links.follow(address));
    const files = new BuiltFiles(join(this.#folder, '../renderer'));
    serveSchemes(session.defaultSession.protocol, files, pages);
    serveCalls((name, input) => {
      // A page that calls was loaded, runs, and has its bridge.
      reportStart();
      if (!this.#isAtWork) this.#updates?.chosen(this.#settings.updates);
      this.#isAtWork = true;
      return this.#app.call(name, input);
    }, window);
    this.#app.subscribe(event => this.#hear(event));
    this.#life.begin();
    sleepWithSystem(this.#app.runs);
    app.on('will-quit', () => this.#host.forgetCopies());
    const settings = await this.#app.call('settings.get', undefined);
    if (settings.ok) this.#settings = settings.value as Settings;
    this.#dress();
    if (messages.length > 0) this.open(messages);
    if (this.#window === undefined) this.#open();
  }

  /** Shows a message from its file, wherever that is. @param files absolute paths; the last one is seen */
  open(files: readonly string[]): void {
    for (const path of files) {
      const messageId = this.#app.openedFiles.open(path);
      this.#go({ place: 'message', messageId });
    }
  }

  /** Brings the window to the person; opens it where it was closed. */
  show(): void {
    if (this.#window === undefined) this.#open();
    else showWindow(this.#window);
  }

  /** They lie beside the app: a file manager cannot look into it. */
  get #licences(): string {
    return app.isPackaged
      ? join(process.resourcesPath, 'licences')
      : join(this.#folder, '../licences');
  }

  get #words(): Words {
    return wordsFor(this.#settings.language, this.#host.language);
  }

  #open(place: AskedPlace = { place: 'accounts' }): void {
    const { isPackaged } = app;
    const isDark = nativeTheme.shouldUseDarkColors;
    const window = openWindow({ folder: this.#folder, isDark, isPackaged }, place);
    this.#window = window;
    window.once('closed', () => {
      this.#window = undefined;
    });
    this.#life.watch(window);
    watchPage(window, () => this.#words);
    offerContextMenu(window, () => this.#words);
  }

  /** An app without a log is better than none. */
  #openLog(path: string): Log {
    try {
      return openLog(path);
    } catch (error) {
      reportError(error);
      return noLog;
    }
  }

  #lookAt(feed: string): Updates {
    return new Updates({
      feed,
      window: () => this.#window,
      words: () => this.#words,
      answered: async updates => void (await this.#app.call('settings.set', { updates })),
      end: () => this.#app.close(),
      open: () => openUpdater(feed, platform),
    });
  }

  #hear(event: AppEvent): void {
    if (event.name === 'run.changed') this.#runs.changed(event.value);
    if (event.name === 'settings.changed') {
      this.#settings = event.value;
      this.#dress();
      this.#updates?.chosen(event.value.updates);
    }
    tellWindow(this.#window, event);
  }

  /** Theme and language of what the system draws. */
  #dress(): void {
    nativeTheme.themeSource = this.#settings.theme;
    const template = menuTemplate(platform, this.#words, {
      go: place => this.#go({ place }),
      about: () => app.showAboutPanel(),
      showLog: () => shell.showItemInFolder(join(app.getPath('userData'), ...logPath)),
      showLicences: () => shell.showItemInFolder(join(this.#licences, 'THIRD-PARTY.txt')),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
    app.setAboutPanelOptions({
      applicationName: 'Mailstow',
      applicationVersion: version,
      copyright: 'Copyright © 2026 The Mailstow authors',
      iconPath: join(this.#folder, 'icon.png'),
    });
  }

  #go(place: AskedPlace): void {
    if (this.#window === undefined) {
      this.#open(place);
      return;
    }
    showWindow(this.#window);
    this.#app.events.emit('place.asked', place);
  }
}
