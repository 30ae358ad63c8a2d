import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Traffic } from './line-process.ts';

/** A line that runs in a process of its own, which ends with ours. */
export interface Line {
  readonly port: number;
  /** What went over it since this was asked last. */
  traffic(): Promise<Traffic>;
  stop(): Promise<void>;
}

/**
 * Lays a line to a server on loopback.
 * @param roundTrip milliseconds
 * @param bytesPerSecond that all connections together get from the server at most
 */
export async function startLine(
  target: number,
  roundTrip: number,
  bytesPerSecond?: number,
): Promise<Line> {
  const program = join(import.meta.dirname, 'line-process.ts');
  const given = [target, roundTrip, bytesPerSecond].filter(each => each !== undefined);
  const child = fork(program, given.map(String), { detached: true });
  const [port] = await once(child, 'message');
  return {
    port,
    async traffic() {
      child.send('traffic');
      const [traffic] = await once(child, 'message');
      return traffic;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
