import { ratioOfVerify } from './verify-ratio.ts';

/** `verify` of 100,000 files of some 2 KB takes at most three times what `sha256sum` does. */
export async function prove(scale: number): Promise<void> {
  await ratioOfVerify(Math.round(100_000 * scale), 3);
}
