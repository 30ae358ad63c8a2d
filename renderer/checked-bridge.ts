import { type Bridge, calls, events } from '../shared/contract.ts';
import { failureOf } from '../shared/i18n/failure-of.ts';

/** The same bridge, with every answer held to the contract; what does not fit never reaches a store. */
export function checked(bridge: Bridge): Bridge {
  return {
    ...bridge,
    async call(name, input) {
      const answer = await bridge.call(name, input);
      if (!answer.ok) return answer;
      const parsed = calls[name].output.safeParse(answer.value);
      if (parsed.success) return answer;
      return broken(`${name}: ${parsed.error.issues.map(each => each.path.join('.')).join(', ')}`);
    },
    subscribe: (name, listener) =>
      bridge.subscribe(name, value => {
        if (events[name].safeParse(value).success) listener(value);
      }),
  };
}

function broken(serverText: string) {
  return { ok: false, failure: failureOf('answer-not-understood', { serverText }) } as const;
}
