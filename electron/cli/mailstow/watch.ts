import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import { exitCodeNameOf } from '../../../shared/model/exit-codes.ts';
import type { WatchEvent } from '../../../shared/model/live.ts';
import { MailstowError } from '../../engine/errors.ts';
import { watchAccount } from '../../engine/live/watch-account.ts';
import { logRun, sentences } from '../../log/run-log.ts';
import { WatchPrinter } from '../watch-printer.ts';
import type { Action } from './command.ts';
import type { archiveRunOptions } from './option-tables.ts';
import { prepared } from './prepared-run.ts';

export const watch: Action<typeof archiveRunOptions> = (given, surroundings) =>
  prepared(given, surroundings, async ({ request, log, printer, json, quiet, heard }) => {
    const { signal } = surroundings;
    const options = { json, quiet, selection: request.selection };
    const watchPrinter = new WatchPrinter(surroundings, printer, options);
    const logged = logRun(log, request);
    /** Of the last round, unless another has begun since. */
    let outcome: ExitCodeName | undefined;
    const emit = (event: WatchEvent) => {
      if (event.event === 'round') {
        outcome = exitCodeNameOf(event.result);
        logged.done(event.result);
        watchPrinter.round(event);
      } else if (event.event === 'watching' || event.event === 'away') {
        if (event.event === 'away') log.info(`Tries again: ${sentences(event.failure)}`);
        watchPrinter.between(event);
      } else {
        if (event.event === 'mailboxes') outcome = undefined;
        logged.event(event);
        watchPrinter.event(heard(event));
      }
    };
    try {
      return await watchAccount(request, emit, signal);
    } catch (error) {
      // Its usual end: what came until then is archived.
      const isEnd = error instanceof MailstowError && error.kind === 'stopped' && signal.aborted;
      if (isEnd && outcome !== undefined) return outcome;
      throw error;
    }
  });
