import { type BrowserWindow, ipcMain } from 'electron';
import type { AppEvent } from '../services/events.ts';
import { isAppFrame } from './addresses.ts';
import { callChannel, eventChannel } from './channels.ts';

/** Carries out a call of the contract; checks name, input and answer itself. */
export type Call = (name: unknown, input: unknown) => Promise<unknown>;

/** Answers the window's page alone: neither a frame in it nor anything that took its place. */
export function serveCalls(call: Call, currentWindow: () => BrowserWindow | undefined): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    // Read before anything is awaited: it is null as soon as the frame has gone elsewhere.
    const frame = event.senderFrame;
    if (!isAppFrame(frame) || event.sender !== currentWindow()?.webContents) {
      throw new Error('Refused: this page may not call Mailstow.');
    }
    return call(name, input);
  });
}

/** Hands an event to the page, where there is one to hear it. */
export function tellWindow(window: BrowserWindow | undefined, { name, value }: AppEvent): void {
  if (window === undefined || window.isDestroyed()) return;
  window.webContents.send(eventChannel, name, value);
}
