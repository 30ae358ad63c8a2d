import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Mechanism } from './sasl-server.ts';

/** What a server does otherwise than it should. */
export interface ScramServer {
  readonly hash: 'sha1' | 'sha256';
  readonly password: string;
  /** Default 4096. */
  readonly iterations?: number;
  /** The client must be bound to the connection in this way. */
  readonly binding?: 'tls-exporter' | 'tls-unique';
  /** In place of what is said first, and in the end. */
  readonly serverFirst?: (right: string) => string;
  readonly serverFinal?: (right: string) => string;
}

/** The other side of SCRAM, written from RFC 5802 section 3 on its own. */
export function scramSide(server: ScramServer): Mechanism {
  const { hash, password, iterations = 4096, binding } = server;
  const digest = (bytes: Buffer) => createHash(hash).update(bytes).digest();
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
  return async ({ socket, ask }) => {
    const clientFirst = await ask('');
    const [, flag = '', bare = ''] = /^([^,]*),,(n=.*)$/.exec(clientFirst) ?? [];
    if (flag !== (binding === undefined ? 'n' : `p=${binding}`)) return `NO flag ${flag}`;
    const nonce = `${/,r=([^,]+)$/.exec(bare)?.[1]}${randomBytes(9).toString('base64')}`;
    const salt = randomBytes(16);
    const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=${iterations}`;
    const said = server.serverFirst?.(serverFirst) ?? serverFirst;
    const clientFinal = await ask(said);
    if (clientFinal === '*') return 'BAD cancelled';
    const [, withoutProof = '', proof = ''] = /^(.*),p=([^,]+)$/.exec(clientFinal) ?? [];
    const channel = Buffer.concat([
      Buffer.from(`${flag},,`),
      binding === undefined ? Buffer.alloc(0) : bindingOf(socket, binding),
    ]);
    if (withoutProof !== `c=${channel.toString('base64')},r=${nonce}`) return 'NO channel or nonce';
    const salted = pbkdf2Sync(password, salt, iterations, digest(salt).length, hash);
    const message = `${bare},${said},${withoutProof}`;
    const storedKey = digest(hmac(salted, 'Client Key'));
    const signature = hmac(storedKey, message);
    const clientKey = Buffer.from(proof, 'base64').map((byte, at) => byte ^ (signature[at] ?? 0));
    if (!digest(Buffer.from(clientKey)).equals(storedKey)) return 'NO wrong proof';
    const right = `v=${hmac(hmac(salted, 'Server Key'), message).toString('base64')}`;
    const answer = await ask(server.serverFinal?.(right) ?? right);
    return answer === '' ? 'OK in' : 'BAD cancelled';
  };
}

function bindingOf(socket: Socket, binding: 'tls-exporter' | 'tls-unique'): Buffer {
  if (!(socket instanceof TLSSocket)) throw new Error('there is no TLS');
  return binding === 'tls-exporter'
    ? socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0))
    : (socket.getPeerFinished() ?? Buffer.alloc(0));
}
