/** What a client of the benchmark is to do; it gets this as JSON, its only argument. */
export interface Job {
  readonly port: number;
  /** PEM file of the authority behind the server's certificate. */
  readonly ca: string;
  readonly user: string;
  readonly password: string;
  readonly mailboxes: readonly string[];
  /** How many there are in all of them. */
  readonly messages: number;
  /** Where messages go, one file each; it exists. */
  readonly folder: string;
  /** Whether everything was fetched before, so that only what is new is asked for. */
  readonly again: boolean;
}

/** The job this process was started with. */
export function job(): Job {
  return JSON.parse(process.argv[2] ?? '');
}

/** A file for one message; mailboxes of the benchmark have plain names. */
export function messageFile({ folder }: Job, mailbox: string, uid: number): string {
  return `${folder}/${mailbox}-${uid}.eml`;
}

/** What the limit is measured with: everything a run has to ask for, or only which messages there are. */
export function drainCommand({ again }: Job): string {
  return again
    ? 'UID SEARCH ALL'
    : 'UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])';
}
