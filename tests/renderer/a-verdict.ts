import type { Verdict } from '../../shared/contract.ts';

const none = { mailboxes: 0, messages: 0, names: [] };

/** Two mailboxes of 50 messages that are archived whole, but for the changes. */
export function aVerdict(changes: Partial<Verdict> = {}): Verdict {
  return {
    ...{ state: 'complete', mailboxes: 2, onServer: 100, excluded: 0, unnamed: 0, selected: 100 },
    ...{ archived: 100, elsewhere: 0, missing: 0, quarantined: 0, gone: 0 },
    ...{ leftOut: none, shared: none, kept: none, failed: none, notReached: none },
    ...{ stored: 0, bytes: 0, milliseconds: 40_000, warnings: 0 },
    ...changes,
  };
}
