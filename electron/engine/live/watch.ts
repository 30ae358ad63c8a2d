import type { WatchEvent } from '../../../shared/model/live.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import type { Clock } from './clock.ts';
import type { WatchControl } from './watch-control.ts';

/** Who watches what, and whom it tells. */
export interface Watch {
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  readonly control: WatchControl;
  readonly clock: Clock;
  emit(event: WatchEvent): void;
  /** From 0 up to 1, for what is left to chance. */
  random(): number;
  /**
   * Archives what there is before the watch begins, in place of its own first round, once it is known that the account can
   * be signed in to.
   * @throws MailstowError what ended it early
   */
  catchUp?(): Promise<void>;
}
