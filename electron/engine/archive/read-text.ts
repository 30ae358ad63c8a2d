import { readFileSync } from 'node:fs';
import { errorCode } from './disk-failure.ts';

/** @returns undefined where there is no such file */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
