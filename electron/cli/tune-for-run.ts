import { setFlagsFromString } from 'node:v8';

/**
 * Rules for V8. What a run makes is garbage at once: letting more of it pile up is memory and no speed. Nor is
 * there speed in the last and most expensive of V8's compilers, as most of the work is the system's.
 */
const thrift = ['--semi-space-growth-factor=1', '--heap-growing-percent=10', '--no-turbofan'];

/**
 * For a process that archives and ends, in all its threads from here on. Never for `serve`: reading mail is work
 * of our own, which the last compiler makes faster.
 */
export function tuneForRun(): void {
  for (const flag of thrift) setFlagsFromString(flag);
}
