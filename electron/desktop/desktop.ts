import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme, session, shell } from 'electron';
import type { Settings } from '../../shared/contract.ts';
import type { AskedPlace } from '../../shared/model/place.ts';
import { version } from '../../shared/version.ts';
import { logPath } from '../log/log.ts';
import type { App } from '../services/app.ts';
import type { AppEvent } from '../services/events.ts';
import type { MailPages } from '../services/library/mail-pages.ts';
import { BuiltFiles } from './built-files.ts';
import { offerContextMenu } from './context-menu.ts';
import { glanceAtSettings } from './glance.ts';
import { DesktopHost } from './host.ts';
import { serveCalls, tellWindow } from './ipc.ts';
import { Life } from './life.ts';
import { Links } from './links.ts';
import { menuTemplate } from './menu.ts';
import { reportStart } from './report-start.ts';
import { isOver, RunWatch } from './run-watch.ts';
import { serveSchemes } from './schemes.ts';
import { hardenSession, keepPagesInPlace } from './security.ts';
import { sleepWithSystem } from './sleep.ts';
import { feedOf } from './updates/feed.ts';
import { Updates } from './updates/updates.ts';
import { watchPage } from './watch-page.ts';
import { loadPlace, openWindow, showWindow } from './window.ts';
import type { Words } from './words.ts';
import { loadWords, wordsFor } from './words.ts';

const { platform } = process;

/** The app in a window of the system: all that waits for Electron to be ready. */
export class Desktop {
  /** Of the built files of the desktop; those of the window lie in `renderer` beside it. */
  readonly #folder: string;
  readonly #host: DesktopHost;
  readonly #loaded = Promise.withResolvers<App>();
  /** Resolved when the window is seen, or sooner by whatever needs what does the work. */
  readonly #wanted = Promise.withResolvers<void>();
  /** What does the work; undefined until it is loaded, for which the window does not wait. */
  #app: App | undefined;
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
  /** Whether the page of the present window has. */
  #isListening = false;

  /** @param folder of the built files of the desktop */
  constructor(folder: string) {
    this.#folder = folder;
    const window = () => this.#window;
    const words = () => this.#words;
    this.#host = new DesktopHost({ platform, window, words, icon: join(folder, 'icon.png') });
    this.#runs = new RunWatch({ window, words, show: () => this.show() });
    this.#life = new Life({
      platform,
      words,
      isRunning: () => this.#app?.runs.list().some(run => !isOver(run)) ?? false,
      isWriting: () => (this.#app?.isExporting ?? false) || (this.#app?.watches.isSaving ?? false),
      end: async () => this.#app?.close(),
    });
    const { env, resourcesPath: resources } = process;
    const feed = feedOf({ isPackaged: app.isPackaged, platform, env, resources });
    if (feed !== undefined) this.#updates = this.#lookAt(feed);
  }

  /**
   * Everything that guards a page stands before there is one. What does the work is loaded when the window is seen;
   * the calls of its page wait for it.
   * @param messages files to begin with
   */
  async start(messages: readonly string[]): Promise<void> {
    const userData = app.getPath('userData');
    this.#guard();
    this.#life.begin();
    app.on('will-quit', () => this.#host.forgetCopies());
    this.#settings = { ...this.#settings, ...glanceAtSettings(userData) };
    await this.#dress();
    // The place of a message is known by what does the work alone.
    const opened = messages.length === 0 ? this.#openFirst() : this.open(messages);
    await this.#wanted.promise;
    const { openApp } = await import('./open-app.ts');
    await this.#begin(openApp(userData, this.#host, platform, this.#updates !== undefined));
    await opened;
  }

  /** What stands before there is a page. */
  #guard(): void {
    const window = () => this.#window;
    const pages: MailPages = {
      page: async token => (await this.#services).pages.page(token),
      part: async (token, name) => (await this.#services).pages.part(token, name),
      allowsRemote: token => this.#app?.pages.allowsRemote(token) ?? false,
    };
    const allowsRemote = (token: string) => pages.allowsRemote(token);
    // Names are looked up by the system, as it was told to.
    app.configureHostResolver({ secureDnsMode: 'off' });
    hardenSession(session.defaultSession, allowsRemote);
    app.on('session-created', created => hardenSession(created, allowsRemote));
    const links = new Links(() => this.#words, window);
    keepPagesInPlace(address => links.follow(address));
    const files = new BuiltFiles(join(this.#folder, '../renderer'));
    serveSchemes(session.defaultSession.protocol, files, pages);
    serveCalls(async (name, input) => {
      const services = await this.#services;
      // A page that calls was loaded, runs, and has its bridge.
      reportStart();
      if (!this.#isAtWork) this.#updates?.chosen(this.#settings.updates);
      this.#isAtWork = true;
      this.#isListening = true;
      return services.call(name, input);
    }, window);
  }

  /** Lets those in who wait. */
  async #begin(services: App): Promise<void> {
    services.subscribe(event => this.#hear(event));
    sleepWithSystem(services.runs, services.watches);
    const settings = await services.call('settings.get', undefined);
    if (settings.ok) this.#settings = settings.value as Settings;
    this.#dress();
    this.#app = services;
    services.begin();
    this.#loaded.resolve(services);
  }

  /** Shows a message from its file, wherever that is. @param files absolute paths; the last one is seen */
  async open(files: readonly string[]): Promise<void> {
    const { openedFiles } = await this.#services;
    const messageId = files.map(path => openedFiles.open(path)).at(-1);
    if (messageId !== undefined) await this.#go({ place: 'message', messageId });
  }

  /** Brings the window to the person; opens it where it was closed. */
  show(): void {
    if (this.#window === undefined) this.#open();
    else showWindow(this.#window);
  }

  get #services(): Promise<App> {
    this.#wanted.resolve();
    return this.#loaded.promise;
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
    this.#isListening = false;
    window.once('show', () => this.#wanted.resolve());
    window.once('closed', () => {
      this.#window = undefined;
    });
    this.#life.watch(window);
    watchPage(window, () => this.#words);
    offerContextMenu(window, () => this.#words);
  }

  /** A second start may have opened a window while words were loaded. */
  #openFirst(): void {
    if (this.#window === undefined) this.#open();
  }

  #lookAt(feed: string): Updates {
    return new Updates({
      feed,
      window: () => this.#window,
      words: () => this.#words,
      answered: async updates => {
        const services = await this.#services;
        await services.call('settings.set', { updates });
      },
      end: async () => this.#app?.close(),
      open: async () => {
        // The library is loaded when it is wanted: most starts do without.
        const { openUpdater } = await import('./updates/updater.ts');
        return openUpdater(feed, platform);
      },
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
  async #dress(): Promise<void> {
    nativeTheme.themeSource = this.#settings.theme;
    await loadWords(this.#settings.language, this.#host.language);
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

  async #go(place: AskedPlace): Promise<void> {
    if (this.#window === undefined) {
      this.#open(place);
      return;
    }
    showWindow(this.#window);
    if (!this.#isListening) {
      // Its page is not listening yet: it begins there instead.
      loadPlace(this.#window, place);
      return;
    }
    const { events } = await this.#services;
    events.emit('place.asked', place);
  }
}
