import type { Conversation } from '../../session/trace/conversation.ts';
import type { Transport } from '../../session/transport/transport.ts';

export interface LineWriterOptions {
  readonly conversation: Conversation | undefined;
  /** DELE may be sent. Without it no such command leaves this process, whoever asks for it. */
  readonly mayDelete: boolean;
}

/** The one way out of a connection. Lines that are written in one turn leave as one. */
export class LineWriter {
  readonly #transport: Pick<Transport, 'write'>;
  readonly #options: LineWriterOptions;
  #waiting = '';

  constructor(transport: Pick<Transport, 'write'>, options: LineWriterOptions) {
    this.#transport = transport;
    this.#options = options;
  }

  /**
   * @param line without its end
   * @param shown what a trace shows in its place
   */
  write(line: string, shown: string): void {
    const { conversation, mayDelete } = this.#options;
    if (/^\s*DELE\b/i.test(line) && !mayDelete) {
      throw new Error('DELE without the rule that asks for it');
    }
    if (/[\0\r\n]/.test(line)) throw new Error('a command of more than one line');
    conversation?.line('C', shown);
    if (this.#waiting === '') queueMicrotask(() => this.flush());
    this.#waiting += `${line}\r\n`;
  }

  /** At once; for what would not be sent any more. */
  flush(): void {
    if (this.#waiting === '') return;
    const lines = Buffer.from(this.#waiting);
    this.#waiting = '';
    this.#transport.write(lines);
  }
}
