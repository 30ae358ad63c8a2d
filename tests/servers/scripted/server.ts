import { createServer, type Server as NetServer } from 'node:net';
import { createSecureContext } from 'node:tls';
import { Connection, type Host } from './connection.ts';
import { Mailbox } from './mailbox.ts';
import type { ReceivedCommand, ServerOptions } from './options.ts';

const beforeLogin = ['AUTH=PLAIN', 'AUTH=LOGIN'];
const always = ['IMAP4rev1', 'LITERAL+', 'SASL-IR', 'ID', 'ENABLE'];
const afterLogin = [
  'IMAP4rev2',
  'NAMESPACE',
  'LIST-EXTENDED',
  'LIST-STATUS',
  'SPECIAL-USE',
  'UNSELECT',
  'ESEARCH',
  'CONDSTORE',
  'QRESYNC',
];

/** A small IMAP server on a real socket that also misbehaves on demand. */
export class ScriptedServer {
  readonly mailboxes: readonly Mailbox[];
  /** Every command received so far, in order; secrets are masked. */
  readonly commands: ReceivedCommand[] = [];
  /** Every connection there has been, in order. */
  readonly connections: Connection[] = [];
  /** Bytes of IMAP sent on all connections, TLS not counted. */
  bytesSent = 0;
  /** Faults of the server itself, which a test should see empty. */
  readonly faults: unknown[] = [];
  readonly #net: NetServer;
  readonly #waiting = new Set<() => void>();
  readonly #host: Host;

  constructor(options: ServerOptions) {
    this.mailboxes = (options.mailboxes ?? [{ name: 'INBOX' }]).map(each => new Mailbox(each));
    this.#host = {
      options,
      mailboxes: this.mailboxes,
      users: new Map(Object.entries(options.users ?? { user: 'secret' })),
      secureContext: options.tls === undefined ? undefined : createSecureContext(options.tls),
      capabilities: connection => capabilitiesFor(options, connection),
      log: command => this.#log(command),
      sent: bytes => {
        this.bytesSent += bytes;
      },
    };
    this.#net = createServer(socket => {
      socket.setNoDelay(true);
      const connection = new Connection(this.connections.length + 1, this.#host, socket);
      this.connections.push(connection);
      connection.run().catch((fault: unknown) => {
        this.faults.push(fault);
        connection.destroy();
      });
    });
  }

  get port(): number {
    const address = this.#net.address();
    if (address === null || typeof address === 'string')
      throw new Error('The server is not listening');
    return address.port;
  }

  listen(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.#net.once('error', reject);
      this.#net.listen(0, this.#host.options.host ?? '127.0.0.1', () => resolve(this));
    });
  }

  mailbox(name: string): Mailbox {
    const mailbox = this.mailboxes.find(each => each.name === name);
    if (mailbox === undefined) throw new Error(`The server has no mailbox ${name}`);
    return mailbox;
  }

  /** How often clients changed anything in any mailbox. */
  get changes(): number {
    return this.mailboxes.reduce((sum, mailbox) => sum + mailbox.changes, 0);
  }

  /** The first command that fits, at once or when it comes. */
  async received(fits: (command: ReceivedCommand) => boolean): Promise<ReceivedCommand> {
    for (let seen = 0; ; ) {
      for (; seen < this.commands.length; seen += 1) {
        const command = this.commands[seen];
        if (command !== undefined && fits(command)) return command;
      }
      await new Promise<void>(resolve => {
        this.#waiting.add(resolve);
      });
    }
  }

  /** Ends every connection and stops listening. */
  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => this.#net.close(() => resolve()));
    for (const connection of this.connections) connection.destroy();
    await closed;
  }

  #log(command: ReceivedCommand): void {
    this.commands.push(command);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

function capabilitiesFor(options: ServerOptions, connection: Connection): readonly string[] {
  if (options.capabilities !== undefined) return options.capabilities;
  const upgrade = options.security === 'starttls' && !connection.secure ? ['STARTTLS'] : [];
  return [...always, ...upgrade, ...(connection.authenticated ? afterLogin : beforeLogin)];
}

/** Starts a server on a free loopback port. */
export function startServer(options: ServerOptions = {}): Promise<ScriptedServer> {
  return new ScriptedServer(options).listen();
}
