import { app } from 'electron';
import { loadWords, wordsFor } from './words.ts';

/**
 * Chromium's sandbox does not work for root: its processes would die and be started again for ever.
 * @returns whether the app ends, because root started it
 */
export function endsAsRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  void end(app.getPreferredSystemLanguages()[0] ?? 'en');
  return true;
}

async function end(systemLanguage: string): Promise<void> {
  await loadWords('system', systemLanguage);
  console.error(wordsFor('system', systemLanguage).t('notAsRoot'));
  app.exit(1);
}
