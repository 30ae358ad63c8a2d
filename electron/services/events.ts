import { type EventName, type EventValue, events } from '../../shared/contract.ts';

/** One event with its value. */
export type AppEvent = {
  [Name in EventName]: { readonly name: Name; readonly value: EventValue<Name> };
}[EventName];

/** What happened, for every window that listens. */
export class Events {
  readonly #listeners = new Set<(event: AppEvent) => void>();

  /** @returns ends the subscription */
  subscribe(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Leaves out whatever the contract does not name, and an event that is not as it says. */
  emit<Name extends EventName>(name: Name, value: EventValue<Name>): void {
    const read = events[name].safeParse(value);
    if (!read.success) {
      process.emitWarning(`${name} is not as the contract says: ${read.error.message}`);
      return;
    }
    const event = { name, value: read.data } as AppEvent;
    for (const listener of this.#listeners) listener(event);
  }
}
