import type { WatchEvent } from '../../../shared/model/live.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { MailstowError } from '../errors.ts';
import { systemClock } from './clock.ts';
import { noticeSleep } from './wake-up.ts';
import type { Watch } from './watch.ts';
import { WatchControl } from './watch-control.ts';
import { watchMailboxes } from './watch-mailboxes.ts';

/**
 * Archives an account and goes on with whatever comes, until the signal: by the protocol of its server. Changes nothing
 * on the server, and holds the archive only while something is stored.
 * @throws MailstowError where the person has to do something, and `run-stopped` for the signal
 */
export async function watchAccount(
  request: RunRequest,
  emit: (event: WatchEvent) => void,
  signal: AbortSignal,
  options: Partial<Pick<Watch, 'control' | 'clock' | 'random' | 'catchUp'>> = {},
): Promise<never> {
  const { control = new WatchControl(), clock = systemClock, random = Math.random } = options;
  const over = new AbortController();
  const watch = { request, emit, signal, ...options, control, clock, random };
  const looking = noticeSleep({ ...watch, signal: over.signal }).catch(() => undefined);
  try {
    if (request.server.protocol !== 'pop3') return await watchMailboxes(watch);
    // Loaded where it is needed only.
    const { watchMaildrop } = await import('./watch-maildrop.ts');
    return await watchMaildrop(watch);
  } catch (error) {
    throw signal.aborted ? new MailstowError('run-stopped') : error;
  } finally {
    over.abort();
    await looking;
  }
}
