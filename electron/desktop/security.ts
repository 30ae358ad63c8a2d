import { app, type Session, type WebContents } from 'electron';
import { mayLoad, mayNavigate } from './addresses.ts';

/** Where a dictionary would be asked for, did anything still ask: a port that nothing serves. */
const noDictionaries = 'http://127.0.0.1:1/';

/**
 * Nothing is permitted, downloaded or fetched from outside.
 *
 * @param allowsRemote whether the message page of this token may load pictures from elsewhere
 */
export function hardenSession(session: Session, allowsRemote: (token: string) => boolean): void {
  // Without these three every request would be granted and every check pass.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const { url, resourceType, initiatorOrigin, frame } = details;
    const request = { url, resourceType, initiatorOrigin, frameUrl: frame?.url };
    answer({ cancel: !mayLoad(request, allowsRemote) });
  });
  session.on('will-download', event => event.preventDefault());
  // Chromium fetches dictionaries even where no window checks spelling: electron/electron#22995.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(noDictionaries);
}

/**
 * Keeps every page where it is, for all windows there will ever be.
 *
 * @param follow is offered each address that a page wanted to open beside itself
 */
export function keepPagesInPlace(follow: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents, follow));
}

function keepInPlace(contents: WebContents, follow: (address: string) => void): void {
  contents.on('will-frame-navigate', event => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', event => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    follow(url);
    return { action: 'deny' };
  });
}
