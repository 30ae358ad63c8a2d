import type { RunChange, RunState } from '../shared/contract.ts';

/** A run as a window may be told of it. */
export const aRun = (more: Partial<RunState> = {}): RunState => ({
  accountId: 'one',
  revision: 1,
  state: 'running',
  startedAt: 0,
  mailboxes: [],
  stored: 0,
  toFetch: 0,
  storedBytes: 0,
  received: 0,
  done: 0,
  speed: 0,
  bytesPerSecond: 0,
  problems: [],
  problemCount: 0,
  warnings: [],
  warningCount: 0,
  ...more,
});

/** The next that is told of a run: all of its mailboxes as they are then. */
export function aChange(run: RunState): RunChange {
  const mailboxes = run.mailboxes.map((mailbox, at) => ({ at, ...mailbox }));
  return { ...run, revision: run.revision + 1, mailboxes, problemsFrom: 0, warningsFrom: 0 };
}
