import { mbsyncAsItComes, ours } from '../contestants.ts';
import type { Result } from './results.ts';

const middle = { race: 'M', phase: 'first run', runs: 3 } as const;

/** A session in which ours takes 4 s, mbsync 22 s, and the two drains 2 s and 2.5 s. */
export const someResults: readonly Result[] = [
  { ...middle, contestant: ours, seconds: 4, peakMemory: 100e6 },
  { ...middle, contestant: mbsyncAsItComes, runs: 1, seconds: 22, peakMemory: 10e6 },
  { ...middle, contestant: 'drain (Node)', seconds: 2.5, peakMemory: undefined },
  { ...middle, contestant: 'drain (OpenSSL)', seconds: 2, peakMemory: undefined },
];
