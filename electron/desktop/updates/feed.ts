import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of a program that may look for new versions of itself. */
export interface Program {
  /** Whether this is a program as it is handed to people. */
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Folder of what comes beside the app. */
  readonly resources: string;
}

/**
 * Where new versions of this program are, as whoever built it said.
 * @returns undefined where nobody said, and where new versions come in another way or cannot be put in place
 */
export function feedOf({ isPackaged, platform, env, resources }: Program): string | undefined {
  if (!isPackaged) return undefined;
  // A package manager brings them; a folder that was unpacked by hand is replaced by hand.
  if (platform === 'linux' && env.APPIMAGE === undefined) return undefined;
  if (platform === 'win32' && env.PORTABLE_EXECUTABLE_DIR !== undefined) return undefined;
  const file = join(resources, 'app-update.yml');
  if (!existsSync(file)) return undefined;
  const [, address] = /^url: *["']?([^"'\s]+)/m.exec(readFileSync(file, 'utf8')) ?? [];
  return address === undefined ? undefined : URL.parse(address)?.href;
}

/** Whether an address is the feed's or below it. */
export function isOfFeed(url: string, feed: string): boolean {
  const folder = feed.endsWith('/') ? feed : `${feed}/`;
  return (URL.parse(url)?.href ?? '').startsWith(folder);
}
