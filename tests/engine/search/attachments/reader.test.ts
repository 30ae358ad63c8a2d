import { once } from 'node:events';
import { createServer } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  AttachmentReader,
  type ReaderPatience,
} from '../../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../../electron/engine/search/attachments/node-door.ts';
import {
  kilobytesIn,
  processMemory,
} from '../../../../electron/engine/search/attachments/process-memory.ts';
import type { ReaderDoor } from '../../../../electron/engine/search/attachments/reader-door.ts';
import {
  LentReader,
  lendReader,
} from '../../../../electron/engine/search/attachments/reader-port.ts';
import { Random } from '../../../fixtures/mail/random.ts';
import { tricks } from '../../../fixtures/search/hostile/hostile-files.ts';

const evil = new URL('./evil-reader.ts', import.meta.url);

/** A door that counts who goes through it and who has come back. */
function watched(
  door: ReaderDoor,
): ReaderDoor & { readonly count: { started: number; ended: number } } {
  const count = { started: 0, ended: 0 };
  const ways = door.ways.map(way => () => {
    const child = way();
    count.started += 1;
    child.onEnd(() => {
      count.ended += 1;
    });
    return child;
  });
  return { ways, count };
}

function aReader(door: ReaderDoor = nodeDoor(), patience: Partial<ReaderPatience> = {}) {
  const reader = new AttachmentReader(door, patience);
  onTestFinished(() => reader.close());
  return reader;
}

function aFile(name: string, ...pieces: readonly (string | Buffer)[]) {
  return { name, type: '', pieces: pieces.map(piece => Buffer.from(piece)) };
}

function trick(name: string, size: number) {
  const [called, bytes] = tricks[name]?.(new Random(1), size) ?? ['', Buffer.alloc(0)];
  return aFile(called, bytes);
}

const hello = aFile('hello.txt', 'Hello ', 'there');
const helloRead = { text: 'Hello there', cut: false };

describe('the process that reads', () => {
  test('starts at the first file, reads all that follow, ends when nothing comes, and starts again', async () => {
    const door = watched({ ways: nodeDoor().ways.slice(-1) });
    const reader = aReader(door, { idle: 200 });
    expect(await reader.read(aFile('picture.png', 'x'))).toEqual({ unread: 'unsupported' });
    expect(door.count.started).toBe(0);
    const all = await Promise.all([reader.read(hello), reader.read(hello), reader.read(hello)]);
    expect(all).toEqual([helloRead, helloRead, helloRead]);
    expect(door.count).toEqual({ started: 1, ended: 0 });
    await expect.poll(() => door.count.ended).toBe(1);
    expect(await reader.read(hello)).toEqual(helloRead);
    expect(door.count.started).toBe(2);
  });

  test('is ended where it takes too long; the next file is read', async () => {
    const reader = aReader(undefined, { file: 1_500 });
    const slow = trick('a dash, a state and text without an end', 0.1);
    expect(await reader.read(slow)).toEqual({ unread: 'too-slow' });
    expect(await reader.read(hello)).toEqual(helloRead);
  });

  test('is ended where it does not even listen', async () => {
    const reader = aReader({ ways: nodeDoor(evil).ways.slice(-1) }, { file: 500 });
    expect(await reader.read(aFile('stuck.txt', 'x'))).toEqual({ unread: 'too-slow' });
  });

  test('is ended where it takes too much memory; the next file is read', async () => {
    const reader = aReader();
    const large = trick('a font whose letters are a range of billions', 1);
    expect(await reader.read(large)).toEqual({ unread: 'too-much-memory' });
    expect(await reader.read(hello)).toEqual(helloRead);
  });

  test('is started anew after it ended by itself', async () => {
    const door = watched({ ways: nodeDoor(evil).ways.slice(-1) });
    const reader = aReader(door);
    expect(await reader.read(aFile('exit.txt', 'x'))).toEqual({ unread: 'crashed' });
    expect(await reader.read(aFile('port.txt', '1'))).toMatchObject({ cut: false });
    expect(door.count.started).toBe(2);
  });

  test('is started with less around it where the most does not work here', async () => {
    const works = nodeDoor().ways.at(-1) as ReaderDoor['ways'][number];
    const fails = nodeDoor(new URL('./no-such-program.ts', import.meta.url)).ways.at(-1);
    const door = watched({ ways: [fails ?? works, works] });
    const reader = aReader(door);
    expect(await reader.read(hello)).toEqual(helloRead);
    expect(door.count.started).toBe(2);
    expect(reader.walls).toMatchObject({ files: false, programs: false });
  });

  test('where none can be started, nothing is said of the file', async () => {
    const ways = nodeDoor(new URL('./no-such-program.ts', import.meta.url)).ways;
    const reader = aReader({ ways });
    await expect(reader.read(hello)).rejects.toMatchObject({ failure: { code: 'reading-ended' } });
  });
});

describe('what it can reach', () => {
  test('is nothing: no file, no program, no network where the system allows that, no environment', async () => {
    const server = createServer(socket => socket.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const reader = aReader(nodeDoor(evil));
    const reading = await reader.read(aFile('port.txt', String(port)));
    const tried = JSON.parse('text' in reading ? reading.text : '{}');
    const { walls } = reader;
    console.log(`the process that reads attachments is walled off from ${JSON.stringify(walls)}`);
    expect(tried).toEqual({
      ...{ reads: false, writes: false, starts: false, compiles: false, environment: [] },
      connects: walls?.network === false,
    });
    expect(walls).toMatchObject({ files: true, programs: true });
  });
});

describe('the bytes', () => {
  /** Pieces of a file that never ends. @returns how many were taken */
  function endless(start: string) {
    const taken = { bytes: 0 };
    const pieces = (function* () {
      yield Buffer.from(start);
      for (;;) {
        // Larger than what is passed on at once.
        const piece = Buffer.alloc(1_000_000, 'word ');
        taken.bytes += piece.length;
        yield piece;
      }
    })();
    return { taken, pieces };
  }

  test('of a text are taken no further than it is read', async () => {
    const { taken, pieces } = endless('begin ');
    const reading = await aReader().read({ name: 'a.txt', type: '', pieces });
    expect(reading).toMatchObject({ cut: true, text: expect.stringMatching(/^begin word word/) });
    expect(taken.bytes).toBeLessThan(10_000_000);
  });

  test('of a document that is too large are not taken for ever', async () => {
    const { taken, pieces } = endless('%PDF-1.7\n');
    const reading = await aReader().read({ name: 'a.pdf', type: '', pieces });
    expect(reading).toEqual({ unread: 'too-large' });
    expect(taken.bytes).toBeLessThan(70_000_000);
  });

  test('that fail, fail the reading with what went wrong, and no other', async () => {
    const reader = aReader();
    const pieces = (async function* () {
      yield Buffer.from('first');
      throw new Error('the disk is gone');
    })();
    await expect(reader.read({ name: 'a.txt', type: '', pieces })).rejects.toThrow(
      'the disk is gone',
    );
    expect(await reader.read(hello)).toEqual(helloRead);
  });
});

test('whoever waits when it is closed hears so, and whoever comes later', async () => {
  const reader = aReader();
  const slow = reader.read(trick('a dash, a state and text without an end', 0.1));
  const waiting = reader.read(hello);
  const heard = Promise.allSettled([slow, waiting]);
  await reader.close();
  const closing = { status: 'rejected', reason: { failure: { code: 'closing' } } };
  expect(await heard).toMatchObject([closing, closing]);
  await expect(reader.read(hello)).rejects.toMatchObject({ failure: { code: 'closing' } });
});

describe('a reader that is lent to another thread', () => {
  function lent(): LentReader {
    const { port1, port2 } = new MessageChannel();
    lendReader(aReader(), port1);
    const reader = new LentReader(port2);
    onTestFinished(() => reader.close());
    return reader;
  }

  test('reads, several files at once', async () => {
    const reader = lent();
    const large = Buffer.alloc(3_000_000, 'x');
    const [one, two] = await Promise.all([reader.read(hello), reader.read(aFile('b.txt', large))]);
    expect(one).toEqual(helloRead);
    expect(two).toEqual({ text: 'x'.repeat(1_000_000), cut: true });
    expect(await reader.read(aFile('a.exe', 'x'))).toEqual({ unread: 'unsupported' });
  });

  test('passes on what the bytes fail with', async () => {
    const pieces = (function* () {
      yield Buffer.from('first');
      throw new Error('the disk is gone');
    })();
    const reader = lent();
    await expect(reader.read({ name: 'a.txt', type: '', pieces })).rejects.toThrow(
      'the disk is gone',
    );
    expect(await reader.read(hello)).toEqual(helloRead);
  });

  test('fails who waits when the port is closed', async () => {
    const reader = lent();
    const reading = reader.read(hello);
    reader.close();
    await expect(reading).rejects.toMatchObject({ failure: { code: 'closing' } });
  });

  test('reads the next file after the thread ended in the middle of one', async () => {
    const { port1, port2 } = new MessageChannel();
    const reader = aReader();
    lendReader(reader, port1);
    const thread = new LentReader(port2);
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const pieces = (async function* () {
      yield Buffer.from('first');
      resolve();
      await new Promise(() => undefined);
    })();
    const reading = thread.read({ name: 'a.txt', type: '', pieces });
    await begun;
    thread.close();
    await expect(reading).rejects.toMatchObject({ failure: { code: 'closing' } });
    expect(await reader.read(hello)).toEqual(helloRead);
    await reader.close();
  });
});

describe('the memory of a process', () => {
  test.skipIf(process.platform !== 'linux')('is what the system says', async () => {
    const bytes = await processMemory(process.pid);
    expect(bytes).toBeGreaterThan(20_000_000);
    expect(bytes).toBeLessThan(process.memoryUsage.rss() * 2);
    expect(await processMemory(0x7fffffff)).toBeUndefined();
  });

  test('is read from what tasklist and ps print', () => {
    expect(kilobytesIn('"node.exe","47","Console","1","45.678 K"\r\n', 'win32')).toBe(
      45_678 * 1024,
    );
    expect(kilobytesIn('INFO: No tasks are running.', 'win32')).toBeUndefined();
    expect(kilobytesIn('  81234\n', 'darwin')).toBe(81_234 * 1024);
    expect(kilobytesIn('', 'darwin')).toBeUndefined();
  });
});
