import { parseArgs } from 'node:util';

/** What was asked of `npm run package`. */
export interface Asked {
  /** Only the app, in a folder. */
  readonly unpacked: boolean;
}

export const usage = 'Usage: npm run package [-- --dir]';

/** @returns undefined for arguments that it does not know */
export function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { dir: { type: 'boolean' } } });
    return { unpacked: values.dir ?? false };
  } catch {
    return undefined;
  }
}
