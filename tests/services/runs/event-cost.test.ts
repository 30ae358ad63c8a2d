import { describe, expect, test } from 'vitest';
import { Events } from '../../../electron/services/events.ts';
import { RunProgress } from '../../../electron/services/runs/run-progress.ts';
import { withChange } from '../../../renderer/store/run-change.ts';
import type { RunState } from '../../../shared/contract.ts';

/** A run over that many mailboxes of 100 messages, half of them done, and one that is going on. */
function runOver(count: number) {
  const progress = new RunProgress('account', () => 0);
  const mailboxes = Array.from({ length: count }, (_, at) => `Folder ${at}`);
  const sizes = mailboxes.map(() => ({ messages: 100, bytes: 100_000 }));
  progress.apply({ event: 'mailboxes', mailboxes, sizes });
  const done = { uidValidity: 1, onServer: 100, unnamed: 0, selected: 100, archived: 100 };
  for (const mailbox of mailboxes.slice(0, count / 2)) {
    const report = { mailbox, ...done, elsewhere: 0, missing: 0, gone: 0, problems: [] };
    progress.apply({ event: 'mailbox-done', report });
  }
  const mailbox = mailboxes.at(-1) ?? '';
  progress.apply({ event: 'mailbox', mailbox, onServer: 100, selected: 100, toFetch: 100 });
  let known: RunState | undefined;
  let bytes = 0;
  const events = new Events();
  events.subscribe(event => {
    if (event.name !== 'run.changed') return;
    bytes = JSON.stringify(event.value).length;
    known = withChange(known, event.value);
  });
  events.emit('run.changed', progress.change());
  let stored = 0;
  const step = () => {
    stored += 1;
    const counts = { stored, toFetch: 100, storedBytes: stored * 1_000, received: stored * 1_000 };
    progress.apply({ event: 'progress', mailbox, ...counts, share: Math.min(1, stored / 100) });
    events.emit('run.changed', progress.change());
  };
  const timeOf = (steps: number) => {
    const began = performance.now();
    for (let count = 0; count < steps; count += 1) step();
    return (performance.now() - began) / steps;
  };
  timeOf(50);
  const milliseconds = Math.min(timeOf(50), timeOf(50), timeOf(50));
  return { progress, bytes, milliseconds, known: () => known };
}

describe('an event of a run', () => {
  test('costs with 5,000 mailboxes about what it costs with 10', () => {
    const few = runOver(10);
    const many = runOver(5_000);
    console.log(
      `an event: ${few.bytes} bytes and ${few.milliseconds.toFixed(3)} ms with 10 mailboxes, ` +
        `${many.bytes} bytes and ${many.milliseconds.toFixed(3)} ms with 5,000`,
    );
    expect(many.bytes).toBeLessThan(few.bytes + 100);
    // The window copies its list of rows; the whole state took 16 ms.
    expect(many.milliseconds).toBeLessThan(few.milliseconds * 5 + 1);
  });

  test('leaves a window that heard all of them with the state itself', () => {
    const { progress, known } = runOver(500);
    expect(known()).toEqual(progress.state());
  });
});
