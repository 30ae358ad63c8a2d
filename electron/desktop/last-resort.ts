import { app, dialog } from 'electron';

/**
 * Imported before everything else. Without a listener Electron would show its own box and go on in a state that
 * nobody knows; a rejection that nobody handles would only be printed.
 */
process.on('uncaughtException', end);
process.on('unhandledRejection', end);

function end(error: unknown): void {
  console.error(error);
  try {
    if (app.isPackaged) {
      const words = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox(
        'Mailstow has to stop',
        `${words}\n\nEverything archived so far is kept.`,
      );
    }
  } finally {
    app.exit(1);
  }
}
