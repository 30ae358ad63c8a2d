import { type Account, type Corpus, corpora, fillAccount } from './accounts.ts';
import { contestants } from './contestants.ts';
import { largeMailboxes } from './large/large.ts';
import { largeLibrary, runsWithLibrary } from './library/library.ts';
import { startLine } from './line/line.ts';
import { raceOnNarrowLine } from './narrow/narrow.ts';
import { raceByPop3 } from './pop3/pop3.ts';
import { race } from './race.ts';
import type { Timing } from './report/results.ts';
import { searchBesidePeers } from './search/search.ts';
import type { Part, Stage } from './stage.ts';
import { countSecondRun } from './wire.ts';

/** Gigabytes for journals and for a run that is counted but not timed. */
const roomOnce = 0.6;

/** Everything that can be measured, by the name that `--presets` knows it by. */
export const parts: Readonly<Record<string, Part>> = {
  S: nearby('S', corpora.S, 0.3),
  M: nearby('M', corpora.M, 4),
  L: nearby('L', corpora.L, 4),
  BIG: nearby('BIG', corpora.BIG, 2.5),
  WAN: distant('WAN', corpora.S, 1, 0.3),
  WAN11: distant('WAN11', corpora.S, 11, 0.3),
  NARROW: { gigabytes: { once: roomOnce, eachRound: 0.5 }, run: raceOnNarrowLine },
  POP3: { gigabytes: { once: roomOnce, eachRound: 4 }, run: raceByPop3(corpora.M) },
  MILLION: { gigabytes: { once: 7, eachRound: 0 }, run: largeMailboxes },
  INDEXING: { gigabytes: { once: 0.5, eachRound: 1.5 }, run: runsWithLibrary },
  SEARCH: { gigabytes: { once: 5, eachRound: 0 }, run: searchBesidePeers(100_000) },
  SEARCH_SMALL: { gigabytes: { once: 1, eachRound: 0 }, run: searchBesidePeers(10_000) },
  SEARCH_MILLION: {
    gigabytes: { once: 12, eachRound: 0 },
    run: searchBesidePeers(1_000_000, true),
  },
  LIBRARY: { gigabytes: { once: 2, eachRound: 0 }, run: largeLibrary },
};

/** Milliseconds of a round trip on the slow line. */
const slowLine = 40;

/**
 * A race over loopback.
 * @param eachRound gigabytes that all contestants write together
 */
export function nearby(name: string, corpus: Corpus, eachRound: number): Part {
  return {
    gigabytes: { once: roomOnce, eachRound },
    async run(stage) {
      const account = await fill(stage, name, corpus, 1);
      const timings = await compete(stage, name, account, stage.dovecot.ports.imaps, false);
      return { timings, figures: await countSecondRun(stage, name, account) };
    },
  };
}

function distant(name: string, corpus: Corpus, folders: number, eachRound: number): Part {
  return {
    gigabytes: { once: roomOnce, eachRound },
    async run(stage) {
      const account = await fill(stage, name, corpus, folders);
      const line = await startLine(stage.dovecot.ports.imaps, slowLine);
      try {
        return { timings: await compete(stage, name, account, line.port, true), figures: [] };
      } finally {
        await line.stop();
      }
    },
  };
}

async function compete(
  stage: Stage,
  name: string,
  account: Account,
  port: number,
  distant: boolean,
): Promise<Timing[]> {
  const present = contestants.filter(each => each.missing() === undefined);
  const course = { name, account, port, ca: stage.dovecot.ca, distant };
  return race(stage, course, present);
}

async function fill(stage: Stage, name: string, corpus: Corpus, folders: number): Promise<Account> {
  stage.report(`${name}: filling an account with ${corpus.messages} messages`);
  return fillAccount(stage.dovecot, corpus, folders, stage.signal);
}
