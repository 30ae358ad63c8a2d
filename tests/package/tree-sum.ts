import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sum of every file in a folder, by its path. */
export function sumsOf(folder: string): Record<string, string> {
  const sums: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    sums[path] = createHash('sha256').update(readFileSync(path)).digest('hex');
  }
  return sums;
}
