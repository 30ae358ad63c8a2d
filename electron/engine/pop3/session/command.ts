import type { BodyTarget } from '../wire/body-reader.ts';

/** The first line of an answer. */
export interface Status {
  readonly isOk: boolean;
  /** Behind +OK or -ERR, with the code in brackets where there is one (RFC 2449 section 8). */
  readonly text: string;
}

/** What is expected behind a +OK. */
export type Expected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'lines'; line(text: string): void }
  /** The message counts when {@link whole} is called, and not before. */
  | { readonly kind: 'message'; readonly target: BodyTarget; begin?(): void; whole(): void };

/** A command as a value: what is sent, and what is expected. */
export interface Pop3Command {
  /** For messages to people. */
  readonly name: string;
  /** Behind the name. */
  readonly argument?: string;
  /** What is sent holds a password, here or in a dialogue: nothing shows it. */
  readonly isSecret?: true;
  readonly expects: Expected;
  /** Answers a `+ ` line (RFC 5034); the line without its CRLF. */
  continue?(text: string): string | Promise<string>;
}

/** A command of one line whose answer is one. */
export function plainCommand(name: string, argument?: string): Pop3Command {
  return { name, expects: { kind: 'nothing' }, ...(argument !== undefined && { argument }) };
}
