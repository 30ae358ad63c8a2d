import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds that work may go on without a look at anything else, a signal to stop included. */
const longestStretch = 50;

/**
 * For loops that may wait for nothing, because all is known: 100,000 mailboxes in which nothing changed.
 * @returns to be awaited in each round; it lets others have their turn as often as it must
 */
export function turns(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < longestStretch) return undefined;
    return turn().then(() => {
      last = performance.now();
    });
  };
}
