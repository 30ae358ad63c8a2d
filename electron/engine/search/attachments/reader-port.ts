import type { MessagePort } from 'node:worker_threads';
import type { Failure } from '../../../../shared/model/failure.ts';
import { MailstowError, toFailure } from '../../errors.ts';
import { inSmallPieces } from './in-small-pieces.ts';
import { kindOf } from './kinds.ts';
import {
  type AttachedBytes,
  type Reading,
  type ReadsAttachments,
  readerVersion,
} from './reading.ts';

/** What a thread asks of the thread that has the reader. */
type FromThread =
  | { readonly id: number; readonly begin: Pick<AttachedBytes, 'name' | 'type' | 'charset'> }
  | { readonly id: number; readonly piece: Uint8Array | undefined }
  /** What its bytes come from has failed. */
  | { readonly id: number; readonly broken: true };

type ToThread =
  | { readonly id: number; readonly more: true }
  | { readonly id: number; readonly reading: Reading }
  | { readonly id: number; readonly failure: Failure };

/** Lets another thread use a reader: the app can start its process from the main thread alone. */
export function lendReader(reader: ReadsAttachments, port: MessagePort): void {
  const files = new Map<number, (message: FromThread) => void>();
  let isOver = false;
  // A thread that ended in the middle of a file sends no more of it, and the next file is not to wait for that.
  port.on('close', () => {
    isOver = true;
    for (const [id, hear] of files) hear({ id, broken: true });
  });
  port.on('message', async (message: FromThread) => {
    if (!('begin' in message)) {
      files.get(message.id)?.(message);
      return;
    }
    const { id, begin } = message;
    const next = () =>
      new Promise<FromThread>(resolve => {
        if (isOver) return resolve({ id, broken: true });
        files.set(id, resolve);
        say({ id, more: true });
      });
    try {
      say({ id, reading: await reader.read({ ...begin, pieces: received(next) }) });
    } catch (error) {
      say({ id, failure: toFailure(error) });
    } finally {
      files.delete(id);
    }
  });
  port.unref();
  const say = (message: ToThread) => port.postMessage(message);
}

async function* received(next: () => Promise<FromThread>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const message = await next();
    if ('broken' in message) throw new Error('The bytes of an attachment could not be read.');
    if (!('piece' in message) || message.piece === undefined) return;
    yield message.piece;
  }
}

interface Waiting {
  readonly bytes: AsyncGenerator<Uint8Array, void, undefined>;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: unknown) => void;
}

/** A reader that is in another thread; {@link lendReader} has the other end of the port. */
export class LentReader implements ReadsAttachments {
  readonly version = readerVersion;
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiting>();
  #files = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (message: ToThread) => void this.#hear(message));
    port.on('close', () => this.#end());
    port.unref();
  }

  read({ pieces, name, type, charset }: AttachedBytes): Promise<Reading> {
    if (kindOf(name, type) === undefined) return Promise.resolve({ unread: 'unsupported' });
    const id = ++this.#files;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { bytes: inSmallPieces(pieces), resolve, reject });
      this.#port.ref();
      this.#say({ id, begin: { name, type, charset } });
    });
  }

  /** Anyone who waits hears of it. */
  close(): void {
    this.#port.close();
  }

  async #hear(message: ToThread): Promise<void> {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if ('more' in message) {
      await this.#sendNext(message.id, waiting);
      return;
    }
    this.#forget(message.id);
    if ('reading' in message) waiting.resolve(message.reading);
    else waiting.reject(new MailstowError(message.failure));
  }

  async #sendNext(id: number, { bytes, reject }: Waiting): Promise<void> {
    try {
      const { value, done } = await bytes.next();
      if (done === true) this.#say({ id, piece: undefined });
      else this.#port.postMessage({ id, piece: value }, [value.buffer as ArrayBuffer]);
    } catch (error) {
      this.#forget(id);
      this.#say({ id, broken: true });
      reject(error);
    }
  }

  #forget(id: number): void {
    void this.#waiting.get(id)?.bytes.return(undefined);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#port.unref();
  }

  #say(message: FromThread): void {
    this.#port.postMessage(message);
  }

  #end(): void {
    for (const [id, { reject }] of this.#waiting) {
      this.#forget(id);
      reject(new MailstowError('closing'));
    }
  }
}
