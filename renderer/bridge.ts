import { type Bridge, calls, type EventName, events } from '../shared/contract.ts';

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

/** The same bridge, with every answer held to the contract; what does not fit never reaches a store. */
export function checked(bridge: Bridge): Bridge {
  return {
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
  };
}

const notSignedIn = {
  ok: false,
  failure: {
    kind: 'not-signed-in',
    scope: 'run',
    message: 'This page is no longer signed in to Mailstow.',
    nextStep: 'Open the address that Mailstow printed when it started once more.',
  },
} as const;

function notReached(serverText: string) {
  return {
    ok: false,
    failure: {
      kind: 'not-reached',
      scope: 'run',
      message: 'Mailstow does not answer.',
      nextStep: 'Check that it is still running where you started it, then try again.',
      serverText,
    },
  } as const;
}

function broken(serverText: string) {
  return {
    ok: false,
    failure: {
      kind: 'defect',
      scope: 'run',
      message: 'Mailstow gave an answer that this window does not understand.',
      nextStep: 'Reload the window; if it happens again, install Mailstow anew.',
      serverText,
    },
  } as const;
}
