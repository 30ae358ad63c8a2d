/** A real server on loopback with one account, for the story of a whole account. */
export interface RealServer {
  readonly port: number;
  readonly account: { readonly user: string; readonly password: string };
  /** What stands before the name of every mailbox but INBOX, and what separates levels. */
  readonly prefix: string;
  readonly delimiter: string;
  /** Raw names of mailboxes that the account sees and does not own. */
  readonly shared: readonly string[];
  /** Lines of the server's own in what it gives as a message, in which it writes the UID. */
  readonly ownLines?: RegExp;
  /** Takes every mailbox away and leaves an empty INBOX, as when an account is moved or restored. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

/** A kind of server and whether it can be started here. */
export interface RealServerKind {
  readonly name: string;
  /** Why none can be started here, from "because" on, or undefined where one can. */
  missing(): string | undefined;
  start(): Promise<RealServer>;
}
