import { type BrowserWindow, dialog } from 'electron';
import { reportError } from './report-error.ts';
import type { Words } from './words.ts';

/** A page that died is shown again when the person wants it: by itself it might die again and again. */
export function watchPage(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    reportError(`The page stopped: ${reason}`);
    offerAgain(window, words()).catch(reportError);
  });
}

async function offerAgain(window: BrowserWindow, words: Words): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.t('pageStopped'),
    detail: words.t('pageStoppedDetail'),
    buttons: [words.t('showAgain'), words.t('close')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.close();
}
