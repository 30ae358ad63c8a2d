export type Phase = 'first run' | 'no-op';

/** One timed run of one contestant. */
export interface Timing {
  readonly race: string;
  readonly phase: Phase;
  readonly contestant: string;
  readonly seconds: number;
  /** Bytes; undefined where the system does not tell. */
  readonly peakMemory: number | undefined;
}

/** Something else that was measured. */
export interface Figure {
  readonly name: string;
  readonly value: number;
}

/** What was timed more than once, as one. */
export interface Result {
  readonly race: string;
  readonly phase: Phase;
  readonly contestant: string;
  readonly runs: number;
  /** The median. */
  readonly seconds: number;
  /** The greatest, bytes. */
  readonly peakMemory: number | undefined;
}

/** The value in the middle; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('Nothing has no median');
  return (upper + lower) / 2;
}

/** In the order in which the timings first came. */
export function summarise(timings: readonly Timing[]): Result[] {
  const groups = Map.groupBy(timings, each =>
    JSON.stringify([each.race, each.phase, each.contestant]),
  );
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const { race, phase, contestant } = first;
    const peaks = group.flatMap(each => each.peakMemory ?? []);
    return [
      {
        race,
        phase,
        contestant,
        runs: group.length,
        seconds: median(group.map(each => each.seconds)),
        peakMemory: peaks.length === 0 ? undefined : Math.max(...peaks),
      },
    ];
  });
}
