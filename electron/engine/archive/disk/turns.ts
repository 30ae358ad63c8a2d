/** Milliseconds of reading after which others get their turn. */
const slice = 20;

/** Gives what waits in this thread, such as a question of the window, its turn now and then. */
export class Turns {
  #since = performance.now();

  /** Whether it is time for {@link next}. */
  isDue(): boolean {
    return performance.now() - this.#since >= slice;
  }

  async next(): Promise<void> {
    await new Promise<void>(resolve => setImmediate(resolve));
    this.#since = performance.now();
  }
}

/**
 * Carries out work that comes in steps, with a turn for others between them.
 * @param signal ends it early
 */
export async function inTurns<Result>(
  steps: Iterator<unknown, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const turns = new Turns();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (!turns.isDue()) continue;
    await turns.next();
    signal?.throwIfAborted();
  }
}

/** Carries out the same work in one go. */
export function atOnce<Result>(steps: Iterator<unknown, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
