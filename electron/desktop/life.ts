import { app, autoUpdater, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { reportError } from './report-error.ts';
import type { Words } from './words.ts';

/** Milliseconds that the runs have to end in; a server that answers nothing must not keep the system from going off. */
const longestEnd = 15_000;

export interface LifeOptions {
  readonly platform: NodeJS.Platform;
  words(): Words;
  isRunning(): boolean;
  /** Files of the person's, or new mail, are being written: that ends first, and nobody is asked. */
  isWriting(): boolean;
  /** Ends all runs and closes the archives. */
  end(): Promise<void>;
}

/** Closing the window asks while mail is being archived; quitting ends the runs first. */
export class Life {
  readonly #options: LifeOptions;
  #stage: 'open' | 'quitting' | 'ended' = 'open';
  #isAsking = false;
  #isUpdating = false;

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  /** Called once, when the app is ready. */
  begin(): void {
    app.on('before-quit', event => this.#holdUp(event));
    app.on('window-all-closed', () => {
      // On macOS a program stays until it is quit.
      if (this.#options.platform !== 'darwin') app.quit();
    });
    // An update closes the windows first, and quits then.
    autoUpdater.on('before-quit-for-update', () => {
      this.#isUpdating = true;
    });
    onShutdown(event => this.#holdUp(event));
  }

  watch(window: BrowserWindow): void {
    window.on('close', event => {
      if (this.#isUpdating || this.#stage !== 'open' || !this.#options.isRunning()) return;
      event.preventDefault();
      this.#ask(window).catch(error => reportError(error));
    });
    // Windows logs off without before-quit, and may do so without waiting: what is stored is whole at any moment.
    window.on('query-session-end', event => this.#holdUp(event));
    window.on('session-end', () => this.#quit());
  }

  /** Ends the runs before what is about to happen. */
  #holdUp(event: { preventDefault(): void }): void {
    if (this.#mayGo()) return;
    event.preventDefault();
    this.#quit();
  }

  /** Anyone who holds up the end of a session that nothing hangs on is shown to the person as its hindrance. */
  #mayGo(): boolean {
    const { isRunning, isWriting } = this.#options;
    return this.#stage === 'ended' || (this.#stage === 'open' && !isRunning() && !isWriting());
  }

  #quit(): void {
    if (this.#stage !== 'open') return;
    this.#stage = 'quitting';
    this.#endInTime().finally(() => {
      this.#stage = 'ended';
      app.quit();
    });
  }

  async #endInTime(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, longestEnd);
    });
    try {
      await Promise.race([this.#options.end(), late]);
    } catch (error) {
      reportError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask(window: BrowserWindow): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const words = this.#options.words();
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: words.t('runGoesOn'),
        detail: words.t('runGoesOnDetail'),
        buttons: [words.t('inBackground'), words.t('stopAndQuit'), words.t('cancel')],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      if (response === 0) this.#toBackground(window);
      if (response === 1) app.quit();
    } finally {
      this.#isAsking = false;
    }
  }

  /** Only the dock is sure to bring a hidden window back. */
  #toBackground(window: BrowserWindow): void {
    if (this.#options.platform === 'darwin') window.hide();
    else window.minimize();
  }
}

/** The definitions leave out the event that this one brings. */
function onShutdown(listener: (event: { preventDefault(): void }) => void): void {
  const monitor: { on(name: 'shutdown', listener: (...args: never[]) => void): unknown } =
    powerMonitor;
  monitor.on('shutdown', listener);
}
