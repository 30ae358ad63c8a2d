import { describe, expect, test } from 'vitest';
import { fraction, isOver, secondsLeft } from '../../../renderer/store/run-progress.ts';
import { createRunsStore } from '../../../renderer/store/runs.ts';
import type { RunState } from '../../../shared/contract.ts';
import { FakeBridge, fakeSurroundings, Refused } from '../fake-bridge.ts';

const run = (more: Partial<RunState> = {}): RunState => ({
  accountId: 'one',
  state: 'running',
  startedAt: 0,
  mailboxes: [],
  stored: 0,
  toFetch: 0,
  octets: 0,
  speed: 0,
  problems: [],
  problemCount: 0,
  warnings: [],
  warningCount: 0,
  ...more,
});

describe('the runs', () => {
  test('a new window asks for them and follows them', async () => {
    const bridge = new FakeBridge({ 'runs.list': () => [run({ stored: 5 })] });
    const store = createRunsStore(bridge, fakeSurroundings());
    await store.getState().load();
    expect(store.getState().runs.one?.stored).toBe(5);
    bridge.emit('run.changed', run({ stored: 6 }));
    bridge.emit('run.changed', run({ accountId: 'two', state: 'paused' }));
    expect(store.getState().runs.one?.stored).toBe(6);
    expect(store.getState().runs.two?.state).toBe('paused');
  });

  test('a start that fails says why, until the next one', async () => {
    let refuse = true;
    const bridge = new FakeBridge({
      'runs.start': () => {
        if (refuse) throw new Refused({ message: 'The password is missing.' });
        return run();
      },
    });
    const store = createRunsStore(bridge, fakeSurroundings());
    expect(await store.getState().start('one')).toBe(false);
    expect(store.getState().failures.one?.message).toBe('The password is missing.');
    refuse = false;
    expect(await store.getState().start('one')).toBe(true);
    expect(store.getState().failures).toEqual({});
    expect(store.getState().runs.one).toEqual(run());
  });

  test('a report that the server hands out is downloaded', async () => {
    const bridge = new FakeBridge({
      'archive.saveReport': () => ({ saved: false, download: '/download/report' }),
    });
    const surroundings = fakeSurroundings();
    await createRunsStore(bridge, surroundings).getState().saveReport('one');
    expect(surroundings.downloads).toEqual(['/download/report']);
  });
});

describe('how far a run is', () => {
  test('the part that is done, once it is known how much there is', () => {
    expect(fraction(run())).toBeUndefined();
    expect(fraction(run({ stored: 25, toFetch: 100 }))).toBe(0.25);
    expect(fraction(run({ state: 'done' }))).toBe(1);
  });

  test('the time left, only where it can be said', () => {
    const half = { stored: 50, toFetch: 100 };
    expect(secondsLeft(run({ ...half, speed: 5 }))).toBe(10);
    expect(secondsLeft(run({ ...half, speed: 0 }))).toBeUndefined();
    expect(secondsLeft(run({ ...half, speed: 5, state: 'paused' }))).toBeUndefined();
  });

  test('over is done, stopped or failed', () => {
    expect(
      ['done', 'stopped', 'failed'].every(state => isOver(run({ state: state as 'done' }))),
    ).toBe(true);
    expect(isOver(run({ state: 'stopping' }))).toBe(false);
  });
});
