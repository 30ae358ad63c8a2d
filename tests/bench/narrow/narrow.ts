import { startDovecot } from '../../servers/dovecot.ts';
import { fillAccount } from '../accounts.ts';
import {
  archiving,
  type Contestant,
  contestants,
  imapflowLoop,
  mbsyncUnsynced,
  nodeDrain,
  ours,
} from '../contestants.ts';
import { startLine } from '../line/line.ts';
import { race } from '../race.ts';
import type { Outcome, Stage } from '../stage.ts';
import { mailWithDocuments } from './narrow-corpus.ts';

export const narrowRace = 'NARROW';
export const oursUncompressed = 'Mailstow, uncompressed';

/** 50 megabits a second, 30 ms there and back: a home's line to its provider. */
const bytesPerSecond = 6_250_000;
const roundTrip = 30;

/** The server offers COMPRESS=DEFLATE (RFC 4978), which mbsync and ImapFlow use, too. */
const compressing = 'protocol imap {\n  mail_plugins = $mail_plugins imap_zlib\n}\n';

/** On loopback nothing is compressed by itself, so that is asked for. */
export const narrowContestants: readonly Contestant[] = [
  archiving(ours, '--layout', 'flat', '--compression', 'on'),
  archiving(oursUncompressed, '--layout', 'flat', '--compression', 'off'),
  ...contestants.filter(({ name }) =>
    [mbsyncUnsynced, imapflowLoop, nodeDrain.name].includes(name),
  ),
];

/** A race over a line that carries little. */
export async function raceOnNarrowLine(stage: Stage): Promise<Outcome> {
  const dovecot = await startDovecot(compressing);
  const line = await startLine(dovecot.ports.imaps, roundTrip, bytesPerSecond);
  try {
    const corpus = mailWithDocuments(2_000);
    stage.report(`${narrowRace}: filling an account with ${corpus.messages} messages`);
    const account = await fillAccount(dovecot, corpus, 1, stage.signal);
    const course = {
      ...{ name: narrowRace, account, port: line.port },
      ...{ ca: dovecot.ca, distant: true },
    };
    const present = narrowContestants.filter(each => each.missing() === undefined);
    return { timings: await race(stage, course, present), figures: [] };
  } finally {
    await line.stop();
    await dovecot.stop();
  }
}
