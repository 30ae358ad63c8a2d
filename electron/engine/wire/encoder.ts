import { isAscii, isUtf8 } from 'node:buffer';
import { MailstowError } from '../errors.ts';
import { limits } from './limits.ts';
import { encodeModifiedUtf7 } from './modified-utf7.ts';

/** One argument of a command (RFC 9051 section 4). */
export type Argument =
  /** Protocol text that is valid as it stands: a keyword, a sequence set, a number. */
  | { readonly kind: 'atom'; readonly text: string }
  /** Unicode; sent quoted or as a literal. */
  | { readonly kind: 'string'; readonly text: string }
  /** Unicode; sent in modified UTF-7, or as UTF-8 where that was enabled. Wildcards of LIST pass. */
  | { readonly kind: 'mailbox'; readonly name: string }
  /** A mailbox name as the server sent it, octets read as Latin-1; sent back unchanged. */
  | { readonly kind: 'raw-mailbox'; readonly octets: string }
  | { readonly kind: 'list'; readonly items: readonly Argument[] };

export const atom = (text: string): Argument => ({ kind: 'atom', text });
export const string = (text: string): Argument => ({ kind: 'string', text });
export const list = (items: readonly Argument[]): Argument => ({ kind: 'list', items });

/** What the server has said it understands. */
export interface EncodingOptions {
  /** LITERAL+ (RFC 7888): any literal may follow at once. */
  readonly literalPlus: boolean;
  /** LITERAL− (RFC 7888): literals of up to 4096 octets may follow at once; part of IMAP4rev2. */
  readonly literalMinus: boolean;
  /** UTF8=ACCEPT (RFC 6855) or IMAP4rev2 was enabled: strings and mailbox names are quoted UTF-8. */
  readonly utf8: boolean;
}

/**
 * @param tag unique among the commands in flight
 * @returns the octets in parts; the sender waits for a continuation request between two of them
 * @throws MailstowError 'arguments' for CR, LF, NUL or half a character in an argument: never sent
 */
export function encodeCommand(
  tag: string,
  name: string,
  args: readonly Argument[],
  options: EncodingOptions,
): readonly Buffer[] {
  const writer = new CommandWriter(options);
  writer.text(`${tag} ${name}`);
  for (const argument of args) {
    writer.text(' ');
    writer.argument(argument);
  }
  writer.text('\r\n');
  return writer.finish();
}

class CommandWriter {
  readonly #options: EncodingOptions;
  readonly #parts: Buffer[] = [];
  #pending: Buffer[] = [];

  constructor(options: EncodingOptions) {
    this.#options = options;
  }

  finish(): Buffer[] {
    return [...this.#parts, Buffer.concat(this.#pending)];
  }

  text(text: string): void {
    this.#pending.push(Buffer.from(text, 'latin1'));
  }

  argument(argument: Argument): void {
    switch (argument.kind) {
      case 'atom':
        requirePrintableAscii(argument.text);
        this.text(argument.text);
        return;
      case 'string':
        this.#string(argument.text, 'account');
        return;
      case 'mailbox':
        this.#string(
          this.#options.utf8 ? argument.name : encodeModifiedUtf7(argument.name),
          'mailbox',
        );
        return;
      case 'raw-mailbox':
        this.#octets(Buffer.from(argument.octets, 'latin1'), 'mailbox');
        return;
      case 'list':
        this.#list(argument.items);
        return;
    }
  }

  #list(items: readonly Argument[]): void {
    this.text('(');
    for (const [index, item] of items.entries()) {
      if (index > 0) this.text(' ');
      this.argument(item);
    }
    this.text(')');
  }

  #string(text: string, scope: 'account' | 'mailbox'): void {
    if (!text.isWellFormed()) {
      throw new MailstowError(
        scope === 'mailbox' ? 'mailbox-name-with-half-character' : 'value-with-half-character',
      );
    }
    this.#octets(Buffer.from(text, 'utf8'), scope);
  }

  /**
   *     quoted  = DQUOTE *QUOTED-CHAR DQUOTE              RFC 9051 section 9
   *     literal = "{" number64 ["+"] "}" CRLF *CHAR8
   */
  #octets(octets: Buffer, scope: 'account' | 'mailbox'): void {
    if (octets.some(octet => octet === 0x00 || octet === 0x0a || octet === 0x0d)) {
      throw new MailstowError(
        scope === 'mailbox' ? 'mailbox-name-with-line-break' : 'value-with-line-break',
      );
    }
    if (this.#options.utf8 ? isUtf8(octets) : isAscii(octets)) {
      this.text(`"${octets.toString('latin1').replace(/["\\]/g, '\\$&')}"`);
      return;
    }
    const { literalPlus, literalMinus } = this.#options;
    const atOnce = literalPlus || (literalMinus && octets.length <= limits.literalMinus);
    this.text(`{${octets.length}${atOnce ? '+' : ''}}\r\n`);
    if (!atOnce) this.#endPart();
    this.#pending.push(octets);
  }

  #endPart(): void {
    this.#parts.push(Buffer.concat(this.#pending));
    this.#pending = [];
  }
}

function requirePrintableAscii(text: string): void {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new MailstowError('value-with-odd-character');
}
