import { describe, expect, test } from 'vitest';
import { RunProgress } from '../../../electron/services/runs/run-progress.ts';
import { runState } from '../../../shared/contract.ts';
import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import { aReport } from '../../engine/report/some-report.ts';

/** A progress and the clock that it looks at. */
function progressAt(start: number) {
  const clock = { now: start };
  return { clock, progress: new RunProgress('account', () => clock.now) };
}

function report(mailbox: string, archived: number, missing = 0): MailboxReport {
  const counts = { onServer: archived + missing, selected: archived + missing, archived, missing };
  return { mailbox, uidValidity: 1, unnamed: 0, elsewhere: 0, gone: 0, problems: [], ...counts };
}

function failure(scope: Failure['scope'], mailbox: string): Failure {
  return { kind: 'receive', scope, mailbox, message: 'It broke.', nextStep: 'Again.' };
}

const verdictOf = (...mailboxes: MailboxReport[]) =>
  aReport({ mailboxes, problems: mailboxes.flatMap(({ problems }) => problems) }).verdict;
const result = aReport({ mailboxes: [] });

describe('what is to be seen of a run', () => {
  test('a folder shows what is on disk already while its new mail is fetched', () => {
    const { progress } = progressAt(0);
    progress.apply({ event: 'mailboxes', mailboxes: ['INBOX'], sizes: [{ messages: 12_000 }] });
    const counts = { onServer: 12_000, selected: 12_000, toFetch: 12 };
    progress.apply({ event: 'mailbox', mailbox: 'INBOX', ...counts });
    const row = () => progress.state().mailboxes[0];
    expect(row()).toMatchObject({ archived: 11_988, onServer: 12_000 });
    const arrived = { stored: 5, toFetch: 12, storedBytes: 50, received: 50, share: 0.4 };
    progress.apply({ event: 'progress', mailbox: 'INBOX', ...arrived });
    expect(row()).toMatchObject({ archived: 11_993, onServer: 12_000 });
  });

  test('from connecting to done, with every mailbox from the beginning', () => {
    const { clock, progress } = progressAt(1_000);
    expect(progress.state()).toMatchObject({ state: 'connecting', startedAt: 1_000 });
    progress.apply({ event: 'connected', host: 'imap.example.org', security: 'TLS' });
    progress.apply({ event: 'mailboxes', mailboxes: ['INBOX', 'Sent'], sizes: [] });
    progress.apply({ event: 'mailbox', mailbox: 'INBOX', onServer: 9, selected: 8, toFetch: 6 });
    progress.apply({
      event: 'progress',
      mailbox: 'INBOX',
      stored: 4,
      toFetch: 6,
      storedBytes: 400,
      received: 400,
      share: 0.5,
    });
    expect(progress.state()).toMatchObject({
      state: 'running',
      stored: 4,
      toFetch: 6,
      storedBytes: 400,
      mailboxes: [
        {
          mailbox: 'INBOX',
          state: 'running',
          onServer: 9,
          toFetch: 6,
          stored: 4,
          storedBytes: 400,
        },
        { mailbox: 'Sent', state: 'waiting', stored: 0, storedBytes: 0 },
      ],
    });
    progress.apply({ event: 'mailbox-done', report: report('INBOX', 8) });
    progress.apply({ event: 'mailbox-done', report: report('Sent', 3) });
    const verdict = verdictOf(report('INBOX', 8), report('Sent', 3));
    progress.apply({ event: 'verdict', verdict });
    clock.now = 5_000;
    progress.finished(result);
    expect(progress.state()).toMatchObject({ state: 'done', finishedAt: 5_000, speed: 0 });
    expect(progress.summary()).toEqual({
      finishedAt: 5_000,
      complete: true,
      messages: 11,
      verdict,
    });
    expect(runState.parse(progress.state())).toEqual(progress.state());
  });

  test('time left counts neither connecting, nor a pause, nor a wait for the server', () => {
    const { clock, progress } = progressAt(0);
    const advance = (seconds: number, stored: number) => {
      clock.now += seconds * 1_000;
      const share = stored / 1_000;
      const sizes = { storedBytes: 100 * stored, received: 100 * stored, share };
      progress.apply({ event: 'progress', mailbox: 'INBOX', stored, toFetch: 1_000, ...sizes });
    };
    clock.now = 30_000;
    progress.apply({ event: 'connected', host: 'imap.example.org', security: 'TLS' });
    progress.apply({
      event: 'mailboxes',
      mailboxes: ['INBOX'],
      sizes: [{ messages: 1_000, bytes: 100_000 }],
    });
    progress.apply({
      event: 'mailbox',
      mailbox: 'INBOX',
      onServer: 1_000,
      selected: 1_000,
      toFetch: 1_000,
    });
    advance(1, 10);
    expect(progress.state().secondsLeft).toBeUndefined();
    advance(1, 20);
    expect([98, 99]).toContain(progress.state().secondsLeft);
    progress.paused(true);
    clock.now += 600_000;
    progress.paused(false);
    advance(0, 20);
    expect(progress.state().secondsLeft).toBeUndefined();
    advance(2, 40);
    expect([96, 97]).toContain(progress.state().secondsLeft);
    progress.apply({
      event: 'waiting',
      cause: 'connection-lost',
      reason: 'gone',
      milliseconds: 60_000,
    });
    clock.now += 60_000;
    advance(0, 40);
    advance(2, 60);
    expect([94, 95]).toContain(progress.state().secondsLeft);
  });

  test('speed is that of the last seconds, and falls when nothing comes', () => {
    const { clock, progress } = progressAt(0);
    const store = (stored: number) =>
      progress.apply({
        event: 'progress',
        mailbox: 'INBOX',
        stored,
        toFetch: 9_999,
        storedBytes: 0,
        received: 0,
        share: 0,
      });
    for (let second = 1; second <= 10; second += 1) {
      clock.now = second * 1_000;
      store(second * 10);
    }
    expect(progress.state().speed).toBeCloseTo(10);
    for (let second = 11; second <= 20; second += 1) {
      clock.now = second * 1_000;
      store(100 + (second - 10) * 500);
    }
    expect(progress.state().speed).toBeCloseTo(500);
    clock.now = 120_000;
    expect(progress.state().speed).toBeLessThan(30);
  });

  test('waiting is said with its end, and is over with the next thing that happens', () => {
    const { progress } = progressAt(1_000);
    progress.apply({ event: 'connected', host: 'imap.example.org', security: 'TLS' });
    const asked = { cause: 'pause-asked', reason: 'The server asks for a pause.' } as const;
    progress.apply({ event: 'waiting', ...asked, milliseconds: 500 });
    progress.apply({ event: 'warning', message: 'Something else.' });
    const waiting = { ...asked, until: 1_500 };
    expect(progress.state()).toMatchObject({ state: 'waiting', waiting });
    progress.apply({
      event: 'progress',
      mailbox: 'INBOX',
      stored: 1,
      toFetch: 2,
      storedBytes: 3,
      received: 3,
      share: 0.5,
    });
    expect(progress.state().state).toBe('running');
    expect(progress.state().waiting).toBeUndefined();
  });

  test('a warning is kept with what it is said with, no longer than the window takes', () => {
    const { progress } = progressAt(0);
    const text = 'x'.repeat(20_000);
    progress.apply({ event: 'warning', ...warningOf('server-says', { args: { text } }) });
    const state = progress.state();
    expect(state).toMatchObject({ warningCount: 1, warnings: [{ code: 'server-says' }] });
    expect(state.warnings[0]?.args).toEqual({ text: 'x'.repeat(10_000) });
    expect(runState.parse(state)).toEqual(state);
  });

  test('a pause is over as it began, and an end goes over both', () => {
    const { progress } = progressAt(0);
    progress.apply({ event: 'connected', host: 'imap.example.org', security: 'TLS' });
    progress.paused(true);
    expect(progress.state().state).toBe('paused');
    progress.paused(false);
    expect(progress.state().state).toBe('running');
    progress.paused(true);
    progress.stopping();
    expect(progress.state().state).toBe('stopping');
    const stopped = { kind: 'stopped', scope: 'run', message: 'Stopped.', nextStep: 'Again.' };
    progress.failed(stopped as Failure);
    expect(progress.state()).toMatchObject({ state: 'stopped', failure: stopped });
    expect(progress.summary().complete).toBe(false);
  });

  test('a mailbox that failed is not complete, and one bad message does not fail its mailbox', () => {
    const { progress } = progressAt(0);
    progress.apply({ event: 'mailboxes', mailboxes: ['INBOX', 'Sent'], sizes: [] });
    progress.apply({ event: 'problem', failure: failure('mailbox', 'Sent') });
    progress.apply({ event: 'mailbox-done', report: report('INBOX', 7, 1) });
    progress.apply({ event: 'problem', failure: failure('message', 'INBOX') });
    progress.apply({ event: 'verdict', verdict: verdictOf(report('INBOX', 7, 1)) });
    progress.finished(result);
    expect(progress.state().mailboxes.map(({ state }) => state)).toEqual(['done', 'failed']);
    expect(progress.state().problemCount).toBe(2);
    expect(progress.summary()).toMatchObject({ complete: false, messages: 7 });
  });

  test('whatever a server says, the window can take it', () => {
    const { progress } = progressAt(0);
    const long = 'x'.repeat(50_000);
    progress.apply({ event: 'mailboxes', mailboxes: [long, ''], sizes: [] });
    progress.apply({ event: 'problem', failure: failure('mailbox', long) });
    progress.apply({ event: 'waiting', cause: 'connection-lost', reason: long, milliseconds: 5 });
    expect(runState.safeParse(progress.state())).toMatchObject({ success: true });
    expect(progress.state().mailboxes.map(({ state }) => state)).toEqual(['failed', 'waiting']);
  });

  test('more problems than anybody reads are counted, not kept', () => {
    const { progress } = progressAt(0);
    const long = { ...failure('message', 'INBOX'), serverText: 'x'.repeat(50_000) };
    for (let uid = 1; uid <= 1_000; uid += 1) progress.apply({ event: 'problem', failure: long });
    expect(progress.state().problemCount).toBe(1_000);
    expect(progress.state().problems).toHaveLength(200);
    expect(runState.safeParse(progress.state()).success).toBe(true);
  });
});
