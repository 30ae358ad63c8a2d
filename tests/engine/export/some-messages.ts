import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OutgoingMessage, Watch } from '../../../electron/engine/export/outgoing.ts';

/** Files of messages that go with the test. */
export function someMessages(...contents: readonly Buffer[]): OutgoingMessage[] {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return contents.map((bytes, index) => {
    const path = join(folder, `${index}.eml`);
    writeFileSync(path, bytes);
    return { path, date: Date.UTC(2024, 0, 1 + index), subject: `Message ${index + 1}` };
  });
}

export async function* oneByOne<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield item;
}

/** Remembers what it is told. */
export function aWatch(): Watch & { readonly wrote_: number[]; readonly lacking: string[] } {
  const wrote_: number[] = [];
  const lacking: string[] = [];
  return {
    wrote_,
    lacking,
    wrote: bytes => wrote_.push(bytes),
    lacks: ({ subject }) => lacking.push(subject),
  };
}
