import { MailstowError } from '../../errors.ts';
import { inSmallPieces } from './in-small-pieces.ts';
import { type AttachmentKind, kindOf } from './kinds.ts';
import type { ReaderDoor } from './reader-door.ts';
import type { FromReader, Walls } from './reader-messages.ts';
import { type Lost, ReaderSession } from './reader-session.ts';
import {
  type AttachedBytes,
  type Drawing,
  type DrawnPage,
  type DrawsAttachments,
  type Reading,
  type ReadsAttachments,
  readerVersion,
} from './reading.ts';

export interface ReaderPatience {
  /** Milliseconds for a file, from its last byte on. */
  readonly file: number;
  /** Until the process is there: loading takes a second, and ten on a machine that has much to do. */
  readonly start: number;
  /** Without work, until the process is let go. */
  readonly idle: number;
}

/** What one file came to. */
type Outcome = Extract<FromReader, { reading: unknown } | { drawn: unknown }> | Lost;
type OnPage = (page: DrawnPage) => void;

const usual: ReaderPatience = { file: 20_000, start: 30_000, idle: 30_000 };

/**
 * Reads attachments in a process of its own, which whatever is in them cannot lead anywhere: it gets bytes and no
 * path, and is ended where it takes too long or too much memory. One file at a time; the process is started at the
 * first, used for all that follow, and anew after it ended.
 */
export class AttachmentReader implements ReadsAttachments, DrawsAttachments {
  readonly version = readerVersion;
  readonly #door: ReaderDoor;
  readonly #patience: ReaderPatience;
  #session: ReaderSession | undefined;
  /** Of the door's ways: those before it do not work here. */
  #way = 0;
  #walls: Walls | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(door: ReaderDoor, patience: Partial<ReaderPatience> = {}) {
    this.#door = door;
    this.#patience = { ...usual, ...patience };
  }

  /** What is closed to the process that runs or ran last; undefined before the first. */
  get walls(): Walls | undefined {
    return this.#walls;
  }

  async read(file: AttachedBytes): Promise<Reading> {
    const kind = kindOf(file.name, file.type);
    if (kind === undefined) return { unread: 'unsupported' };
    const heard = await this.#inTurn(file, kind);
    if ('lost' in heard) return { unread: heard.lost };
    return 'reading' in heard ? heard.reading : { unread: 'crashed' };
  }

  /** The first pages of a PDF as pictures. */
  async draw(file: AttachedBytes): Promise<Drawing> {
    const pages: DrawnPage[] = [];
    const heard = await this.#inTurn(file, 'pdf', page => pages.push(page));
    if ('lost' in heard) return { unread: heard.lost };
    if (!('drawn' in heard)) return { unread: 'crashed' };
    return 'unread' in heard.drawn ? heard.drawn : { pages, total: heard.drawn.total };
  }

  /** Ends the process; anyone who waits hears so. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#letGo();
    await this.#last;
  }

  /** @param onPage where pages are wanted, not words */
  #inTurn(file: AttachedBytes, kind: AttachmentKind, onPage?: OnPage): Promise<Outcome> {
    const outcome = this.#last.then(() => this.#readNow(file, kind, onPage));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  async #readNow(file: AttachedBytes, kind: AttachmentKind, onPage?: OnPage): Promise<Outcome> {
    clearTimeout(this.#idle);
    const session = await this.#running();
    let isSpent = true;
    try {
      const heard = await this.#converse(session, file, kind, onPage);
      const isLost = 'lost' in heard || ('isSpent' in heard && heard.isSpent);
      isSpent = isLost || (await session.isSwollen());
      return heard;
    } finally {
      // In the middle of a file it is of no use for the next.
      if (isSpent) this.#letGo();
      this.#idle = setTimeout(() => this.#letGo(), this.#patience.idle).unref();
    }
  }

  async #converse(
    session: ReaderSession,
    { name, type, charset, pieces }: AttachedBytes,
    kind: AttachmentKind,
    onPage: OnPage | undefined,
  ): Promise<Outcome> {
    const said = charset === undefined ? {} : { charset };
    const wanted = onPage === undefined ? {} : { isDrawn: true };
    session.tell({ begin: { name, type, kind, ...said, ...wanted } });
    const bytes = inSmallPieces(pieces);
    try {
      for (;;) {
        const heard = await session.hear(this.#patience.file);
        this.#refuseIfClosed();
        if ('lost' in heard || 'reading' in heard || 'drawn' in heard) return heard;
        if ('page' in heard) {
          onPage?.(heard.page);
          continue;
        }
        const { value, done } = await bytes.next();
        session.tell({ piece: done === true ? undefined : value });
      }
    } finally {
      await bytes.return(undefined);
    }
  }

  async #running(): Promise<ReaderSession> {
    this.#refuseIfClosed();
    if (this.#session?.isLost === false) return this.#session;
    for (; this.#way < this.#door.ways.length; this.#way += 1) {
      const session = new ReaderSession((this.#door.ways[this.#way] as () => never)());
      this.#session = session;
      const heard = await session.hear(this.#patience.start);
      this.#refuseIfClosed();
      if (isReady(heard)) {
        this.#walls = heard.ready;
        return session;
      }
    }
    // Another time it may be that the machine has less to do.
    this.#way = 0;
    throw new MailstowError('reading-ended', { args: { reason: 'it could not be started' } });
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new MailstowError('closing');
  }

  #letGo(): void {
    clearTimeout(this.#idle);
    this.#session?.end();
    this.#session = undefined;
  }
}

function isReady(heard: FromReader | Lost): heard is { readonly ready: Walls } {
  return 'ready' in heard;
}
