import { tellDefect } from '../engine/defects.ts';

/** For what goes wrong where nobody waits for an answer: to the log, and to anyone who started the app in a terminal. */
export function reportError(error: unknown): void {
  console.error(error);
  tellDefect(error);
}
