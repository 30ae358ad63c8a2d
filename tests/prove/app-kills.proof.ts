import { proveBySpecs } from './by-specs.ts';

const kills = 20;

/**
 * The desktop app is killed twenty times in the middle of a run and started again for the same person: whatever was
 * stored is whole and stays, nothing is stored twice, and the last run completes the archive.
 */
export async function prove(scale: number): Promise<void> {
  const count = String(Math.ceil(kills * scale));
  proveBySpecs(['desktop/kills'], 'electron', { MAILSTOW_APP_KILLS: count });
}
