import { errorCode } from './disk-failure.ts';
import { readWhole } from './guarded-files.ts';

/** @returns undefined where there is no such file */
export function readText(path: string): string | undefined {
  try {
    return readWhole(path).toString();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
