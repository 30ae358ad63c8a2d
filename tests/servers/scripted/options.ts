import type { Argument } from './arguments.ts';
import type { MailboxOptions } from './mailbox.ts';
import type { Ending } from './output.ts';

export interface ServerOptions {
  readonly mailboxes?: readonly MailboxOptions[];
  /** User name → password. Default: `user` with the password `secret`. */
  readonly users?: Readonly<Record<string, string>>;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default `none`; `tls` and `starttls` need `tls`. */
  readonly security?: 'none' | 'starttls' | 'tls';
  /** PEM texts. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Instead of what the server would announce; it refuses whatever it does not announce. */
  readonly capabilities?: readonly string[];
  /** Default `/`; null is a server without hierarchy. */
  readonly delimiter?: string | null;
  /** The text after `* NAMESPACE `. */
  readonly namespaces?: string;
  /** Raw text with its line end, or what happens in its place. `* PREAUTH` logs in, `* BYE` ends. */
  readonly greeting?: Answer | ((connection: number) => Answer);
  /** What a command meets instead of its ordinary answer. */
  readonly onCommand?: (command: ReceivedCommand) => CommandAnswer | Promise<CommandAnswer>;
  /** What happens to one message of a FETCH. */
  readonly beforeFetchResponse?: (fetched: FetchedMessage) => FetchAlteration | undefined;
  /** Ends connection n (from 1) after so many bytes sent, greeting included. */
  readonly cutAfter?: (connection: number) => { bytes: number; how: Ending } | undefined;
  /** In upper case: all that NOTIFY knows of, where that is not everything. */
  readonly notifyEvents?: readonly string[];
  /** SEARCH tells at most this many messages, the last ones. */
  readonly searchLimit?: number;
}

/** Raw bytes (text goes as UTF-8), endless ones too, or what happens instead of an answer. */
export type Answer = 'silent' | Ending | string | Buffer | Iterable<Buffer>;

export type CommandAnswer = undefined | 'default' | Answer | CommandAlteration;

/** The ordinary answer with something changed. */
export interface CommandAlteration {
  /** Milliseconds before anything is answered. */
  readonly delay?: number;
  /** Raw, ahead of the answer. */
  readonly before?: string | Buffer;
  /** In place of `OK LOGIN completed`, for instance; without tag and line end. */
  readonly completion?: string;
  /** Raw, after the answer. */
  readonly after?: string | Buffer;
}

/** A command as the log keeps it: no password in it. */
export interface ReceivedCommand {
  /** Number of the connection, from 1. */
  readonly connection: number;
  readonly tag: string;
  /** In upper case, `UID FETCH` as one name. */
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** The whole command as text, literals in place after `{n}`, secrets as `***`. */
  readonly line: string;
}

export interface FetchedMessage {
  readonly connection: number;
  readonly mailbox: string;
  readonly uid: number;
  readonly sequence: number;
  /** As the client wrote them, in upper case. */
  readonly items: readonly string[];
}

export interface FetchAlteration {
  /** Raw, ahead of this response. */
  readonly before?: string | Buffer;
  /** Raw, instead of this response. */
  readonly raw?: string | Buffer;
  /** No response for this message. */
  readonly skip?: boolean;
  /** Items in the opposite order. */
  readonly reversed?: boolean;
  /** Names of items left out, for instance `UID`. */
  readonly omit?: readonly string[];
  /** What stands for every body: raw text such as `NIL` or `""`, or bytes sent as a literal. */
  readonly body?: string | Buffer;
  /** The size that a body's literal announces, whatever follows. */
  readonly announced?: number;
  /** RFC822.SIZE */
  readonly size?: number;
  /** Ends the whole command here, for instance `NO [UNAVAILABLE] Server error`. */
  readonly refuse?: string;
  /** Milliseconds before this response. */
  readonly delay?: number;
  /** After so many bytes of a body: the connection ends or falls silent. */
  readonly stop?: { readonly at: number; readonly how: Ending | 'silent' };
}
