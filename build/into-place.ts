import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has a folder filled beside what is there, and then puts each of its entries in its place: a build that fails
 * leaves what an earlier one made.
 * @param fill is given the empty folder; what it throws is thrown on
 */
export async function intoPlace<Result>(
  folder: string,
  fill: (beside: string) => Promise<Result>,
): Promise<Result> {
  mkdirSync(folder, { recursive: true });
  const beside = mkdtempSync(join(folder, '.new-'));
  try {
    const result = await fill(beside);
    for (const name of readdirSync(beside)) replace(join(folder, name), join(beside, name));
    return result;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function replace(old: string, fresh: string): void {
  const aside = `${fresh}.old`;
  if (existsSync(old)) renameSync(old, aside);
  try {
    renameSync(fresh, old);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, old);
    throw error;
  }
}
