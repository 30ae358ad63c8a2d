import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type SecureVersion } from 'node:tls';
import { onTestFinished } from 'vitest';
import { ServerHabits } from '../../../../electron/engine/session/server-habits.ts';
import { connectAndLogIn } from '../../../../electron/engine/session/sign-in.ts';
import type { Credentials, Server } from '../../../../shared/model/account.ts';
import type { Certificates } from '../../../servers/certificates.ts';
import { serverAt } from '../open-connection.ts';
import { Conversation, startRawServer } from '../raw-server.ts';

/** One dialogue of a mechanism. */
export interface Asking {
  readonly socket: Socket;
  /** Sends a challenge; resolves to the answer as text, `*` where the client cancels. */
  ask(challenge: string): Promise<string>;
  /** The same with a line as it is. */
  askRaw(line: string): Promise<string>;
}

/** @returns the completion without its tag; undefined hangs up */
export type Mechanism = (asking: Asking) => Promise<string | undefined> | string | undefined;

export interface SaslServer {
  /** By the names of AUTH=; `LOGIN-COMMAND` is the command. */
  readonly mechanisms: Readonly<Record<string, Mechanism>>;
  /** Of connection n (from 1); default: all. */
  readonly offered?: (connection: number) => readonly string[];
  readonly tls?: { readonly version: SecureVersion; readonly certificates: Certificates };
}

/** A server that signs in by what the test says, and what it was asked. */
export async function saslServer({ mechanisms, offered, tls }: SaslServer) {
  /** Connection and mechanism of each try. */
  const tries: string[] = [];
  /** Every line and every decoded answer of clients. */
  const heard: string[] = [];
  let connections = 0;
  const talk = async (conversation: Conversation): Promise<void> => {
    const { socket } = conversation;
    const connection = ++connections;
    const names = offered?.(connection) ?? Object.keys(mechanisms);
    conversation.say(`* OK [CAPABILITY ${capabilitiesOf(names)}] ready\r\n`);
    const askRaw = async (line: string): Promise<string> => {
      conversation.say(`+ ${line}\r\n`);
      const answer = await conversation.line();
      const text = answer === '*' ? answer : Buffer.from(answer, 'base64').toString();
      heard.push(answer, text);
      return text;
    };
    const ask = (challenge: string) => askRaw(Buffer.from(challenge).toString('base64'));
    for (;;) {
      const line = await conversation.line();
      heard.push(line);
      const [tag = '', command = '', mechanism = ''] = line.split(' ');
      const name = command === 'LOGIN' ? 'LOGIN-COMMAND' : mechanism;
      if (command !== 'AUTHENTICATE' && command !== 'LOGIN') {
        conversation.say(`${tag} OK done\r\n`);
        continue;
      }
      tries.push(`${connection} ${name}`);
      const completion = await mechanisms[name]?.({ socket, ask, askRaw });
      if (completion === undefined) {
        socket.destroy();
        return;
      }
      conversation.say(`${tag} ${completion}\r\n`);
    }
  };
  const port = tls === undefined ? await plainPort(talk) : await tlsPort(talk, tls);
  const server: Server = serverAt(port, {
    security: tls === undefined ? 'none' : 'tls',
    ...(tls && { certificateFile: tls.certificates.ca }),
  });
  return {
    server,
    tries,
    heard,
    /** Signs in as `user` with the password `pencil`. */
    async signIn(person: Partial<Credentials> = {}, only?: Server['signIn']): Promise<void> {
      const session = await connectAndLogIn(
        {
          server: { ...server, ...(only && { signIn: only }) },
          habits: new ServerHabits(),
          onWarning: () => undefined,
        },
        { user: 'user', password: 'pencil', ...person },
      );
      session.destroy();
    },
  };
}

function capabilitiesOf(names: readonly string[]): string {
  return [
    'IMAP4rev1',
    ...(names.includes('LOGIN-COMMAND') ? [] : ['LOGINDISABLED']),
    ...names.filter(name => name !== 'LOGIN-COMMAND').map(name => `AUTH=${name}`),
  ].join(' ');
}

type Talk = (conversation: Conversation) => Promise<void>;

async function plainPort(talk: Talk): Promise<number> {
  const server = await startRawServer(talk);
  onTestFinished(() => server.stop());
  return server.port;
}

async function tlsPort(
  talk: Talk,
  { version, certificates: { right } }: NonNullable<SaslServer['tls']>,
): Promise<number> {
  const sockets: Socket[] = [];
  const keys = { key: right.key, cert: right.cert, minVersion: version, maxVersion: version };
  const server = createServer(keys, socket => {
    sockets.push(socket);
    void talk(new Conversation(socket)).catch(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
