import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { DropOptions, Pop3Answer, Pop3Received, Pop3ServerOptions } from './options.ts';

export const usualCapabilities = ['TOP', 'UIDL', 'PIPELINING', 'USER', 'SASL PLAIN', 'RESP-CODES'];

/** A small POP3 server on a real socket that also misbehaves on demand. */
export class ScriptedPop3 {
  /** What the next session finds, oldest first; deletions are taken out of it. */
  drop: DropOptions[];
  options: Pop3ServerOptions;
  /** Every command received so far, in order; passwords are masked. */
  readonly commands: Pop3Received[] = [];
  /** Every line as it came, for what must never be in one. */
  readonly lines: string[] = [];
  /** Most commands that were waiting when one was answered. */
  mostWaiting = 0;
  readonly #sockets = new Set<Socket>();
  readonly #net: Server;
  #connections = 0;

  constructor(options: Pop3ServerOptions) {
    this.options = options;
    this.drop = [...(options.messages ?? [])];
    this.#net = createServer(socket => this.#serve(socket));
  }

  get port(): number {
    const address = this.#net.address();
    if (address === null || typeof address === 'string') throw new Error('Not listening');
    return address.port;
  }

  get connections(): number {
    return this.#connections;
  }

  listen(): Promise<this> {
    return new Promise(resolve => this.#net.listen(0, '127.0.0.1', () => resolve(this)));
  }

  /** How often a command came. */
  count(name: string): number {
    return this.commands.filter(command => command.name === name).length;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => this.#net.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(raw: Socket): void {
    this.#connections += 1;
    raw.setNoDelay(true);
    this.#sockets.add(raw);
    raw.once('close', () => this.#sockets.delete(raw));
    raw.on('error', () => raw.destroy());
    new Session(this, this.#connections, raw).begin();
  }
}

class Session {
  readonly #server: ScriptedPop3;
  readonly #number: number;
  #socket: Socket;
  #text = '';
  #user = '';
  #drop: DropOptions[] | undefined;
  readonly #marked = new Set<number>();
  #isSilent = false;
  #sasl = false;

  constructor(server: ScriptedPop3, number: number, socket: Socket) {
    this.#server = server;
    this.#number = number;
    this.#socket = socket;
  }

  begin(): void {
    const { security, greeting = '+OK ready <1.2@scripted>' } = this.#server.options;
    if (security === 'tls') this.#secure();
    else this.#listen();
    this.#write(greeting);
  }

  #listen(): void {
    this.#socket.on('data', data => this.#onData(data));
    this.#socket.on('error', () => this.#socket.destroy());
  }

  #secure(): void {
    const { tls } = this.#server.options;
    if (tls === undefined) throw new Error('TLS needs a certificate');
    this.#socket.removeAllListeners('data');
    const secureContext = createSecureContext(tls);
    this.#socket = new TLSSocket(this.#socket, { isServer: true, secureContext });
    this.#listen();
  }

  #onData(data: Buffer): void {
    this.#text += data.toString('latin1');
    const waiting = this.#text.split('\r\n').length - 1;
    this.#server.mostWaiting = Math.max(this.#server.mostWaiting, waiting);
    for (let end = this.#text.indexOf('\r\n'); end >= 0; end = this.#text.indexOf('\r\n')) {
      const line = this.#text.slice(0, end);
      this.#text = this.#server.options.deafWhileBusy ? '' : this.#text.slice(end + 2);
      if (!this.#isSilent) this.#command(line);
    }
  }

  #command(line: string): void {
    this.#server.lines.push(line);
    if (this.#sasl) {
      this.#sasl = false;
      const [, user = '', password = ''] = Buffer.from(line, 'base64').toString().split('\0');
      this.#logIn(user, password);
      return;
    }
    const [verb = '', ...rest] = line.split(' ');
    const name = verb.toUpperCase();
    const isSecret = name === 'PASS' || name === 'APOP';
    const argument = rest.join(' ');
    const command = { connection: this.#number, name, argument: isSecret ? '***' : argument };
    this.#server.commands.push(command);
    const answer = this.#server.options.onCommand?.(command);
    if (answer !== undefined) this.#say(answer);
    else if (this.#server.options.without?.includes(name)) this.#write('-ERR unknown command');
    else this.#ordinary(name, argument);
  }

  #say(answer: Pop3Answer): void {
    if (answer === 'silent') this.#isSilent = true;
    else if (typeof answer === 'string' || Buffer.isBuffer(answer)) this.#socket.write(answer);
    else {
      this.#socket.write(answer.raw);
      if (answer.next === 'end') this.#socket.end();
      this.#isSilent = true;
    }
  }

  #ordinary(name: string, argument: string): void {
    const { capabilities, security } = this.#server.options;
    const [first = '', second = ''] = argument.split(' ');
    switch (name) {
      case 'CAPA': {
        if (capabilities === undefined && 'capabilities' in this.#server.options) {
          this.#write('-ERR unknown command');
          return;
        }
        const stls = security === 'stls' && !(this.#socket instanceof TLSSocket) ? ['STLS'] : [];
        this.#lines('+OK', [...stls, ...(capabilities ?? usualCapabilities)]);
        return;
      }
      case 'STLS':
        this.#write('+OK begin');
        this.#secure();
        return;
      case 'USER':
        this.#user = argument;
        this.#write('+OK');
        return;
      case 'PASS':
        this.#logIn(this.#user, argument);
        return;
      case 'APOP': {
        const password = this.#users()[first] ?? '';
        const digest = createHash('md5').update(`<1.2@scripted>${password}`).digest('hex');
        this.#logIn(first, digest === second ? password : '');
        return;
      }
      case 'AUTH':
        this.#sasl = true;
        this.#write('+ ');
        return;
      case 'NOOP':
      case 'RSET':
        if (name === 'RSET') this.#marked.clear();
        this.#write('+OK');
        return;
      case 'QUIT':
        this.#quit();
        return;
    }
    if (this.#drop === undefined) this.#write('-ERR not signed in');
    else this.#ofMaildrop(this.#drop, name, first);
  }

  #ofMaildrop(drop: readonly DropOptions[], name: string, argument: string): void {
    const { uidlOf = message => message.uidl } = this.#server.options;
    const message = drop[Number(argument) - 1];
    switch (name) {
      case 'STAT':
        this.#write(`+OK ${drop.length} ${drop.reduce((sum, each) => sum + sizeOf(each), 0)}`);
        return;
      case 'LIST':
        this.#lines(
          '+OK',
          drop.map((each, index) => `${index + 1} ${sizeOf(each)}`),
        );
        return;
      case 'UIDL':
        this.#lines(
          '+OK',
          drop.map((each, index) => `${index + 1} ${uidlOf(each, this.#number)}`),
        );
        return;
      case 'RETR':
      case 'TOP': {
        if (message === undefined) this.#write('-ERR no such message');
        else this.#message(name === 'TOP' ? headOf(message.bytes) : message.bytes);
        return;
      }
      case 'DELE':
        this.#marked.add(Number(argument));
        this.#write('+OK');
        return;
      default:
        this.#write('-ERR unknown command');
    }
  }

  #users(): Readonly<Record<string, string>> {
    return this.#server.options.users ?? { user: 'secret' };
  }

  #logIn(user: string, password: string): void {
    if (password === '' || this.#users()[user] !== password) {
      this.#write('-ERR [AUTH] Authentication failed.');
      return;
    }
    this.#drop = [...this.#server.drop];
    this.#write('+OK welcome');
  }

  #quit(): void {
    const drop = this.#drop ?? [];
    const gone = new Set([...this.#marked].map(number => drop[number - 1]));
    this.#server.drop = this.#server.drop.filter(message => !gone.has(message));
    this.#write('+OK bye');
    this.#socket.end();
  }

  #lines(first: string, lines: readonly string[]): void {
    this.#socket.write(this.#ended([first, ...lines, '.', ''].join('\r\n')));
  }

  #message(bytes: Buffer): void {
    const { unstuffed, bareLf } = this.#server.options;
    const text = bytes.toString('latin1');
    const dots = bareLf ? /(?<=^|\n)\./g : /(?<=^|\r\n)\./g;
    const stuffed = unstuffed ? text : text.replace(dots, '..');
    const end = stuffed === '' || stuffed.endsWith('\n') ? '' : '\r\n';
    this.#socket.write(Buffer.from(this.#ended(`+OK\r\n${stuffed}${end}.\r\n`), 'latin1'));
  }

  #write(line: string): void {
    this.#socket.write(this.#ended(`${line}\r\n`));
  }

  #ended(text: string): string {
    return this.#server.options.bareLf ? text.replaceAll('\r\n', '\n') : text;
  }
}

function sizeOf({ bytes, size = bytes.length }: DropOptions): number {
  return size;
}

function headOf(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n\r\n');
  return end < 0 ? bytes : bytes.subarray(0, end + 4);
}

/** Starts a server on a free loopback port. */
export function startPop3(options: Pop3ServerOptions = {}): Promise<ScriptedPop3> {
  return new ScriptedPop3(options).listen();
}

/** The n-th of many ordinary messages. */
export function aMessage(n: number, body = `This is message ${n}.\r\n`): DropOptions {
  const bytes = Buffer.from(
    `Received: by scripted; Mon, 1 Jan 2024 10:00:${String(n % 60).padStart(2, '0')} +0000\r\n` +
      `From: Jana <jana@example.org>\r\nTo: you@example.org\r\nSubject: Number ${n}\r\n` +
      `Date: Mon, 1 Jan 2024 09:59:00 +0000\r\nMessage-ID: <${n}@example.org>\r\n\r\n${body}`,
    'latin1',
  );
  return { bytes, uidl: `id-${n}` };
}
