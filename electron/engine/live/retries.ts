import { MailstowError, toFailure } from '../errors.ts';
import { BackOff } from './back-off.ts';
import { passing } from './passing.ts';
import { rest } from './rest.ts';
import type { Watch } from './watch.ts';

/** What goes on after a failure: how long is waited, and when there is no more hope. */
export class Retries {
  readonly #watch: Watch;
  readonly #backOff: BackOff;
  #hasSignedIn = false;
  #refusals = 0;

  constructor(watch: Watch) {
    this.#watch = watch;
    this.#backOff = new BackOff(() => watch.random());
  }

  signedIn(): void {
    this.#hasSignedIn = true;
    this.#refusals = 0;
  }

  /**
   * Returns when it is worth trying again.
   * @param stood milliseconds that the connection was good for
   * @throws the error where the person has to do something, and the reason of the signal
   */
  async after(error: unknown, stood: number): Promise<void> {
    const { signal, control } = this.#watch;
    if (signal.aborted || !(error instanceof MailstowError)) throw error;
    // Cut short for somebody who needs the archive.
    if (control.isHeld) return control.untilFree(signal);
    const failure = toFailure(error);
    if (failure.kind === 'login-refused') this.#refusals += 1;
    const least = passing(failure, this.#hasSignedIn ? this.#refusals : undefined);
    if (least === undefined) throw error;
    const milliseconds = Math.max(least, this.#backOff.next(stood));
    this.#watch.emit({ event: 'away', failure, milliseconds });
    if (await rest(this.#watch, milliseconds)) this.#backOff.forget();
  }
}
