import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { GuardedProcess } from './dovecot/guarded-process.ts';
import { DebianPackages } from './real/debian-packages.ts';
import type { RealServer, RealServerKind } from './real/real-server.ts';

export const courierPackages = new DebianPackages('courier', [
  ...['courier-imap', 'courier-base', 'courier-authlib', 'gamin'],
]);

export const courier: RealServerKind = {
  name: 'Courier',
  missing: () => courierPackages.missing(),
  start: startCourier,
};

/** A Courier whose mail other programs may serve too. */
export interface Courier extends RealServer {
  /** The folder in which its `Maildir` is. */
  readonly home: string;
}

const account = { user: 'mia', password: 'mia-secret' };

/** As Debian configures it. */
const capability =
  'IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE';

/**
 * Courier's imapd behind a door of our own: its own program for logins reads /etc/courier and
 * nothing else. Ours says what that one says and hands the connection on in the same way.
 */
export async function startCourier(): Promise<Courier> {
  const folder = await mkdtemp(join(tmpdir(), 'mailstow-courier-'));
  const { root, env } = courierPackages;
  const maildir = join(folder, 'Maildir');
  const wipe = async (): Promise<void> => {
    await rm(maildir, { recursive: true, force: true });
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
  };
  await wipe();
  // Watches files for imapd, which waits a second for it at each login where there is none.
  const watcher = join(root, 'usr/libexec/gam_server');
  const id = basename(folder);
  const server = new GuardedProcess(watcher, ['--notimeout', id], { folder, env });
  const sessions = new Set<ChildProcess>();
  const serve = (socket: Socket, tag: string): void => {
    const session = spawn(join(root, 'usr/bin/imapd'), ['Maildir'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...env,
        ...{ HOME: folder, MAILDIR: 'Maildir', GAM_CLIENT_ID: id, PROTOCOL: 'IMAP' },
        ...{ AUTHADDR: account.user, AUTHENTICATED: account.user, IMAPLOGINTAG: tag },
        ...{ TCPREMOTEIP: '127.0.0.1', TCPREMOTEPORT: `${socket.remotePort}` },
        ...{ IMAP_CAPABILITY: capability, IMAP_KEYWORDS: '1', IMAP_ACL: '1', IMAP_USELOCKS: '1' },
      },
    });
    sessions.add(session);
    session.once('exit', () => sessions.delete(session));
    session.stdin.on('error', () => socket.destroy());
    socket.pipe(session.stdin);
    session.stdout.pipe(socket);
  };
  const door = createServer(socket => greet(socket, tag => serve(socket, tag)));
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    account,
    home: folder,
    prefix: 'INBOX.',
    delimiter: '.',
    shared: [],
    wipe,
    async stop() {
      door.close();
      for (const session of sessions) session.kill();
      await server.stop();
    },
  };
}

/** Courier's words up to the login; then the session has the connection and answers the LOGIN. */
function greet(socket: Socket, onLogin: (tag: string) => void): void {
  socket.on('error', () => socket.destroy());
  socket.write(
    `* OK [CAPABILITY ${capability}] Courier-IMAP ready. Copyright 1998-2019 Double Precision, Inc.  See COPYING for distribution information.\r\n`,
  );
  let text = '';
  const onData = (data: Buffer): void => {
    text += data.toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const [tag = '', verb = '', ...rest] = text.slice(0, end).split(' ');
      text = text.slice(end + 2);
      switch (verb.toUpperCase()) {
        case 'CAPABILITY':
          socket.write(`* CAPABILITY ${capability}\r\n${tag} OK CAPABILITY completed\r\n`);
          break;
        case 'NOOP':
          socket.write(`${tag} OK NOOP completed\r\n`);
          break;
        case 'LOGOUT':
          socket.end(`* BYE Courier-IMAP server shutting down\r\n${tag} OK LOGOUT completed\r\n`);
          break;
        case 'LOGIN':
          if (rest.join(' ').replaceAll('"', '') !== `${account.user} ${account.password}`) {
            socket.write(`${tag} NO Login failed.\r\n`);
            break;
          }
          socket.off('data', onData);
          socket.pause();
          if (text !== '') socket.unshift(Buffer.from(text, 'latin1'));
          onLogin(tag);
          return;
        default:
          socket.write(`${tag} NO Error in IMAP command received by server.\r\n`);
      }
    }
  };
  socket.on('data', onData);
}
