import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { AskedPlace } from '../../shared/model/place.ts';
import { placeHash } from '../../shared/model/place-hash.ts';
import { appAddress, mayNavigate } from './addresses.ts';
import { reportError } from './report-error.ts';

/** Milliseconds after the page has loaded: on Wayland `ready-to-show` may never come (electron/electron#48859). */
const afterLoading = 1_000;
/** Milliseconds after which the window is shown whatever has happened to its page. */
const atTheLatest = 10_000;

/** `--surface` of the window's styles, so that nothing flashes before they are there. */
const surface = { light: '#ffffff', dark: '#17191b' };

export interface WindowSurroundings {
  /** Folder of the built files of the desktop. */
  readonly folder: string;
  readonly isDark: boolean;
  /** Whether this is a program as it is handed to people. */
  readonly isPackaged: boolean;
}

function windowOptions(surroundings: WindowSurroundings): BrowserWindowConstructorOptions {
  const { folder, isDark, isPackaged } = surroundings;
  return {
    title: 'Mailstow',
    // Size and place are remembered under this name; a position given here would win over them.
    name: 'main',
    windowStatePersistence: true,
    width: 1_120,
    height: 760,
    minWidth: 400,
    minHeight: 480,
    show: false,
    backgroundColor: isDark ? surface.dark : surface.light,
    icon: join(folder, 'icon.png'),
    webPreferences: {
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  };
}

/** @param place of the window to begin at */
export function openWindow(surroundings: WindowSurroundings, place: AskedPlace): BrowserWindow {
  const window = new BrowserWindow(windowOptions(surroundings));
  revealOnce(window);
  keepAtApp(window);
  window.webContents.on('preload-error', (_event, path, error) => console.error(path, error));
  loadPlace(window, place);
  return window;
}

/** What went wrong is told by did-fail-load, after which the window is shown. */
export function loadPlace(window: BrowserWindow, place: AskedPlace): void {
  window.loadURL(`${appAddress}${placeHash(place)}`).catch(error => {
    // Another place was asked for in the meantime.
    if (error.code !== 'ERR_ABORTED') reportError(error);
  });
}

/** Some ways lead past `will-frame-navigate`, that to about:blank for one: the window comes back from there. */
function keepAtApp(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, address) => {
    if (mayNavigate(address, true)) return;
    window.loadURL(appAddress).catch(error => reportError(error));
  });
}

function revealOnce(window: BrowserWindow): void {
  let revealed = false;
  const reveal = (): void => {
    if (revealed || window.isDestroyed()) return;
    revealed = true;
    window.show();
  };
  window.once('ready-to-show', reveal);
  window.webContents.once('did-finish-load', () => setTimeout(reveal, afterLoading));
  window.webContents.once('did-fail-load', reveal);
  setTimeout(reveal, atTheLatest);
}

/** Brings a window to the person, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
