import { channel } from 'node:diagnostics_channel';

/** What went wrong with its stack and causes: nothing a person reads, everything a log keeps. */
const defects = channel('mailstow:defect');
const told = new WeakSet<object>();
/** A chain of causes is short; one that leads back to itself has no end. */
const mostCauses = 10;

/** @returns ends the subscription */
export function onDefect(listener: (trace: string) => void): () => void {
  const hear = (trace: unknown) => listener(String(trace));
  defects.subscribe(hear);
  return () => defects.unsubscribe(hear);
}

/** Tells of an error once, however often it is met on its way up. */
export function tellDefect(thrown: unknown): void {
  if (typeof thrown === 'object' && thrown !== null) {
    if (told.has(thrown)) return;
    told.add(thrown);
  }
  if (defects.hasSubscribers) defects.publish(traceOf(thrown));
}

/** Passes on what was told in another thread. */
export function passOnDefect(trace: string): void {
  defects.publish(trace);
}

/** The stack of an error and those of its causes. */
function traceOf(thrown: unknown): string {
  const traces: string[] = [];
  let next = thrown;
  while (next !== undefined && traces.length < mostCauses) {
    traces.push(next instanceof Error ? (next.stack ?? String(next)) : String(next));
    next = next instanceof Error ? next.cause : undefined;
  }
  return traces.join('\nCaused by: ');
}
