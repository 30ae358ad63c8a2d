import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { progressOf, RunWatch } from '../../electron/desktop/run-watch.ts';
import { loadWords, wordsFor } from '../../electron/desktop/words.ts';
import type { RunState } from '../../shared/contract.ts';
import { aRun } from '../a-run.ts';
import { aReport } from '../engine/report/some-report.ts';
import { FakeNotification, FakeWindow, lastTold, order, reset } from './fake-electron.ts';

const en = wordsFor('en', 'en');
await loadWords('cs', 'en');
const cs = wordsFor('cs', 'en');

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(reset);

const run = (change: Partial<RunState> = {}) => aRun({ stored: 25, fraction: 0.25, ...change });
const failure = {
  kind: 'connection',
  scope: 'account',
  message: 'The server cannot be reached.',
  nextStep: 'Try again later.',
} as const;
const ended = (change: Partial<RunState> = {}) =>
  run({ state: 'done', finishedAt: 60_000, stored: 100, verdict: complete, ...change });
const { verdict: complete } = aReport();

function watching(words = en) {
  const window = new FakeWindow({});
  const show = vi.fn();
  const watch = new RunWatch({
    window: () => window as never as BrowserWindow,
    words: () => words,
    show,
  });
  return { window, watch, show };
}

describe('while mail is archived', () => {
  test('the system stays awake, until the last run has ended', () => {
    const { watch } = watching();
    watch.changed(run());
    watch.changed(run({ accountId: 'two' }));
    watch.changed(run({ state: 'paused' }));
    expect(lastTold('powerSaveBlocker.start')).toEqual(['prevent-app-suspension']);
    watch.changed(ended());
    expect(order()).not.toContain('powerSaveBlocker.stop');
    watch.changed(ended({ accountId: 'two', state: 'failed', failure }));
    const blocking = order().filter(what => what.startsWith('powerSaveBlocker'));
    expect(blocking).toEqual(['powerSaveBlocker.start', 'powerSaveBlocker.stop']);
  });

  test('the icon shows how far all of them are, and nothing afterwards', () => {
    const { watch } = watching();
    watch.changed(run());
    expect(lastTold('setProgressBar')).toEqual([0.25]);
    watch.changed(run({ accountId: 'two', stored: 75, fraction: 0.75 }));
    expect(lastTold('setProgressBar')).toEqual([0.5]);
    watch.changed(ended());
    watch.changed(ended({ accountId: 'two' }));
    expect(lastTold('setProgressBar')).toEqual([-1]);
  });

  test('it moves where nobody knows yet how much there is', () => {
    expect(progressOf([aRun({ state: 'connecting' })])).toBe(2);
  });
});

describe('when a run has ended unseen', () => {
  test('the person is told, and led to it', () => {
    const { watch, show } = watching();
    watch.changed(run());
    watch.changed(ended());
    const [told] = FakeNotification.all;
    expect(told?.options).toEqual({
      title: 'Your mail is archived',
      body: '100 new messages were saved.',
    });
    told?.emit('click');
    expect(show).toHaveBeenCalledOnce();
  });

  test('a failure is told in its own words, however soon it came', () => {
    const { watch } = watching();
    watch.changed(run());
    watch.changed(ended({ state: 'failed', failure, finishedAt: 500 }));
    expect(FakeNotification.all[0]?.options.body).toBe('The server cannot be reached.');
  });

  test('a failure is told in the language of the window', () => {
    const { watch } = watching(cs);
    watch.changed(run());
    watch.changed(ended({ state: 'failed', failure }));
    expect(FakeNotification.all[0]?.options).toMatchObject({
      title: 'Archivaci se nepodařilo dokončit',
      body: 'K serveru se nepodařilo připojit.',
    });
  });

  test.each([
    ['it took no time', { finishedAt: 5_000 }],
    ['the person stopped it', { state: 'stopped' as const }],
  ])('nothing is said where %s', (_, change) => {
    const { watch } = watching();
    watch.changed(run());
    watch.changed(ended(change));
    expect(FakeNotification.all).toEqual([]);
  });

  test('nothing is said to somebody who looks on, nor about what ended long ago', () => {
    const { window, watch } = watching();
    watch.changed(ended());
    window.hasFocus = true;
    watch.changed(run());
    watch.changed(ended());
    expect(FakeNotification.all).toEqual([]);
  });

  test('it is told where the window is gone, too', () => {
    const { window, watch } = watching();
    window.isGone = true;
    watch.changed(run());
    watch.changed(ended());
    expect(FakeNotification.all).toHaveLength(1);
  });
});
