import type { RunChange, RunState } from '../../shared/contract.ts';

/**
 * A run with what has changed of it.
 * @returns `known` itself for what it has already; undefined where something in between was missed
 */
export function withChange(known: RunState | undefined, change: RunChange): RunState | undefined {
  const { mailboxes: changed, problemsFrom, warningsFrom, ...head } = change;
  const before = known?.startedAt === change.startedAt ? known : undefined;
  if (before !== undefined && change.revision <= before.revision) return before;
  if (change.revision !== (before?.revision ?? 0) + 1) return undefined;
  const mailboxes = before?.mailboxes.slice() ?? [];
  for (const { at, ...mailbox } of changed) mailboxes[at] = mailbox;
  const problems = [...(before?.problems.slice(0, problemsFrom) ?? []), ...change.problems];
  const warnings = [...(before?.warnings.slice(0, warningsFrom) ?? []), ...change.warnings];
  return { ...head, mailboxes, problems, warnings };
}
