import {
  drains,
  drainToFiles,
  imapflowLoop,
  mbsyncAsItComes,
  mbsyncUnsynced,
  oneAtATime,
  ours,
} from './contestants.ts';
import type { Figure, Phase, Result } from './results.ts';

/** Everything that was measured. */
export interface Findings {
  readonly results: readonly Result[];
  readonly figures: readonly Figure[];
}

export interface Target {
  readonly what: string;
  /** What ours is compared with; empty where it stands for itself. */
  readonly against: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  readonly unit: '×' | 'MB' | 'KB' | 'ms' | 'round trips';
  /** In the target's unit; undefined where it was not measured. */
  measured(findings: Findings): number | undefined;
}

const mostMemory = 120;

/** What the design asks of speed, line by line. */
export const targets: readonly Target[] = [
  timesFaster('M', 'first run', [mbsyncAsItComes], 5),
  ourTime('M', 'first run', [mbsyncUnsynced], 1.25),
  ourTime('M', 'first run', drains, 1.5),
  timesFaster('M', 'first run', [imapflowLoop], 3),
  timesFaster('M', 'first run', [oneAtATime], 4),
  ourTime('L', 'first run', [mbsyncUnsynced], 1.25),
  ourTime('BIG', 'first run', [drainToFiles], 1.25),
  ourTime('WAN11', 'first run', drains, 1.3),
  timesFaster('WAN11', 'first run', [oneAtATime], 80),
  ourTime('L', 'no-op', [mbsyncAsItComes], 1),
  ourTime('WAN11', 'no-op', [mbsyncAsItComes], 0.3),
  {
    what: 'peak memory, any preset',
    against: '',
    bound: 'at most',
    limit: mostMemory,
    unit: 'MB',
    measured: ({ results }) => {
      const peaks = results.flatMap(each =>
        each.contestant === ours ? (each.peakMemory ?? []) : [],
      );
      return peaks.length === 0 ? undefined : Math.max(...peaks) / 1e6;
    },
  },
];

/** Whether the target is met; undefined where nothing was measured. */
export function isMet(target: Target, findings: Findings): boolean | undefined {
  const value = target.measured(findings);
  if (value === undefined) return undefined;
  return target.bound === 'at most' ? value <= target.limit : value >= target.limit;
}

/** The fastest of some contestants; undefined where none of them ran. */
export function fastest(
  { results }: Pick<Findings, 'results'>,
  race: string,
  phase: Phase,
  among: readonly string[],
): Result | undefined {
  return results
    .filter(each => each.race === race && each.phase === phase && among.includes(each.contestant))
    .toSorted((one, other) => one.seconds - other.seconds)[0];
}

function ourTime(race: string, phase: Phase, peers: readonly string[], limit: number): Target {
  return compare(race, phase, peers, { bound: 'at most', limit }, (us, them) => us / them);
}

function timesFaster(race: string, phase: Phase, peers: readonly string[], limit: number): Target {
  return compare(race, phase, peers, { bound: 'at least', limit }, (us, them) => them / us);
}

function compare(
  race: string,
  phase: Phase,
  peers: readonly string[],
  bound: Pick<Target, 'bound' | 'limit'>,
  ratio: (us: number, them: number) => number,
): Target {
  return {
    what: `${race}, ${phase}`,
    against: peers === drains ? 'limit (drain)' : peers.join(),
    ...bound,
    unit: '×',
    measured(findings) {
      const us = fastest(findings, race, phase, [ours]);
      const them = fastest(findings, race, phase, peers);
      return us && them && ratio(us.seconds, them.seconds);
    },
  };
}
