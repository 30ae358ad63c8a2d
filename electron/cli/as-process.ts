import { setFlagsFromString } from 'node:v8';
import type { Surroundings } from './mailstow/command.ts';

/** Runs a command line as this process: its arguments, streams and signals, and the code it leaves with. */
export async function asProcess(
  run: (
    argv: readonly string[],
    surroundings: Omit<Surroundings, 'signal'>,
    signal: AbortSignal,
  ) => Promise<number>,
): Promise<void> {
  // What a run makes is garbage at once: room for more of it is memory and no speed.
  setFlagsFromString('--semi-space-growth-factor=1');
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // Once: a second signal ends the process at once, as without us.
    process.once(name, () => stop.abort());
  }
  // A reader that went away (`mailstow … | head`) must not turn a good run into a crash.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  process.exitCode = await run(process.argv.slice(2), process, stop.signal);
}
