import { RawClient } from '../raw-client.ts';

/** How many messages are asked for at once. */
const atOnce = 100;

/** A mailbox as the server has it. */
export interface MailboxTruth {
  readonly uidValidity: number;
  /** By UID, in the server's order. */
  readonly messages: ReadonlyMap<number, TrueMessage>;
}

export interface TrueMessage {
  /** As Latin-1. */
  readonly bytes: string;
  /** INTERNALDATE in the server's words. */
  readonly date: string;
}

/** A client for one command after the other, so that nothing of ours counts what the server has. */
export class SmallClient {
  readonly #raw: RawClient;
  #commands = 0;

  private constructor(raw: RawClient) {
    this.#raw = raw;
  }

  static async login(port: number, user: string, password: string): Promise<SmallClient> {
    const raw = RawClient.connect(port);
    await raw.line();
    const client = new SmallClient(raw);
    await client.command(`LOGIN ${quoted(user)} ${quoted(password)}`);
    return client;
  }

  /** The raw names of the mailboxes that can be opened. */
  async list(): Promise<string[]> {
    const text = await this.command('LIST "" "*"');
    return [...text.matchAll(/^\* LIST \(([^)]*)\) (?:NIL|"(?:\\.|[^"])*") (.*?)\r$/gm)]
      .filter(([, attributes = '']) => !/\\(Noselect|NonExistent)/i.test(attributes))
      .map(([, , name = '']) => unquoted(name));
  }

  create(mailbox: string): Promise<string> {
    return this.command(`CREATE ${quoted(mailbox)}`);
  }

  async append(mailbox: string, { bytes, date }: TrueMessage): Promise<void> {
    await this.command(`APPEND ${quoted(mailbox)} () "${date}"`, Buffer.from(bytes, 'latin1'));
  }

  /** Deletes messages for good. */
  async remove(mailbox: string, uids: readonly number[]): Promise<void> {
    await this.command(`SELECT ${quoted(mailbox)}`);
    await this.command(`UID STORE ${uids.join(',')} +FLAGS (\\Deleted)`);
    await this.command('EXPUNGE');
    await this.command('CLOSE');
  }

  /** Opens a mailbox for writing, and closes it. */
  async open(mailbox: string): Promise<void> {
    await this.command(`SELECT ${quoted(mailbox)}`);
    await this.command('CLOSE');
  }

  async truthOf(mailbox: string): Promise<MailboxTruth> {
    const opened = await this.command(`EXAMINE ${quoted(mailbox)}`);
    const exists = Number(/^\* (\d+) EXISTS/im.exec(opened)?.[1]);
    const uidValidity = Number(/\[UIDVALIDITY (\d+)\]/i.exec(opened)?.[1]);
    const messages = new Map<number, TrueMessage>();
    for (let first = 1; first <= exists; first += atOnce) {
      const last = Math.min(exists, first + atOnce - 1);
      const text = await this.command(`FETCH ${first}:${last} (UID INTERNALDATE BODY.PEEK[])`);
      for (const [uid, message] of messagesIn(text)) messages.set(uid, message);
    }
    if (messages.size !== exists) throw new Error(`${mailbox}: ${messages.size} of ${exists} came`);
    return { uidValidity, messages };
  }

  async logout(): Promise<void> {
    this.#raw.write('bye LOGOUT\r\n');
    await this.#raw.rest();
    this.#raw.end();
  }

  /** Everything the server says up to its OK, as Latin-1; throws where it says NO or BAD. */
  async command(line: string, literal?: Buffer): Promise<string> {
    this.#commands += 1;
    // Such a tag stands in no message.
    const tag = `small-client-${this.#commands}`;
    const tagged = new RegExp(`^${tag} (OK|NO|BAD)[^\n]*\n`, 'm');
    this.#raw.write(`${tag} ${line}${literal === undefined ? '' : ` {${literal.length}}`}\r\n`);
    if (literal !== undefined) {
      const asked = await this.#raw.until(text => /^\+[^\n]*\n/m.test(text) || tagged.test(text));
      if (tagged.test(asked)) throw new Error(`${line}: ${asked}`);
      this.#raw.write(literal);
      this.#raw.write('\r\n');
    }
    const text = await this.#raw.until(text => tagged.test(text.slice(-1000)));
    if (tagged.exec(text)?.[1] !== 'OK') throw new Error(`${line}: ${text.slice(-1000)}`);
    return text;
  }
}

/** The messages in FETCH responses, in which nothing but literals holds line breaks. */
function* messagesIn(text: string): Generator<[number, TrueMessage]> {
  for (let at = 0; text.startsWith('* ', at); ) {
    let words = '';
    let bytes: string | undefined;
    for (;;) {
      const end = text.indexOf('\r\n', at);
      const line = text.slice(at, end);
      words += line;
      at = end + 2;
      const size = /\{(\d+)\}$/.exec(line)?.[1];
      if (size === undefined) break;
      bytes = text.slice(at, at + Number(size));
      at += Number(size);
    }
    bytes ??= unquoted(/BODY\[\] ("(?:\\.|[^"\\])*")/.exec(words)?.[1] ?? '');
    const uid = /\bUID (\d+)/.exec(words)?.[1];
    const date = /INTERNALDATE "([^"]*)"/.exec(words)?.[1];
    if (uid !== undefined && date !== undefined) yield [Number(uid), { bytes, date }];
  }
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
