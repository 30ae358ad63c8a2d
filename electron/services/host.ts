import type { Readable } from 'node:stream';

/** Something to be handed to a person as a file. */
export interface Deliverable {
  /** A file name, not yet made safe for any file system. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** A program, a script, a macro document…: kept only after a warning. */
  readonly dangerous: boolean;
  /** A new stream of the bytes at each call. */
  open(): Readable | Promise<Readable>;
}

export interface Delivered {
  readonly saved: boolean;
  /** Where the page can fetch it, where the host cannot write it for the person. */
  readonly download?: string;
}

/** Makes paper, or files of it, of the pages of messages; nothing of a page runs there either. */
export interface Paper {
  /**
   * @param address of a page of ours, see {@link Host.mailAddress}
   * @returns a PDF
   * @throws MailstowError `pdf-not-made`, also where it takes too long; whatever the signal was aborted with
   */
  pdf(address: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** Lets the person choose a printer, and prints. @throws MailstowError `not-printed` */
  print(address: string): Promise<void>;
}

export interface DeliveredAll {
  /** Files that were written for the person. */
  readonly saved: number;
  /** Where they were written; absolute. */
  readonly folder?: string;
  /** Where the page can fetch each, where the host cannot write them for the person. */
  readonly downloads?: string[];
}

/** What the face at which a person sits can do: native in the app, through the page in browser mode. */
export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** Of the system, as BCP 47 says it. */
  readonly language: string;
  /** Where the person keeps documents, absolute, where the system knows such a place. */
  readonly documents?: string;
  /** Absent in browser mode, where the person's browser prints. */
  readonly paper?: Paper;
  /** Where the window finds the page of a message; ends in a slash, its parts lie below. */
  mailAddress(token: string): string;
  /**
   * Lets the person choose a folder; null when they think better of it.
   * @throws MailstowError in browser mode, where the page looks through `folders.browse` instead
   */
  chooseFolder(start: string | undefined): Promise<string | null>;
  /**
   * The same for a file with certificates or a folder of them.
   * @throws MailstowError in browser mode, where the page looks through `certificates.browse` instead
   */
  chooseCertificate(what: 'file' | 'folder', start: string | undefined): Promise<string | null>;
  /**
   * Lets the person say where a file of this name is to be written; null when they think better of it.
   * @throws MailstowError in browser mode, where the page fetches it
   */
  chooseTarget(name: string): Promise<string | null>;
  /** Lets the person keep a file where they want it. */
  deliver(file: Deliverable): Promise<Delivered>;
  /** Lets the person keep several, in a folder that they choose. */
  deliverAll(files: readonly Deliverable[]): Promise<DeliveredAll>;
  /** Opens a file of a kind that may be with the program the system has for it; any other is saved instead. */
  open(file: Deliverable): Promise<void>;
  /**
   * Shows a page in the person's browser, or begins a message in their mail program, by an address that Mailstow itself
   * made.
   * @returns false in browser mode, where the page itself leads there
   * @throws MailstowError where the system has no program for it
   */
  visit(address: string): Promise<boolean>;
  /**
   * Hands copies of files to the drag that the person began in the window. Absent in browser mode.
   * @throws MailstowError where they cannot be copied
   */
  drag?(files: readonly Deliverable[]): Promise<void>;
  /** Shows a file or folder that exists in the system's file manager; absolute path. */
  show(path: string): Promise<void>;
}
