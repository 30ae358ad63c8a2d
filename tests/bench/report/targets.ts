import {
  drains,
  drainToFiles,
  imapflowLoop,
  mbsyncAsItComes,
  mbsyncUnsynced,
  oneAtATime,
  ours,
} from '../contestants.ts';
import { secondRunOf } from '../large/large.ts';
import { libraryFigures } from '../library/library.ts';
import { narrowRace, oursUncompressed } from '../narrow/narrow.ts';
import { pop3Race } from '../pop3/pop3.ts';
import { fetchmail, getmail, mpop } from '../pop3/pop3-contestants.ts';
import { searchFigures } from '../search/search.ts';
import { bytesOfSecondRun, roundTripsOfSecondRun } from '../wire.ts';
import { type Findings, fastest, figureNamed } from './findings.ts';
import type { Phase } from './results.ts';

/** One line of what the design asks. */
export interface Target {
  readonly what: string;
  /** What ours is compared with; empty where it stands for itself. */
  readonly against: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  readonly unit: '×' | 'MB' | 'KB' | 'ms' | '%' | 'round trips';
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
  ourTime('WAN', 'first run', drains, 1.3),
  timesFaster('WAN', 'first run', [oneAtATime], 80),
  ourTime('WAN11', 'first run', drains, 1.3),
  timesFaster('WAN11', 'first run', [oneAtATime], 80),
  ourTime('L', 'no-op', [mbsyncAsItComes], 1),
  figure('L, no-op', roundTripsOfSecondRun('L'), { limit: 10, unit: 'round trips' }),
  figure('L, no-op, on the wire', bytesOfSecondRun('L'), { limit: 20, unit: 'KB', per: 1e3 }),
  ourTime('WAN11', 'no-op', [mbsyncAsItComes], 0.3),
  ourTime(narrowRace, 'first run', [oursUncompressed], 0.9),
  ourTime(narrowRace, 'first run', [mbsyncUnsynced], 1.05),
  timesFaster(pop3Race, 'first run', [mpop, getmail, fetchmail], 3),
  {
    what: 'no-op of 1,000,000 messages',
    against: 'our no-op of 10,000',
    bound: 'at most',
    limit: 2,
    unit: '×',
    measured({ figures }) {
      const [few, many] = [10_000, 1_000_000].map(count =>
        figureNamed(figures, secondRunOf(count)),
      );
      return few && many && many / few;
    },
  },
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
  besideRunAlone('M, first run with indexing for the library', libraryFigures.with),
  besideRunAlone('M, until the library has everything', libraryFigures.listed),
  figure('library of 1,000,000, first rows', libraryFigures.firstRows, { limit: 100, unit: 'ms' }),
  figure('library of 1,000,000, catalog a message', libraryFigures.bytes, {
    limit: 1.5,
    unit: 'KB',
    per: 1e3,
  }),
  indexingThroughput(100_000, 3),
  ...[100_000, 1_000_000].flatMap(messages => searchTargets(messages)),
];

function searchTargets(messages: number): Target[] {
  const name = `search in ${messages.toLocaleString('en')}`;
  const of = (kind: 'two words' | 'typed' | 'phrase') =>
    searchFigures.query('Mailstow', kind, messages);
  return [
    figure(`${name}, two words (p95)`, of('two words'), { limit: 60, unit: 'ms' }),
    figure(`${name}, as typed (p95)`, of('typed'), { limit: 150, unit: 'ms' }),
    figure(`${name}, phrase, first hits (p95)`, of('phrase'), { limit: 300, unit: 'ms' }),
    figure(`${name}, index, part of the text`, searchFigures.size('Mailstow', messages), {
      limit: 75,
      unit: '%',
    }),
    figure(`${name}, memory of the command that indexes`, searchFigures.memory(messages), {
      limit: 400,
      unit: 'MB',
    }),
  ];
}

/** Listing, reading and indexing, from nothing. */
function indexingThroughput(messages: number, limit: number): Target {
  return {
    what: 'indexing, messages a second',
    against: 'notmuch',
    bound: 'at least',
    limit,
    unit: '×',
    measured({ figures }) {
      const us = figureNamed(figures, searchFigures.throughput('Mailstow', messages));
      const them = figureNamed(figures, searchFigures.throughput('notmuch', messages));
      return us && them && us / them;
    },
  };
}

/** A target with what was measured; both undefined where nothing was. */
export interface Verdict extends Omit<Target, 'measured'> {
  readonly value: number | undefined;
  readonly met: boolean | undefined;
}

/** Holds the findings against each target. */
export function verdicts(targets: readonly Target[], findings: Findings): Verdict[] {
  return targets.map(({ measured, ...target }) => {
    const value = measured(findings);
    return { ...target, value, met: value === undefined ? undefined : holds(target, value) };
  });
}

function holds({ bound, limit }: Pick<Target, 'bound' | 'limit'>, value: number): boolean {
  return bound === 'at most' ? value <= limit : value >= limit;
}

/** At most so much of something that stands for itself; `per`: how many of the figure are one of the unit. */
function figure(
  what: string,
  name: string,
  { limit, unit, per = 1 }: { limit: number; unit: Target['unit']; per?: number },
): Target {
  const measured = ({ figures }: Findings): number | undefined => {
    const value = figureNamed(figures, name);
    return value === undefined ? undefined : value / per;
  };
  return { what, against: '', bound: 'at most', limit, unit, measured };
}

/** A run of the app that lists what it stores, against one that does not. */
function besideRunAlone(what: string, name: string): Target {
  return {
    what,
    against: 'without',
    bound: 'at most',
    limit: 1.2,
    unit: '×',
    measured({ figures }) {
      const alone = figureNamed(figures, libraryFigures.without);
      const listing = figureNamed(figures, name);
      return alone && listing && listing / alone;
    },
  };
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
    against: peers === drains ? 'limit (drain)' : peers.join(', '),
    ...bound,
    unit: '×',
    measured(findings) {
      const us = fastest(findings, race, phase, [ours]);
      const them = fastest(findings, race, phase, peers);
      return us && them && ratio(us.seconds, them.seconds);
    },
  };
}
