import { threadId } from 'node:worker_threads';
import { MailstowError } from '../../errors.ts';
import type { Command } from '../../protocol/command.ts';
import type { Response } from '../../protocol/response.ts';
import type { Frame } from '../../wire/frame.ts';
import { AllSecrets } from '../login/all-secrets.ts';
import type { Secrets } from '../login/secrets.ts';
import type { Encryption } from '../transport/transport.ts';
import { receivedText } from './received-text.ts';
import { SentText } from './sent-text.ts';
import { isTraced, type TraceEvent, tellTrace } from './trace.ts';

/** Characters of an event; cut only after secrets are masked, because half of one would not be recognised. */
const longestText = 1_000;

/** RFC 9051 section 9, of a length that a password may have, with something escaped in it. */
const quoted = /"(?:[^"\\]|\\.){0,2000}"/g;

/** What was escaped before it was quoted is recognised only without the quoting. */
function withoutSecrets(string: string): string {
  if (!string.includes('\\')) return string;
  const plain = string.slice(1, -1).replace(/\\(.)/g, '$1');
  const masked = secrets.text(plain);
  return masked === plain ? string : `"${masked}"`;
}

/** A server may repeat on one connection what it learned on another. */
const secrets = new AllSecrets();
let connections = 0;

/** What is said on one connection, recorded for anyone who looks into a problem. */
export class Conversation {
  readonly #connection: string;
  readonly #sentText = new SentText();
  #isOver = false;
  /** With what was made of the password on this connection alone. */
  #own: Secrets | undefined;

  private constructor() {
    connections += 1;
    this.#connection = threadId === 0 ? String(connections) : `${threadId}-${connections}`;
  }

  /** @returns undefined where nobody asked for it, so that it costs nothing */
  static begin(): Conversation | undefined {
    return isTraced() ? new Conversation() : undefined;
  }

  hide(secret: Secrets): void {
    secrets.add(secret);
    this.#own = secret;
  }

  /** What is no line of the protocol. */
  note(text: string): void {
    this.#tell('-', text);
  }

  secured(encryption: Encryption | undefined): void {
    this.note(encryption ? `${encryption.protocol}, ${encryption.cipher}` : 'not encrypted');
  }

  /** The first reason is the one. */
  ended(cause?: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const why = cause instanceof MailstowError ? `: ${cause.message} [${cause.kind}]` : '';
    this.note(`closed${why}`);
  }

  /** @param part of the command with this tag, in order */
  sent(part: Buffer, tag: string, command: Command<unknown>): void {
    this.#tell('C', this.#sentText.of(part, tag, command));
  }

  /** @param command that is being sent; what the server asks in a dialogue about a secret may be made of it */
  received(frame: Frame, response: Response, command: Command<unknown> | undefined): void {
    const isChallenge = response.kind === 'continuation' && command?.continue !== undefined;
    this.#tell('S', isChallenge && command?.isSecret ? '+ ***' : receivedText(frame, response));
  }

  /** A line of another protocol, without mail; of a sign-in the mechanism alone. */
  line(from: 'C' | 'S', text: string): void {
    this.#tell(from, text);
  }

  #tell(from: TraceEvent['from'], words: string): void {
    const known = secrets.text(words.replace(quoted, withoutSecrets));
    const masked = this.#own?.text(known) ?? known;
    const rest = masked.length - longestText;
    const text = rest > 0 ? `${masked.slice(0, longestText)}… (${rest} characters more)` : masked;
    tellTrace({ connection: this.#connection, from, text });
  }
}
