import { Bell } from './bell.ts';
import { waitFor } from './listening.ts';
import { News } from './news.ts';
import type { Watch } from './watch.ts';

/**
 * Waits for so many milliseconds, or until the computer woke up.
 * @returns whether that was it
 * @throws the reason of the signal
 */
export async function rest(
  { signal, control, clock }: Watch,
  milliseconds: number,
): Promise<boolean> {
  signal.throwIfAborted();
  const stop = new Bell();
  const onAbort = () => stop.ring();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const nothing = new News(clock);
    const ended = await waitFor({ news: nothing, clock, woken: control.woken }, milliseconds, stop);
    signal.throwIfAborted();
    return ended === 'woken';
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
