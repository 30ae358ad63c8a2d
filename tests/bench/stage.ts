import type { Dovecot } from '../servers/dovecot.ts';
import type { Programs } from './programs.ts';
import type { Figure, Timing } from './report/results.ts';

/** What every part of the benchmark works with. */
export interface Stage {
  readonly dovecot: Dovecot;
  readonly programs: Programs;
  /** An empty folder of this part's own; removed at the very end, never between timings. */
  readonly folder: string;
  readonly rounds: number;
  /** Ends everything early. */
  readonly signal: AbortSignal;
  /** Tells what is going on, in a line. */
  report(words: string): void;
  /** Takes down that something could not be measured, while the rest goes on. */
  failed(words: string): void;
}

/** What a part found out. */
export interface Outcome {
  readonly timings: readonly Timing[];
  readonly figures: readonly Figure[];
}

/** One preset: what `--presets` names. */
export interface Part {
  /** Room for what it writes. */
  readonly gigabytes: { readonly once: number; readonly eachRound: number };
  run(stage: Stage): Promise<Outcome>;
}
