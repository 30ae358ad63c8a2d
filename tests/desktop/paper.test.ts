import { beforeEach, expect, test, vi } from 'vitest';
import { WindowPaper } from '../../electron/desktop/paper.ts';
import { answers, FakeWindow, lastTold, order, reset } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => {
  reset();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const address = 'mailstow-mail://0123/';

test('a page becomes a PDF in a window that nobody sees and in which nothing runs', async () => {
  const paper = new WindowPaper();
  const [one, two] = await Promise.all([paper.pdf(address), paper.pdf(address)]);
  expect([one, two].map(bytes => Buffer.from(bytes).toString())).toEqual(['%PDF', '%PDF']);
  expect(lastTold('BrowserWindow')).toMatchObject([
    { show: false, webPreferences: { sandbox: true, javascript: false, nodeIntegration: false } },
  ]);
  expect(order()).not.toContain('window.show');
  // One window serves both, and goes when nothing more is wanted.
  expect(FakeWindow.all).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(order()).toContain('window.destroy');
});

test('a page that is laid out for ever is let go of, and the next one has a window of its own', async () => {
  const paper = new WindowPaper();
  answers.pdf = new Promise(() => undefined);
  const failed = expect(paper.pdf(address)).rejects.toMatchObject({
    failure: { code: 'pdf-not-made' },
  });
  await vi.advanceTimersByTimeAsync(31_000);
  await failed;
  expect(order()).toContain('forcefullyCrashRenderer');
  answers.pdf = Promise.resolve(Buffer.from('%PDF'));
  expect(await paper.pdf(address)).toBeDefined();
  expect(FakeWindow.all).toHaveLength(2);
});

test('who stops it waits for nothing', async () => {
  const paper = new WindowPaper();
  const stopping = new AbortController();
  answers.pdf = new Promise(() => undefined);
  const made = expect(paper.pdf(address, stopping.signal)).rejects.toThrow('stopped');
  await vi.advanceTimersByTimeAsync(10);
  stopping.abort(new Error('stopped'));
  await made;
});

test('printing asks for a printer; to think better of it is no failure', async () => {
  const paper = new WindowPaper();
  await paper.print(address);
  expect(lastTold('print')).toMatchObject([{ silent: false }]);
  answers.printed = 'Print job canceled';
  await paper.print(address);
  answers.printed = 'no valid printers available';
  await expect(paper.print(address)).rejects.toMatchObject({
    failure: { code: 'not-printed', args: { reason: 'no valid printers available' } },
  });
});
