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

  /** Leaves out whatever the contract does not name. */
  emit<Name extends EventName>(name: Name, value: EventValue<Name>): void {
    const event = { name, value: events[name].parse(value) } as AppEvent;
    for (const listener of this.#listeners) listener(event);
  }
}
