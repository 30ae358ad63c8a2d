import { channel } from 'node:diagnostics_channel';

/** One event of a connection, without secrets and mail. */
export interface TraceEvent {
  /** Counted from 1 in each thread; in a thread other than the first behind its number: `3-1`. */
  readonly connection: string;
  /** `C` sent by us (the client), `S` by the server, `-` about the connection. */
  readonly from: 'C' | 'S' | '-';
  readonly text: string;
}

const events = channel('mailstow:protocol');

/**
 * Connections that begin from now on are recorded, in this thread.
 * @returns ends the subscription
 */
export function onTrace(listener: (event: TraceEvent) => void): () => void {
  const hear = (event: unknown) => listener(event as TraceEvent);
  events.subscribe(hear);
  return () => events.unsubscribe(hear);
}

export function isTraced(): boolean {
  return events.hasSubscribers;
}

export function tellTrace(event: TraceEvent): void {
  events.publish(event);
}
