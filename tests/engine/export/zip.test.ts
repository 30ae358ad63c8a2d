import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { foldComponent } from '../../../electron/engine/archive/layout/safe-name.ts';
import { MessageNames } from '../../../electron/engine/export/message-names.ts';
import { zipOf } from '../../../electron/engine/export/zip.ts';
import { aWatch, oneByOne, someMessages } from './some-messages.ts';

async function entriesOf(bytes: Buffer): Promise<Record<string, Buffer>> {
  const open = promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer);
  const zip = await open(bytes, { lazyEntries: true });
  const entries: Record<string, Buffer> = {};
  const ended = once(zip, 'end');
  zip.on('entry', async (entry: Entry) => {
    const stream = await promisify(zip.openReadStream.bind(zip) as never)(entry as never);
    entries[entry.fileName] = await buffer(stream as never);
    zip.readEntry();
  });
  zip.readEntry();
  await ended;
  return entries;
}

test('each message is a file by its date and subject; one that is gone is told', async () => {
  const contents = ['One\r\n', 'Two', 'gone', '', 'Five'].map(text => Buffer.from(text));
  const messages = someMessages(...contents).map((message, index) => ({
    ...message,
    date: index === 4 ? 0 : Date.UTC(2024, 0, 1),
    subject: ['Same', 'same', 'Gone', '../../etc/passwd', ''][index] ?? '',
  }));
  rmSync(messages[2]?.path ?? '');
  const watch = aWatch();
  const entries = await entriesOf(await buffer(zipOf(oneByOne(messages), watch)));
  expect(Object.fromEntries(Object.entries(entries).map(([n, b]) => [n, b.toString()]))).toEqual({
    '2024-01-01 Same.eml': 'One\r\n',
    '2024-01-01 same (2).eml': 'Two',
    '2024-01-01 etc passwd.eml': '',
    'message.eml': 'Five',
  });
  expect(watch).toMatchObject({ wrote_: [5, 3, 0, 4], lacking: ['Gone'] });
});

test('who lets go of it keeps no file open, and no message is read any further', async () => {
  const watch = aWatch();
  const messages = someMessages(...Array.from({ length: 20 }, () => Buffer.alloc(2_000_000, 'x')));
  const zip = zipOf(oneByOne(messages), watch);
  await once(zip, 'readable');
  zip.destroy();
  await once(zip, 'close');
  await new Promise(resolve => setImmediate(resolve));
  expect(watch.wrote_.length).toBeLessThan(20);
});

test('whatever subjects are, names are ones that any system takes, and no two are one', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          subject: fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('a', 'A', 'a (2)', 'CON', '.', 'x'.repeat(2_000)),
          ),
          date: fc.constantFrom(0, Number.NaN, 8.64e15, Date.UTC(2024, 1, 29)),
        }),
        { maxLength: 30 },
      ),
      messages => {
        const names = new MessageNames('.eml');
        const given = messages.map(message => names.next(message));
        expect(new Set(given.map(foldComponent)).size).toBe(given.length);
        for (const name of given) {
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]|^[. ]|[. ]$/u);
          expect(name).toMatch(/\.eml$/);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
        }
      },
    ),
  );
});
