import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sleepWithSystem } from '../../electron/desktop/sleep.ts';
import type { RunState } from '../../shared/contract.ts';
import { aRun } from '../a-run.ts';
import { powerMonitor, reset } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => {
  reset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** Runs whose pausing and resuming shows in their states, as it does in the app. */
function someRuns(states: Record<string, RunState['state']>) {
  const current = new Map(Object.entries(states));
  const wake = vi.fn();
  const runs = {
    list: (): RunState[] => [...current].map(([accountId, state]) => aRun({ accountId, state })),
    pause: ({ accountId }: { accountId: string }) => void current.set(accountId, 'paused'),
    resume: ({ accountId }: { accountId: string }) => void current.set(accountId, 'running'),
  };
  sleepWithSystem(runs, { wake });
  return { current, wake, states: () => Object.fromEntries(current) };
}

describe('while the system sleeps', () => {
  test('runs are paused, and go on when there may be a network again', () => {
    const { states, wake } = someRuns({ one: 'running', two: 'waiting', three: 'done' });
    powerMonitor.emit('suspend');
    expect(states()).toEqual({ one: 'paused', two: 'paused', three: 'done' });
    powerMonitor.emit('resume');
    vi.advanceTimersByTime(4_999);
    expect(states()).toMatchObject({ one: 'paused', two: 'paused' });
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(states()).toEqual({ one: 'running', two: 'running', three: 'done' });
    // What waits for new mail looks whether its connections still stand.
    expect(wake).toHaveBeenCalledOnce();
  });

  test('what the person had paused or stopped is left alone', () => {
    const { states } = someRuns({ one: 'paused', two: 'running', three: 'stopping' });
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    vi.advanceTimersByTime(5_000);
    expect(states()).toEqual({ one: 'paused', two: 'running', three: 'stopping' });
  });

  test('what was stopped before it could go on is left alone', () => {
    const { current, states } = someRuns({ one: 'running' });
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    current.set('one', 'stopped');
    vi.advanceTimersByTime(5_000);
    expect(states()).toEqual({ one: 'stopped' });
  });

  test('a system that falls asleep again at once forgets none of them', () => {
    const { states } = someRuns({ one: 'running' });
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    vi.advanceTimersByTime(1_000);
    powerMonitor.emit('suspend');
    vi.advanceTimersByTime(10_000);
    expect(states()).toEqual({ one: 'paused' });
    powerMonitor.emit('resume');
    vi.advanceTimersByTime(5_000);
    expect(states()).toEqual({ one: 'running' });
  });
});
