/** A file that came with a message, as the reader is given it: bytes, never a path. */
export interface AttachedBytes {
  /** As the sender called it. */
  readonly name: string;
  /** Media type in lower case, without its parameters. */
  readonly type: string;
  /** What the part says of its character set. */
  readonly charset?: string | undefined;
  /**
   * With every transfer encoding taken off; pulled one by one and no further than is needed. A piece is copied before
   * the next is pulled.
   */
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Why nothing of a file could be read. */
export type Unread =
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'too-slow'
  | 'too-much-memory'
  | 'crashed'
  /** Not of a kind that is read, whatever its name says. */
  | 'unsupported';

/** The words of a file, in the order in which a person reads them. */
export type Reading =
  | {
      readonly text: string;
      /** There is more than was read: too much of it, or the rest is damaged. */
      readonly cut: boolean;
    }
  | { readonly unread: Unread };

/** A page of a document as a picture (PNG), and the words on it. */
export interface DrawnPage {
  readonly png: Uint8Array;
  readonly words: string;
}

/** The first pages of a document; it has `total`. */
export type Drawing =
  | { readonly pages: readonly DrawnPage[]; readonly total: number }
  | { readonly unread: Unread };

/** Draws documents. */
export interface DrawsAttachments {
  /** @throws MailstowError as {@link ReadsAttachments} does */
  draw(file: AttachedBytes): Promise<Drawing>;
}

/** Reads what is in attachments. */
export interface ReadsAttachments {
  /** What could not be read need not be tried again until this is another. */
  readonly version: number;
  /**
   * @throws MailstowError `closing` where it was closed, `reading-ended` where nothing can be read here: neither says
   *   anything of the file. What its `pieces` throw is passed on.
   */
  read(file: AttachedBytes): Promise<Reading>;
}

/** Raised whenever a file that could not be read may be read now, or gives other words. */
export const readerVersion = 1;
