import { contestants } from '../contestants.ts';
import { narrowContestants } from '../narrow/narrow.ts';
import { pop3Contestants, pop3Drain } from '../pop3/pop3-contestants.ts';

/** Of all races, each once, in the order in which they stand in tables. */
export const contestantNames: readonly string[] = [
  ...new Set(
    [...contestants, ...narrowContestants, ...pop3Contestants, pop3Drain].map(({ name }) => name),
  ),
];
