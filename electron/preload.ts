import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract.ts';
import { callNames, eventNames } from '../shared/contract-names.ts';
import { callChannel, eventChannel } from './desktop/channels.ts';

/** Exposes the contract and nothing else: the names of the calls and events are checked on this side too. */
type Listener = (value: unknown) => void;

const listeners = new Map<string, Set<Listener>>(
  eventNames.map(name => [name, new Set<Listener>()]),
);

ipcRenderer.on(eventChannel, (_event, name: string, value: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(value);
});

const bridge: Bridge = {
  call: (name, input) => {
    if (!callNames.includes(name)) return Promise.reject(new Error('There is no such call.'));
    return ipcRenderer.invoke(callChannel, name, input);
  },
  subscribe: (name, listener) => {
    const known = listeners.get(name);
    if (known === undefined || typeof listener !== 'function') {
      throw new Error('There is no such event.');
    }
    // A function of the page arrives as a new proxy each time: the subscription is an object of our own.
    const hear: Listener = value => listener(value as Parameters<typeof listener>[0]);
    known.add(hear);
    return () => {
      known.delete(hear);
    };
  },
};

contextBridge.exposeInMainWorld('mailstow', bridge);
