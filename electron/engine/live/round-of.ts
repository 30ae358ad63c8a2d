import type { WatchEvent } from '../../../shared/model/live.ts';
import type { RunEvent, RunResult } from '../../../shared/model/run.ts';

/** What a round says, and at its end what it brought. */
export interface Round {
  emit(event: RunEvent): void;
  done(result: RunResult): void;
}

export function roundOf(emit: (event: WatchEvent) => void): Round {
  const stored = new Map<string, number>();
  return {
    emit(event) {
      if (event.event === 'progress') stored.set(event.mailbox, event.stored);
      emit(event);
    },
    done({ stored: all, storedBytes, verdict, problems }) {
      const brought = [...stored].filter(([, messages]) => messages > 0);
      emit({
        event: 'round',
        stored: brought.map(([mailbox, messages]) => ({ mailbox, messages })),
        result: { stored: all, storedBytes, verdict, problems },
      });
    },
  };
}
