import { app, dialog } from 'electron';
import { reportError } from './report-error.ts';
import { loadWords, wordsFor } from './words.ts';

/**
 * Imported before everything else. Without a listener Electron would show its own box and go on in a state that
 * nobody knows; a rejection that nobody handles would only be printed.
 */
process.on('uncaughtException', end);
process.on('unhandledRejection', end);

// What the person chose stands in a file that may be what failed.
const systemLanguage = app.getPreferredSystemLanguages()[0] ?? 'en';
// What has failed cannot wait for words.
void loadWords('system', systemLanguage);

function end(error: unknown): void {
  reportError(error);
  try {
    if (app.isPackaged) {
      const reason = error instanceof Error ? error.message : String(error);
      const words = wordsFor('system', systemLanguage);
      dialog.showErrorBox(words.t('hasToStop'), `${reason}\n\n${words.t('allKept')}`);
    }
  } finally {
    app.exit(1);
  }
}
