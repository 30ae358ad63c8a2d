import { app } from 'electron';
import { wordsFor } from './words.ts';

/**
 * Chromium's sandbox does not work for root: its processes would die and be started again for ever.
 * @returns whether the app ends, because root started it
 */
export function endsAsRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const { t } = wordsFor('system', app.getPreferredSystemLanguages()[0] ?? 'en');
  console.error(t('notAsRoot'));
  app.exit(1);
  return true;
}
