import { networkInterfaces } from 'node:os';
import type { Walls } from './reader-messages.ts';

/** Takes away what is in reach and never needed, and says what this process cannot reach. */
export function isolated(): Walls {
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Reflect.deleteProperty(globalThis, name);
  // Of Node's permission model; where it is off nobody is asked.
  const permission = process.permission;
  const isFree = (what: string) => permission === undefined || permission.has(what);
  return {
    files: !isFree('fs.read') && !isFree('fs.write'),
    programs: !isFree('child'),
    // In a network of its own not even the loopback is up.
    network: Object.values(networkInterfaces()).every(addresses => (addresses ?? []).length === 0),
  };
}
