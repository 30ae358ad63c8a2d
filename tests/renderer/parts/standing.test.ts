import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../../../renderer/parts/standing.ts';
import { loadWords } from '../../../renderer/words/words.ts';
import type { Account, RunState, Verdict } from '../../../shared/contract.ts';
import { aRun } from '../../a-run.ts';
import { aVerdict } from '../a-verdict.ts';
import { anAccount } from '../an-account.ts';

let t: Awaited<ReturnType<typeof loadWords>>['t'];
beforeAll(async () => {
  ({ t } = await loadWords('en'));
});

type LastRun = NonNullable<Account['lastRun']>;

/** Of an account whose last run came to this verdict. */
function answerTo(changes: Partial<Verdict>, messages = 100) {
  const verdict = aVerdict(changes);
  const complete = verdict.state === 'complete';
  return answerOf(
    t,
    anAccount({ lastRun: { finishedAt: 1, complete, messages, verdict } }),
    undefined,
    today,
  );
}

/** The beginning of a day in summer. */
const today = new Date(2026, 6, 15).getTime();
const day = 86_400_000;

describe('whether the mail is safe', () => {
  const out = { mailboxes: 1, messages: 9, names: ['Spam'] };

  test.each<[string, Partial<Verdict>, string, string]>([
    ['all of it is', {}, 'safe', 'All 100 messages are safe'],
    ['what was asked for is', { leftOut: out }, 'safe', '100 messages are safe'],
    ['shared folders were not asked for', { shared: out }, 'safe', '100 messages are safe'],
    ['folders that are kept lack nothing', { kept: out }, 'safe', 'All 100 messages are safe'],
    ['messages lack', { state: 'incomplete', missing: 2 }, 'needs', '2 messages are not saved'],
    ['one lacks', { state: 'incomplete', missing: 1 }, 'needs', '1 message is not saved'],
    [
      'folders lack, nobody knows how many messages',
      { state: 'incomplete', failed: out },
      'needs',
      'Not everything is saved',
    ],
    ['the person stopped', { state: 'stopped', missing: 50 }, 'needs', 'You stopped archiving'],
    ['a problem ended it', { state: 'failed', missing: 50 }, 'needs', 'Archiving did not finish'],
  ])('%s', (_which, verdict, standing, text) => {
    expect(answerTo(verdict)).toEqual({ standing, text });
  });

  test('one message is not “all 1 messages”', () => {
    expect(answerTo({}, 1).text).toBe('Your one message is safe');
  });

  test.each<[string, Omit<LastRun, 'finishedAt' | 'messages'>, string, string]>([
    ['complete', { complete: true }, 'safe', '7 messages are safe'],
    ['not complete', { complete: false }, 'needs', 'Archiving did not finish'],
  ])('a run of an earlier version, which kept no verdict, was %s', (_which, kept, ...said) => {
    const account = anAccount({ lastRun: { finishedAt: 1, messages: 7, ...kept } });
    const { standing, text } = answerOf(t, account, undefined, today);
    expect([standing, text]).toEqual(said);
  });

  test('nothing is said of an account that was never archived', () => {
    const answer = { standing: 'never', text: 'Never archived' };
    expect(answerOf(t, anAccount(), undefined, today)).toEqual(answer);
  });
});

describe('how long ago everything was archived', () => {
  const answer = (days: number, changes: Partial<Account> = {}) => {
    const finishedAt = today + day / 2 - days * day;
    const lastRun = { finishedAt, complete: true, messages: 7 };
    const account = { lastRun, lastComplete: { finishedAt, messages: 7 }, ...changes };
    const { standing, text } = answerOf(t, anAccount(account), undefined, today);
    return [standing, text];
  };

  test.each([
    [0, 'safe', '7 messages are safe'],
    [29, 'safe', '7 messages are safe'],
    [30, 'needs', 'The last 30 days are not saved'],
    [41, 'needs', 'The last 41 days are not saved'],
    [365, 'needs', 'The last 365 days are not saved'],
    // The clock was set back behind the run: nobody knows, and nothing is made up.
    [-1, 'safe', '7 messages are safe'],
    [-365, 'safe', '7 messages are safe'],
  ])('%i days', (days, ...said) => {
    expect(answer(days)).toEqual(said);
  });

  test('a failed attempt since changes nothing of it', () => {
    const verdict = aVerdict({ state: 'failed' });
    const lastRun = { finishedAt: today, complete: false, messages: 0, verdict };
    expect(answer(41, { lastRun })).toEqual(['needs', 'The last 41 days are not saved']);
    expect(answer(3, { lastRun })).toEqual(['needs', 'Archiving did not finish']);
  });

  test('damaged files need the person until a run fetched them again, those that are lost after it too', () => {
    const lastCheck = {
      ...{ finishedAt: today, state: 'damaged' as const, damaged: 3, lost: 1 },
      ...{ withServer: false, notHere: 0 },
    };
    expect(answer(1, { lastCheck })).toEqual(['needs', '3 files are damaged or missing']);
    const since = { ...lastCheck, archivedSince: true as const };
    expect(answer(1, { lastCheck: since })).toEqual(['needs', '1 file is damaged or missing']);
    expect(answer(1, { lastCheck: { ...since, lost: 0 } })).toEqual([
      'safe',
      '7 messages are safe',
    ]);
  });
});

describe('while a run goes on', () => {
  const lastRun = { finishedAt: 1, complete: true, messages: 100 };
  const answer = (changes: Partial<RunState>) =>
    answerOf(t, anAccount({ lastRun }), aRun(changes), today);

  test('it is said how many are safe so far, whatever the last one came to', () => {
    const soFar = { done: 90, messages: 180, fraction: 0.5 };
    const text = '90 of 180 messages are safe so far';
    expect(answer(soFar)).toEqual({ standing: 'working', text, share: 0.5 });
    expect(answer({ ...soFar, state: 'paused' }).text).toBe(text);
  });

  test.each<[string, Partial<RunState>]>([
    ['it connects', { state: 'connecting', messages: 180 }],
    ['nobody knows how many there are', { state: 'running' }],
  ])('no number is made up while %s', (_which, changes) => {
    expect(answer(changes)).toMatchObject({ standing: 'working', text: 'Connecting…' });
  });

  test.each(['done', 'stopped', 'failed'] as const)('one that is over (%s) is not asked', state => {
    expect(answer({ state, done: 1, messages: 2 })).toMatchObject({
      standing: 'safe',
      text: '100 messages are safe',
    });
  });
});
