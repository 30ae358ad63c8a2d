import type { Command } from '../../protocol/command.ts';
import { octetText } from '../../wire/octet-text.ts';

const CRLF = '\r\n';
const announcement = /\{(\d+)\+?\}$/;

/** What a trace shows of what one connection sends: literals as their sizes, of a login the mechanism alone. */
export class SentText {
  /** Bytes of a literal that the next part begins with. */
  #owed = 0;
  /** Of the secret command that is being sent. */
  #secretTag: string | undefined;

  of(part: Buffer, tag: string, command: Command<unknown>): string {
    if (command.isSecret) {
      const isFirst = this.#secretTag !== tag;
      this.#secretTag = tag;
      return isFirst ? firstOfSecret(tag, command) : '***';
    }
    return octetText(this.#outline(part));
  }

  /** The encoder never puts a line break into a quoted string, so that each one ends the command or precedes a literal. */
  #outline(part: Buffer): string {
    let text = this.#owed > 0 ? `(literal of ${this.#owed} bytes)` : '';
    let at = this.#owed;
    this.#owed = 0;
    while (at < part.length) {
      const end = part.indexOf(CRLF, at);
      const line = part.toString('latin1', at, end < 0 ? part.length : end);
      text += line;
      const size = announcement.exec(line)?.[1];
      if (end < 0 || size === undefined) break;
      at = end + CRLF.length + Number(size);
    }
    this.#owed = Math.max(0, at - part.length);
    return text;
  }
}

/** The mechanism of AUTHENTICATE is a keyword of ours; behind it everything is hidden, its length too. */
function firstOfSecret(tag: string, { name, arguments: [first] }: Command<unknown>): string {
  const mechanism = name === 'AUTHENTICATE' && first?.kind === 'atom' ? ` ${first.text}` : '';
  return `${tag} ${name}${mechanism} ***`;
}
