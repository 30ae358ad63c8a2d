import type { Bridge, EventName } from '../shared/contract.ts';
import { failureOf } from '../shared/i18n/failure-of.ts';
import { checked } from './checked-bridge.ts';

declare global {
  interface Window {
    /** What preload exposes in the desktop app; absent in a browser. */
    readonly mailstow?: Bridge;
  }
}

/** The way to the process that does the work: the desktop app's own, or HTTP to the server of this page. */
export function findBridge(): Bridge {
  return checked(window.mailstow ?? overHttp());
}

function overHttp(): Bridge {
  const stream = new EventSource('/events');
  return {
    async call(name, input) {
      try {
        const response = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(input ?? null),
        });
        if (response.status === 401) return notSignedIn;
        return await response.json();
      } catch (reason) {
        return notReached(String(reason));
      }
    },
    subscribe(name: EventName, listener) {
      const hear = (event: MessageEvent<string>): void => listener(JSON.parse(event.data));
      stream.addEventListener(name, hear);
      return () => stream.removeEventListener(name, hear);
    },
    onConnect(listener) {
      stream.addEventListener('open', listener);
    },
  };
}

const notSignedIn = { ok: false, failure: failureOf('not-signed-in') } as const;

function notReached(serverText: string) {
  return { ok: false, failure: failureOf('not-reached', { serverText }) } as const;
}
