import { readFileSync } from 'node:fs';
import { builtWindow } from '../services/window/built-window.ts';

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

/** Every file of the built window by its path on the server, read once: the next build may replace them. */
export function staticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = [...builtWindow(folder)];
  return new Map(
    files.map(([name, { path, type }]) => [name, { type, bytes: readFileSync(path) }]),
  );
}
