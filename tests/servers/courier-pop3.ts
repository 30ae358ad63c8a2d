import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Certificate } from './certificates.ts';
import { DebianPackages } from './real/debian-packages.ts';

export const courierPop3Packages = new DebianPackages('courier-pop3', [
  ...['courier-pop', 'courier-base', 'courier-authlib'],
]);

/** Courier's pop3d on one Maildir. */
export interface CourierPop3 {
  /** Plain and STLS. */
  readonly pop3: number;
  /** TLS from the start. */
  readonly pop3s: number;
  /** Adds messages in order; lines end in CRLF, and lie there in LF, as Courier keeps them. */
  deliver(...messages: Buffer[]): Promise<void>;
  stop(): void;
}

interface Account {
  readonly user: string;
  readonly password: string;
}

/** As Debian configures it. */
const capabilities = [
  'TOP',
  'USER',
  'LOGIN-DELAY 10',
  'PIPELINING',
  'UIDL',
  'IMPLEMENTATION Courier Mail Server',
];

/**
 * Courier's pop3d behind doors of our own: its program for logins reads /etc/courier and nothing else. Ours also do what
 * Courier's couriertls does in front of it.
 * @param home the folder with its `Maildir`, which is there
 */
export async function startCourierPop3(
  home: string,
  account: Account,
  { key, cert }: Certificate,
): Promise<CourierPop3> {
  const { root, env } = courierPop3Packages;
  const sessions = new Set<ChildProcess>();
  const serve = (socket: Socket): void => {
    const session = spawn(join(root, 'usr/lib/courier/courier/courierpop3d'), ['Maildir'], {
      cwd: home,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...env,
        ...{
          HOME: home,
          MAILDIR: 'Maildir',
          AUTHENTICATED: account.user,
          AUTHADDR: account.user,
        },
        ...{ TCPREMOTEIP: '127.0.0.1', TCPREMOTEPORT: `${socket.remotePort}` },
      },
    });
    sessions.add(session);
    session.once('exit', () => sessions.delete(session));
    session.stdin.on('error', () => socket.destroy());
    socket.pipe(session.stdin);
    session.stdout.pipe(socket);
  };
  const secureContext = createSecureContext({ key, cert });
  const secured = (socket: Socket) => new TLSSocket(socket, { isServer: true, secureContext });
  const doors = [
    createServer(socket => new Login(socket, account, serve, secured).greet()),
    createServer(socket => new Login(secured(socket), account, serve).greet()),
  ];
  const [pop3 = 0, pop3s = 0] = await Promise.all(doors.map(listen));
  let delivered = 0;
  return {
    pop3,
    pop3s,
    async deliver(...messages) {
      for (const message of messages) {
        delivered += 1;
        const name = `${1_500_000_000 + delivered}.M1P${delivered}.localhost`;
        const text = message.toString('latin1').replaceAll('\r\n', '\n');
        await writeFile(join(home, 'Maildir/new', name), text, 'latin1');
      }
    },
    stop() {
      for (const door of doors) door.close();
      for (const session of sessions) session.kill();
    },
  };
}

async function listen(door: Server): Promise<number> {
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** Courier's words up to the login; then the session has the connection and says that it is open. */
class Login {
  readonly #socket: Socket;
  readonly #account: Account;
  readonly #serve: (socket: Socket) => void;
  readonly #secured: ((socket: Socket) => Socket) | undefined;
  readonly #onData = (data: Buffer) => this.#take(data);
  #text = '';
  #user = '';

  /** @param secured for STLS */
  constructor(
    socket: Socket,
    account: Account,
    serve: (socket: Socket) => void,
    secured?: (socket: Socket) => Socket,
  ) {
    this.#socket = socket;
    this.#account = account;
    this.#serve = serve;
    this.#secured = secured;
    socket.on('error', () => socket.destroy());
    socket.on('data', this.#onData);
  }

  greet(): void {
    this.#socket.write('+OK Hello there.\r\n');
  }

  #take(data: Buffer): void {
    this.#text += data.toString('latin1');
    for (let end = this.#text.indexOf('\r\n'); end >= 0; end = this.#text.indexOf('\r\n')) {
      const [verb = '', ...rest] = this.#text.slice(0, end).split(' ');
      this.#text = this.#text.slice(end + 2);
      if (this.#answer(verb.toUpperCase(), rest.join(' '))) return;
    }
  }

  /** @returns whether somebody else has the connection now */
  #answer(verb: string, argument: string): boolean {
    const socket = this.#socket;
    const { user, password } = this.#account;
    if (verb === 'STLS' && this.#secured !== undefined) {
      socket.off('data', this.#onData);
      socket.write('+OK Begin SSL/TLS negotiation now.\r\n');
      new Login(this.#secured(socket), this.#account, this.#serve);
      return true;
    }
    if (verb === 'PASS' && this.#user === user && argument === password) {
      socket.off('data', this.#onData);
      socket.pause();
      if (this.#text !== '') socket.unshift(Buffer.from(this.#text, 'latin1'));
      this.#serve(socket);
      return true;
    }
    if (verb === 'USER') this.#user = argument;
    if (verb === 'QUIT') socket.end('+OK Better luck next time.\r\n');
    else socket.write(this.#words(verb));
    return false;
  }

  #words(verb: string): string {
    const stls = this.#secured === undefined ? [] : ['STLS'];
    switch (verb) {
      case 'CAPA':
        return ['+OK Here’s what I can do:', ...stls, ...capabilities, '.', ''].join('\r\n');
      case 'USER':
        return '+OK Password required.\r\n';
      case 'PASS':
        return '-ERR Login failed.\r\n';
      default:
        return '-ERR Invalid command.\r\n';
    }
  }
}
