import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DebianPackages } from './real/debian-packages.ts';

export const courierPop3Packages = new DebianPackages('courier-pop3', [
  ...['courier-pop', 'courier-base', 'courier-authlib'],
]);

/** Courier's pop3d on one Maildir. */
export interface CourierPop3 {
  readonly port: number;
  readonly account: { readonly user: string; readonly password: string };
  /** Adds messages in order; lines end in CRLF, and lie there in LF, as Courier keeps them. */
  deliver(...messages: Buffer[]): Promise<void>;
  stop(): Promise<void>;
}

const account = { user: 'mia', password: 'mia-secret' };

/** As Debian configures it. */
const capabilities = [
  'TOP',
  'USER',
  'LOGIN-DELAY 10',
  'PIPELINING',
  'UIDL',
  'IMPLEMENTATION Courier Mail Server',
];

/** Courier's pop3d behind a door of our own: its program for logins reads /etc/courier and nothing else. */
export async function startCourierPop3(): Promise<CourierPop3> {
  const folder = await mkdtemp(join(tmpdir(), 'mailstow-courier-pop3-'));
  const { root, env } = courierPop3Packages;
  const maildir = join(folder, 'Maildir');
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
  const sessions = new Set<ChildProcess>();
  const serve = (socket: Socket): void => {
    const session = spawn(join(root, 'usr/lib/courier/courier/courierpop3d'), ['Maildir'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...env,
        ...{
          HOME: folder,
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
  const door = createServer(socket => greet(socket, () => serve(socket)));
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  let delivered = 0;
  return {
    port: address.port,
    account,
    async deliver(...messages) {
      for (const message of messages) {
        delivered += 1;
        const name = `${1_500_000_000 + delivered}.M1P${delivered}.localhost`;
        const text = message.toString('latin1').replaceAll('\r\n', '\n');
        await writeFile(join(maildir, 'new', name), text, 'latin1');
      }
    },
    async stop() {
      door.close();
      for (const session of sessions) session.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Courier's words up to the login; then the session has the connection and says that it is open. */
function greet(socket: Socket, onLogin: () => void): void {
  socket.on('error', () => socket.destroy());
  socket.write('+OK Hello there.\r\n');
  let text = '';
  let user = '';
  const onData = (data: Buffer): void => {
    text += data.toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const [verb = '', ...rest] = text.slice(0, end).split(' ');
      const argument = rest.join(' ');
      text = text.slice(end + 2);
      switch (verb.toUpperCase()) {
        case 'CAPA':
          socket.write(['+OK Here’s what I can do:', ...capabilities, '.', ''].join('\r\n'));
          break;
        case 'USER':
          user = argument;
          socket.write('+OK Password required.\r\n');
          break;
        case 'PASS':
          if (user !== account.user || argument !== account.password) {
            socket.write('-ERR Login failed.\r\n');
            break;
          }
          socket.off('data', onData);
          socket.pause();
          if (text !== '') socket.unshift(Buffer.from(text, 'latin1'));
          onLogin();
          return;
        case 'QUIT':
          socket.end('+OK Better luck next time.\r\n');
          break;
        default:
          socket.write('-ERR Invalid command.\r\n');
      }
    }
  };
  socket.on('data', onData);
}
