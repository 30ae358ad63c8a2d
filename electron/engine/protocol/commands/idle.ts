import type { Command } from '../command.ts';

/**
 * RFC 2177: the server tells what happens in the open mailbox until the client has enough of it.
 * @param enough resolves, never rejects, when that is; from the server's consent to then silence does not count
 */
export function idle(enough: Promise<void>): Command<void> {
  return {
    name: 'IDLE',
    arguments: [],
    claim: () => false,
    continue: () => enough.then(() => 'DONE'),
    result: () => undefined,
  };
}
