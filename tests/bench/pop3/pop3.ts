import { pop3DovecotMissing, startPop3Dovecot } from '../../servers/dovecot-pop3.ts';
import { type Corpus, fillAccount } from '../accounts.ts';
import { race } from '../race.ts';
import type { Outcome, Stage } from '../stage.ts';
import { pop3Contestants, pop3Drain } from './pop3-contestants.ts';

export const pop3Race = 'POP3';

/** A race over POP3S on loopback, at a Dovecot of its own. */
export function raceByPop3(corpus: Corpus): (stage: Stage) => Promise<Outcome> {
  return async stage => {
    const missing = pop3DovecotMissing();
    if (missing !== undefined) throw new Error(missing);
    const { dovecot, pop3s } = await startPop3Dovecot();
    try {
      stage.report(`${pop3Race}: filling a maildrop with ${corpus.messages} messages`);
      const account = await fillAccount(dovecot, corpus, 1, stage.signal);
      const course = { name: pop3Race, account, port: pop3s, ca: dovecot.ca, distant: false };
      const present = [...pop3Contestants, pop3Drain].filter(each => each.missing() === undefined);
      return { timings: await race(stage, course, present, pop3Drain), figures: [] };
    } finally {
      await dovecot.stop();
    }
  };
}
