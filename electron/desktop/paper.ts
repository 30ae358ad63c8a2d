import { app, BrowserWindow, type WebContents } from 'electron';
import { MailstowError } from '../engine/errors.ts';
import type { Paper } from '../services/host.ts';

/** Milliseconds that a page has to be laid out and made into a PDF; only one made for it takes longer. */
const patience = 30_000;
/** Milliseconds after which the window without work goes. */
const idle = 3_000;

/** Where paper is 8½ by 11 inches (CLDR, paper size). */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** Prints pages of messages in a window that nobody sees, one after the other. */
export class WindowPaper implements Paper {
  #window: BrowserWindow | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #leaving: NodeJS.Timeout | undefined;

  pdf(address: string, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      signal?.throwIfAborted();
      const work = async () => {
        const contents = await this.#load(address);
        return contents.printToPDF({
          printBackground: true,
          pageSize: letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
        });
      };
      try {
        return await inTime(work(), signal);
      } catch (cause) {
        // Whatever it is at goes with it.
        this.#close();
        signal?.throwIfAborted();
        throw new MailstowError('pdf-not-made', { cause });
      }
    });
  }

  print(address: string): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const contents = await inTime(this.#load(address), undefined);
        await printed(contents);
      } catch (cause) {
        if (cause instanceof MailstowError) throw cause;
        throw new MailstowError('pdf-not-made', { cause });
      } finally {
        this.#close();
      }
    });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    clearTimeout(this.#leaving);
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined).then(() => this.#rest());
    return turn;
  }

  #rest(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#close(), idle);
  }

  async #load(address: string): Promise<WebContents> {
    this.#window ??= new BrowserWindow({
      show: false,
      // As wide as the paper, so that what is laid out for it fits.
      width: 794,
      height: 1_123,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
        // Nothing of a message runs; nor does anything else here.
        javascript: false,
      },
    });
    await this.#window.loadURL(address);
    return this.#window.webContents;
  }

  #close(): void {
    const window = this.#window;
    this.#window = undefined;
    if (window === undefined || window.isDestroyed()) return;
    // A page that is laid out for ever lets no window go.
    window.webContents.forcefullyCrashRenderer();
    window.destroy();
  }
}

/** @throws what the signal was aborted with, or an Error when time is up */
async function inTime<Value>(
  work: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('it took too long')), patience);
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  // What comes after the end is nobody's any more.
  work.catch(() => undefined);
  promise.catch(() => undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function printed(contents: WebContents): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      // The person thought better of it.
      if (isPrinted || /cancell?ed/i.test(reason)) resolve();
      else reject(new MailstowError('not-printed', { args: { reason } }));
    });
  });
}
