/** A message of the maildrop. */
export interface DropOptions {
  readonly bytes: Buffer;
  /** As UIDL names it. */
  readonly uidl: string;
  /** As LIST announces it; the bytes' own number where absent. */
  readonly size?: number;
}

export interface Pop3ServerOptions {
  readonly messages?: readonly DropOptions[];
  /** Default: `user` with the password `secret`. */
  readonly users?: Readonly<Record<string, string>>;
  /** Lines of CAPA; none: the command is refused. */
  readonly capabilities?: readonly string[] | undefined;
  /** Commands that the server refuses as unknown. */
  readonly without?: readonly string[];
  readonly greeting?: string;
  /** PEM texts; STLS is offered, or TLS is spoken from the start. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly security?: 'none' | 'stls' | 'tls';
  /** Lines end in LF. */
  readonly bareLf?: boolean;
  /** Nothing is stuffed. */
  readonly unstuffed?: boolean;
  /** What a command meets instead of its ordinary answer: raw, or an ending. */
  readonly onCommand?: (command: Pop3Received) => Pop3Answer | undefined;
  /** Instead of the UIDLs of the messages, for each session. */
  readonly uidlOf?: (message: DropOptions, session: number) => string;
  /** Several commands before the first answer are thrown away. */
  readonly deafWhileBusy?: boolean;
}

export interface Pop3Received {
  /** Number of the connection, from 1. */
  readonly connection: number;
  /** In upper case. */
  readonly name: string;
  readonly argument: string;
}

/** Raw bytes, or these and then the end of the connection, or silence. */
export type Pop3Answer =
  | string
  | Buffer
  | 'silent'
  | { readonly raw: string | Buffer; readonly next: 'end' | 'silent' };
