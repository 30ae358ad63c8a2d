import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import type { RunState } from '../../shared/contract.ts';
import { reportError } from './report-error.ts';
import type { Words } from './words.ts';

/** What it takes to follow a run from outside of the window. */
export type RunNews = Pick<
  RunState,
  'accountId' | 'state' | 'startedAt' | 'finishedAt' | 'stored' | 'fraction' | 'failure' | 'verdict'
>;

/** Milliseconds after which a person may have turned to something else. */
const longRun = 30_000;

export interface RunWatchOptions {
  window(): BrowserWindow | undefined;
  words(): Words;
  /** Brings the window to the person. */
  show(): void;
}

/** What the system does about runs: stays awake, shows how far they are, says that one has ended. */
export class RunWatch {
  readonly #options: RunWatchOptions;
  readonly #running = new Map<string, RunNews>();
  /** Kept while they are shown: a click on one that was collected is not heard. */
  readonly #shown = new Set<Notification>();
  #blocker: number | undefined;

  constructor(options: RunWatchOptions) {
    this.#options = options;
  }

  changed(run: RunNews): void {
    const wasRunning = this.#running.has(run.accountId);
    if (isOver(run)) this.#running.delete(run.accountId);
    else this.#running.set(run.accountId, run);
    this.#stayAwake(this.#running.size > 0);
    this.#window()?.setProgressBar(progressOf([...this.#running.values()]));
    if (wasRunning && isOver(run)) this.#ended(run);
  }

  /** The system goes to sleep at its own will only while nothing is archived. */
  #stayAwake(wanted: boolean): void {
    if (wanted) {
      this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    } else if (this.#blocker !== undefined) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = undefined;
    }
  }

  #ended(run: RunNews): void {
    if (this.#window()?.isFocused() || !isWorthTelling(run) || !Notification.isSupported()) return;
    const words = this.#options.words();
    const notification = new Notification(textOf(run, words));
    notification.on('click', () => this.#options.show());
    notification.on('close', () => this.#shown.delete(notification));
    // The window says it too.
    notification.on('failed', (_event, error) => reportError(error));
    this.#shown.add(notification);
    notification.show();
  }

  #window(): BrowserWindow | undefined {
    const window = this.#options.window();
    return window?.isDestroyed() ? undefined : window;
  }
}

function textOf({ failure, verdict, stored }: RunNews, words: Words) {
  if (failure !== undefined) return { title: words.t('notFinished'), body: words.failed(failure) };
  if (verdict?.state !== 'complete')
    return { title: words.t('incomplete'), body: words.t('seeReport') };
  return { title: words.t('archived'), body: words.t('newMessages', { count: stored }) };
}

export function isOver({ state }: Pick<RunState, 'state'>): boolean {
  return state === 'done' || state === 'stopped' || state === 'failed';
}

/** A person knows of what they stopped, and of what took no time; not of a failure. */
function isWorthTelling(run: RunNews): boolean {
  const { state, startedAt, finishedAt = startedAt, verdict } = run;
  const isBad = state === 'failed' || (state === 'done' && verdict?.state !== 'complete');
  return isBad || (state === 'done' && finishedAt - startedAt >= longRun);
}

/** 0 to 1; -1 where nothing runs, 2 (moving) where it is not known yet how much there is. */
export function progressOf(runs: readonly Pick<RunState, 'fraction'>[]): number {
  if (runs.length === 0) return -1;
  const parts = runs.map(({ fraction }) => fraction).filter(part => part !== undefined);
  if (parts.length === 0) return 2;
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
