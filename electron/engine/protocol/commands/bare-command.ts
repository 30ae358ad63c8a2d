import type { Command } from '../command.ts';

/** A command without arguments and without responses of its own. */
export function bareCommand(name: string): Command<void> {
  return { name, arguments: [], claim: () => false, result: () => undefined };
}
