import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { AppEvent } from '../../electron/services/events.ts';
import { EventStream } from '../../electron/web/event-stream.ts';

function stored(accountId: string, messages: number): AppEvent {
  return { name: 'library.changed', value: { accountId, messages } };
}

test('a window that reads slowly gets the newest of each thing, and no queue of old ones', async () => {
  const connection = new PassThrough({ highWaterMark: 16, encoding: 'utf8' });
  const stream = new EventStream(connection);
  for (let count = 1; count <= 1_000; count += 1) {
    stream.send(stored('one', count));
    stream.send(stored('two', 2 * count));
  }
  let text = '';
  for await (const chunk of connection) {
    text += chunk;
    if (text.includes('"messages":2000}\n\n')) stream.end();
  }
  const messages = [...text.matchAll(/"messages":(\d+)/g)].map(([, count]) => Number(count));
  expect(messages).toEqual([1, 1_000, 2_000]);
});
