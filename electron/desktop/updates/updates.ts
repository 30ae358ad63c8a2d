import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Settings } from '../../../shared/contract.ts';
import { version as current } from '../../../shared/version.ts';
import { reportError } from '../report-error.ts';
import type { Words } from '../words.ts';
import type { Updater } from './updater.ts';

/** Milliseconds between two looks of a program that stays open. */
const betweenLooks = 24 * 60 * 60 * 1_000;

export interface UpdatesOptions {
  /** Where new versions are. */
  readonly feed: string;
  window(): BrowserWindow | undefined;
  words(): Words;
  /** Keeps what the person answered. */
  answered(updates: 'on' | 'off'): Promise<void>;
  /** Ends all runs. */
  end(): Promise<void>;
  open(): Promise<Updater>;
}

/** Asks once whether new versions may be looked for, and offers those that are found. Nothing is sent before a yes. */
export class Updates {
  readonly #options: UpdatesOptions;
  #updater: Promise<Updater> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isAsking = false;
  #isLooking = false;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  /** What the person chose, at the start and whenever it changes. */
  chosen(updates: Settings['updates']): void {
    if (updates === 'unasked') this.#ask().catch(error => reportError(error));
    if (updates === 'on' && this.#timer === undefined) {
      this.#timer = setInterval(() => void this.look(), betweenLooks).unref();
      void this.look();
    }
    if (updates === 'off') {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  /** Looks once. Not to reach the feed is nothing that a person has to hear of. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      this.#updater ??= this.#options.open();
      const updater = await this.#updater;
      const version = await updater.look();
      if (version !== undefined) await this.#offer(updater, version);
    } catch (error) {
      reportError(error);
    } finally {
      this.#isLooking = false;
    }
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { t } = this.#options.words();
    const { host } = new URL(this.#options.feed);
    const wants = await this.#choose({
      type: 'question',
      message: t('lookForUpdates'),
      detail: t('lookForUpdatesDetail', { host }),
      buttons: [t('look'), t('doNotLook')],
      defaultId: 1,
      cancelId: 1,
    });
    await this.#options.answered(wants ? 'on' : 'off');
  }

  async #offer(updater: Updater, version: string): Promise<void> {
    const { t } = this.#options.words();
    const wants = await this.#choose({
      type: 'info',
      message: t('updateThere', { version }),
      detail: t('updateThereDetail', { current }),
      buttons: [t('download'), t('later')],
      defaultId: 0,
      cancelId: 1,
    });
    if (!wants) return;
    try {
      await updater.download();
    } catch (error) {
      reportError(error);
      await this.#choose({
        type: 'warning',
        message: t('updateFailed'),
        detail: t('updateFailedDetail'),
        buttons: [t('close')],
      });
      return;
    }
    const restarts = await this.#choose({
      type: 'info',
      message: t('updateReady', { version }),
      detail: t('updateReadyDetail'),
      buttons: [t('restartNow'), t('whenIQuit')],
      defaultId: 1,
      cancelId: 1,
    });
    if (!restarts) return;
    await this.#options.end();
    updater.restart();
  }

  /** @returns whether the first button was pressed */
  async #choose(options: MessageBoxOptions): Promise<boolean> {
    const window = this.#options.window();
    const all = { title: this.#options.words().t('updates'), noLink: true, ...options };
    const { response } = await (window === undefined
      ? dialog.showMessageBox(all)
      : dialog.showMessageBox(window, all));
    return response === 0;
  }
}
