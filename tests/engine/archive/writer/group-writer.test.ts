import { existsSync, fdatasync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { FileSystemSync } from '../../../../electron/engine/archive/writer/file-system-sync.ts';
import {
  GroupWriter,
  temporaryPath,
} from '../../../../electron/engine/archive/writer/group-writer.ts';
import { temporaryFolder } from '../temporary-archive.ts';

type Done = (error: Error | null) => void;

vi.mock(import('node:fs'), async load => {
  const real = await load();
  return { ...real, fdatasync: vi.fn(real.fdatasync) as unknown as typeof real.fdatasync };
});
afterEach(() => {
  vi.clearAllMocks();
});

const piece = Buffer.alloc(1024 * 1024, 'x');

function writerIn(folder: string): { writer: GroupWriter; path: string } {
  const prefix = join(folder, 'new-');
  const writer = new GroupWriter(prefix, new FileSystemSync(folder));
  return { writer, path: temporaryPath(prefix, 1) };
}

/** Lets what was begun come to its end between two pieces. */
async function append(writer: GroupWriter, megabytes: number): Promise<void> {
  for (let n = 0; n < megabytes; n++) {
    writer.append(1, piece);
    await new Promise(resolve => setTimeout(resolve, 2));
  }
}

test('a large message goes to the disk while it comes', async () => {
  const { writer, path } = writerIn(temporaryFolder());
  await append(writer, 40);
  expect(fdatasync).toHaveBeenCalled();
  writer.end(1, undefined);
  expect(await writer.sync()).toMatchObject([{ id: 1, size: 40 * piece.length }]);
  expect(readFileSync(path)).toHaveLength(40 * piece.length);
});

test('a sync ahead that fails is not forgotten: nothing of the group is kept', async () => {
  const { writer, path } = writerIn(temporaryFolder());
  const broken = Object.assign(new Error('EIO'), { code: 'EIO' });
  vi.mocked(fdatasync).mockImplementationOnce((_file: number, done: Done) => done(broken));
  await append(writer, 20);
  writer.end(1, undefined);
  writer.add(2, undefined, Buffer.from('small'));
  await expect(writer.sync()).rejects.toBe(broken);
  expect(existsSync(path)).toBe(false);
  expect(existsSync(path.replace('1.part', '2.part'))).toBe(false);
});

test('a message that is given up leaves no file', async () => {
  const { writer, path } = writerIn(temporaryFolder());
  await append(writer, 20);
  writer.abort(1);
  expect(existsSync(path)).toBe(false);
  expect(await writer.sync()).toEqual([]);
});
