import { describe, expect, onTestFinished, test } from 'vitest';
import { onDefect } from '../../../electron/engine/defects.ts';
import { MailstowError, toFailure } from '../../../electron/engine/errors.ts';
import { RequestThread } from '../../../electron/engine/thread/request-thread.ts';
import type { Deaths } from './dying-thread.ts';

/** What anyone who waits hears, and what a log would have. */
async function dies(how: keyof Deaths) {
  const traces: string[] = [];
  onTestFinished(onDefect(trace => traces.push(trace)));
  const module = new URL('./dying-thread.ts', import.meta.url);
  const thread = new RequestThread<Deaths>({ task: 'reading', module, heap: 16 });
  onTestFinished(() => thread.stop());
  const outcome = await thread.call(how, undefined).catch((error: unknown) => error);
  if (!(outcome instanceof MailstowError)) throw new Error(`it did not fail: ${outcome}`);
  return { failure: toFailure(outcome), log: traces.join('\n') };
}

describe('anyone who waits for a thread hears why it ended', () => {
  test('by itself', async () => {
    const { failure, log } = await dies('exits');
    expect(failure).toMatchObject({
      kind: 'defect',
      message:
        'The part of Mailstow that reads messages stopped unexpectedly: it ended with the exit code 3.',
    });
    expect(log).toMatch(/Caused by: Error: it ended with the exit code 3/);
  });

  test('on an error that nobody caught, whose stack is in the log', async () => {
    const { failure, log } = await dies('throws');
    expect(failure.message).toMatch(/stopped unexpectedly: out of the blue\.$/);
    expect(log).toMatch(/Caused by: RangeError: out of the blue\n.*dying-thread/);
  });

  test('for want of memory', async () => {
    const { failure, log } = await dies('outgrows');
    expect(failure.message).toBe('The part of Mailstow that reads messages ran out of memory.');
    expect(log).toMatch(/Caused by: .*heap out of memory/);
  });

  test('a failure within it leaves its stack in the log', async () => {
    const { failure, log } = await dies('fails');
    expect(failure.message).toMatch(/a defect of the thread/);
    expect(log).toMatch(/TypeError: a defect of the thread\n.*dying-thread/);
  });
});
