import { expect, onTestFinished, test } from 'vitest';
import { AttachmentReader } from '../../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../../electron/engine/search/attachments/node-door.ts';
import { Random } from '../../../fixtures/mail/random.ts';
import { tricks } from '../../../fixtures/search/hostile/hostile-files.ts';
import { readHostile } from './read-hostile.ts';

/** Each trick once and small; `npm run prove -- attachments-read` reads 200 files as large as they may arrive. */
const patience = 4_000;

test('hostile files: each gets an answer in time and memory, and whoever asks answers meanwhile', async () => {
  const count = Object.keys(tricks).length;
  const readings = await readHostile({ count, seed: 7, size: 0.01, patience });
  expect(readings.map(({ trick }) => trick)).toEqual(Object.keys(tricks));
  for (const { trick, milliseconds, delay, memory } of readings) {
    expect(milliseconds, trick).toBeLessThan(3 * patience);
    expect(delay, trick).toBeLessThan(150);
    expect(memory, trick).toBeLessThan(700_000_000);
  }
  // Some are read, some in part, and for each reason not.
  const outcomes = new Set(readings.map(({ outcome }) => outcome));
  const expected = ['whole', 'cut', 'damaged', 'encrypted', 'too-slow'];
  expect([...outcomes]).toEqual(expect.arrayContaining(expected));
});

test('what wants too much memory is ended for that, on a slow machine too', async () => {
  const trick = 'a font whose letters are a range of billions';
  const [name, bytes] = tricks[trick]?.(new Random(7), 0.01) ?? [];
  if (name === undefined || bytes === undefined) throw new Error(`There is no trick: ${trick}`);
  const reader = new AttachmentReader(nodeDoor(), { file: 60_000 });
  onTestFinished(() => reader.close());
  const reading = await reader.read({ name, type: '', pieces: [bytes] });
  expect(reading).toEqual({ unread: 'too-much-memory' });
});
