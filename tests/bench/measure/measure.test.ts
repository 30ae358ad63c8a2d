import { expect, test } from 'vitest';
import { measure } from './measure.ts';

const goesOn = new AbortController().signal;

test('tells what a program printed, how long it took and what memory it held', async () => {
  const script =
    'const held = Buffer.alloc(200e6, 1); setTimeout(() => console.log(held.length), 300)';
  const { seconds, peakMemory, stdout } = await measure([process.execPath, '-e', script], goesOn);
  expect(stdout).toBe('200000000\n');
  expect(seconds).toBeGreaterThan(0.3);
  if (process.platform === 'linux') expect(peakMemory).toBeGreaterThan(200e6);
});

test('a program that fails is an error with its own words', async () => {
  await expect(measure(['sh', '-c', 'echo broken >&2; exit 3'], goesOn)).rejects.toThrow(
    /ended with 3:\nbroken/,
  );
});

test('a program that is not there is an error', async () => {
  await expect(measure(['no-such-program'], goesOn)).rejects.toThrow(/ENOENT/);
});

test('the signal ends the program and all it started', async () => {
  const stopped = new AbortController();
  const running = measure(['sh', '-c', 'sleep 600 | sleep 600'], stopped.signal);
  stopped.abort(new Error('Stopped.'));
  await expect(running).rejects.toThrow('Stopped.');
});
