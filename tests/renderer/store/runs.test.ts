import { describe, expect, test, vi } from 'vitest';
import { fraction, isOver } from '../../../renderer/store/run-progress.ts';
import { createRunsStore } from '../../../renderer/store/runs.ts';
import { aChange, aRun } from '../../a-run.ts';
import { FakeBridge, fakeSurroundings, Refused } from '../fake-bridge.ts';

const run = aRun;
const questions = { onMissing: () => undefined, signIn: () => false };

describe('the runs', () => {
  test('a new window asks for them and follows them', async () => {
    const bridge = new FakeBridge({ 'runs.list': () => [run({ stored: 5 })] });
    const store = createRunsStore(bridge, fakeSurroundings(), questions);
    await store.getState().load();
    expect(store.getState().runs.one?.stored).toBe(5);
    bridge.emit('run.changed', aChange(run({ stored: 6 })));
    bridge.emit('run.changed', aChange(run({ accountId: 'two', revision: 0, state: 'paused' })));
    expect(store.getState().runs.one?.stored).toBe(6);
    expect(store.getState().runs.two?.state).toBe('paused');
  });

  test('changes come on top of what is known, and what was missed is asked for', async () => {
    const rows = ['INBOX', 'Sent', 'Work'].map(mailbox => ({
      mailbox,
      state: 'waiting' as const,
      stored: 0,
      storedBytes: 0,
    }));
    let whole = run({ revision: 1, mailboxes: rows });
    const bridge = new FakeBridge({ 'runs.list': () => [whole] });
    const store = createRunsStore(bridge, fakeSurroundings(), questions);
    await store.getState().load();
    const sent = { mailbox: 'Sent', state: 'running' as const, stored: 3, storedBytes: 30 };
    const second = {
      ...run({ revision: 2 }),
      mailboxes: [{ at: 1, ...sent }],
      problemsFrom: 0,
      warningsFrom: 0,
    };
    bridge.emit('run.changed', second);
    expect(store.getState().runs.one?.mailboxes).toEqual([rows[0], sent, rows[2]]);
    expect(bridge.inputsOf('runs.list')).toHaveLength(1);
    // An old one, once more: nothing changes.
    const before = store.getState().runs;
    bridge.emit('run.changed', second);
    expect(store.getState().runs).toBe(before);
    // The third was missed.
    whole = run({ revision: 4, mailboxes: rows.toReversed() });
    bridge.emit('run.changed', {
      ...run({ revision: 4 }),
      mailboxes: [],
      problemsFrom: 0,
      warningsFrom: 0,
    });
    await vi.waitFor(() => expect(store.getState().runs.one).toEqual(whole));
    expect(bridge.inputsOf('runs.list')).toHaveLength(2);
  });

  test('a start that fails says why, until the next one', async () => {
    let refuse = true;
    const bridge = new FakeBridge({
      'runs.start': () => {
        if (refuse) throw new Refused({ message: 'The password is missing.' });
        return run();
      },
    });
    const store = createRunsStore(bridge, fakeSurroundings(), questions);
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
    const services = fakeSurroundings();
    await createRunsStore(bridge, services, questions).getState().saveReport('one');
    expect(services.downloads).toEqual(['/download/report']);
  });
});

describe('how far a run is', () => {
  test('the part that is done, once it is known how much there is', () => {
    expect(fraction(run())).toBeUndefined();
    expect(fraction(run({ fraction: 0.25 }))).toBe(0.25);
    expect(fraction(run({ state: 'done' }))).toBe(1);
  });

  test('over is done, stopped or failed', () => {
    expect(
      ['done', 'stopped', 'failed'].every(state => isOver(run({ state: state as 'done' }))),
    ).toBe(true);
    expect(isOver(run({ state: 'stopping' }))).toBe(false);
  });
});
