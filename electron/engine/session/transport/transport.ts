import { connect as connectTcp, isIP, type Socket } from 'node:net';
import {
  type ConnectionOptions,
  connect as connectTls,
  type DetailedPeerCertificate,
  TLSSocket,
} from 'node:tls';
import { domainToASCII } from 'node:url';
import type { PresentedCertificate, Server } from '../../../../shared/model/account.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import type { MailstowError } from '../../errors.ts';
import { certificateFailure, seenOf, sha256Of } from './certificate-failure.ts';
import { type ChannelBinding, channelBindingOf } from './channel-binding.ts';
import { CompressedStream } from './compressed-stream.ts';
import { expiryWarning } from './expiry-warning.ts';
import { isPrivateAddress } from './private-address.ts';
import { connectTimeoutOf } from './timeouts.ts';
import {
  codeOf,
  compressionUnreadable,
  connectDeadlinePassed,
  connectFailure,
  handshakeFailure,
  lostConnection,
  stopped,
} from './transport-failure.ts';
import { loadTrust } from './trust.ts';

export interface TransportOptions {
  readonly server: Server;
  readonly signal?: AbortSignal;
  onWarning(warning: Warning): void;
}

export interface TransportListener {
  /** The chunk is only valid during the call: the next one may come in the same memory. */
  data(chunk: Buffer): void;
  /** The connection is gone, for whatever reason but {@link Transport.destroy}; called once. */
  closed(failure: MailstowError): void;
}

/** What TLS agreed on, for the report. */
export interface Encryption {
  readonly protocol: string;
  readonly cipher: string;
}

/** Bytes read at once: four TLS records, few enough to stay in a processor's cache. */
const readBytes = 64 * 1024;

/** One TCP connection, with TLS from the start or from {@link secure} on: the only opener of sockets. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #ca: string[] | undefined;
  #socket: Socket;
  #listener: TransportListener | undefined;
  #encryption: Encryption | undefined;
  /** What the server presented, as soon as it did. */
  #peer: DetailedPeerCertificate | undefined;
  /** Milliseconds that name lookup, TCP and TLS have left of their common budget. */
  #budget: number;
  readonly #onAbort = () => this.#close(stopped());
  /** What arrived before anybody listened. */
  #early: Buffer[] = [];
  readonly #onError = (error: Error) => this.#close(lostConnection(error, this.#options.server));
  readonly #onEnd = () => {
    const close = () => this.#close(lostConnection(undefined, this.#options.server));
    if (this.#compressed) this.#compressed.end(close);
    else close();
  };
  #compressed: CompressedStream | undefined;
  /** By {@link pause}. */
  #isPaused = false;

  private constructor(options: TransportOptions, ca: string[] | undefined) {
    this.#options = options;
    this.#ca = ca;
    this.#budget = connectTimeoutOf(options.server);
    const { host, port, security } = options.server;
    const where = { host, port, noDelay: true, onread: this.#intoOneMemory() };
    this.#socket =
      security === 'tls' ? this.#startTls({ ...this.#tlsOptions(), ...where }) : connectTcp(where);
  }

  /**
   * Connects; with security 'tls' the handshake is done and the certificate verified.
   * @throws MailstowError 'name-not-found', 'connection', 'certificate', 'arguments' or 'stopped'
   */
  static async open(options: TransportOptions): Promise<Transport> {
    const { server, signal, onWarning } = options;
    const trust = server.security === 'none' ? undefined : loadTrust(server);
    for (const warning of trust?.warnings ?? []) onWarning(warning);
    if (signal?.aborted) throw stopped();
    const transport = new Transport(options, trust?.ca);
    await transport.#stands('connect', error => connectFailure(error, server));
    if (transport.#socket instanceof TLSSocket) await transport.#verify(transport.#socket);
    signal?.addEventListener('abort', transport.#onAbort, { once: true });
    if (signal?.aborted) {
      transport.destroy();
      throw stopped();
    }
    return transport;
  }

  get encryption(): Encryption | undefined {
    return this.#encryption;
  }

  /** What the server showed, and why it is trusted; undefined without TLS. */
  get certificate(): PresentedCertificate | undefined {
    if (this.#peer === undefined || !(this.#socket instanceof TLSSocket)) return undefined;
    const trustedBy = this.#socket.authorized ? 'issuer' : 'fingerprint';
    return { ...seenOf(this.#peer), trustedBy };
  }

  /** The server is on this machine or in its own network. */
  get isNear(): boolean {
    return isPrivateAddress(this.#socket.remoteAddress);
  }

  /** undefined without TLS. */
  get channelBinding(): ChannelBinding | undefined {
    return this.#socket instanceof TLSSocket ? channelBindingOf(this.#socket) : undefined;
  }

  /**
   * TLS from here on, over what was a plain connection; verified as {@link Transport.open} does it.
   * @throws MailstowError 'connection', 'certificate' or 'stopped'; the connection is closed then
   */
  async secure(): Promise<void> {
    const plain = this.#socket;
    plain.off('end', this.#onEnd).off('close', this.#onEnd);
    const socket = this.#startTls({ ...this.#tlsOptions(), socket: plain });
    this.#socket = socket;
    await this.#verify(socket);
    socket.on('data', chunk => this.#deliver(chunk));
    if (this.#listener) this.listen(this.#listener);
  }

  /** TLS 1.2 or later. */
  #tlsOptions(): ConnectionOptions {
    const { host, trustedCertificate } = this.#options.server;
    return {
      host,
      // RFC 6066 section 3: addresses are not sent as a server name.
      servername: isIP(host) ? '' : domainToASCII(host),
      minVersion: 'TLSv1.2',
      ...(this.#ca && { ca: this.#ca }),
      // Node verifies all the same; what it found is looked at later, before a byte is sent.
      rejectUnauthorized: trustedCertificate === undefined,
    };
  }

  #startTls(options: ConnectionOptions): TLSSocket {
    const socket = connectTls(options);
    // Emitted before Node verifies; afterwards a refused certificate can no longer be looked at.
    socket.prependListener('secure', () => {
      this.#peer = socket.getPeerCertificate(true);
    });
    return socket;
  }

  /** The server's chain, name and dates, or the one certificate that is trusted by its fingerprint. */
  async #verify(socket: TLSSocket): Promise<void> {
    const { server, onWarning } = this.#options;
    const { host, trustedCertificate } = server;
    await this.#stands('secureConnect', error =>
      this.#peer
        ? certificateFailure(host, codeOf(error), this.#peer, error)
        : handshakeFailure(error, server),
    );
    const known = socket.getPeerCertificate(true);
    if (!socket.authorized && sha256Of(known) !== trustedCertificate) {
      this.destroy();
      // Its code, in spite of the type that @types/node gives it.
      const code = String(socket.authorizationError);
      throw certificateFailure(host, code, known, new Error(code));
    }
    const warning = expiryWarning(known, Date.now());
    if (warning !== undefined) onWarning(warning);
    this.#encryption = { protocol: socket.getProtocol() ?? '', cipher: socket.getCipher().name };
  }

  /**
   * One memory for all that is read, because a new one each time is garbage as large as the mail.
   * Node does not offer it for TLS over a socket that was plain before.
   */
  #intoOneMemory() {
    const memory = Buffer.allocUnsafeSlow(readBytes);
    return {
      buffer: memory,
      callback: (count: number) => {
        this.#deliver(memory.subarray(0, count));
        return true;
      },
    };
  }

  #deliver(chunk: Buffer): void {
    if (this.#compressed) {
      this.#compressed.decompress(chunk);
      if (this.#compressed.isFull) this.#socket.pause();
    } else if (this.#listener) this.#listener.data(chunk);
    else this.#early.push(Buffer.from(chunk));
  }

  /** Bytes begin to flow; what arrived before is delivered first. */
  listen(listener: TransportListener): void {
    this.#listener = listener;
    const socket = this.#socket;
    const early = this.#early.splice(0);
    // Not from within the call: the caller may not be ready yet.
    if (early.length > 0) queueMicrotask(() => this.#deliver(Buffer.concat(early)));
    // Gone between the connection and this call: its events are past.
    if (socket.destroyed) queueMicrotask(this.#onEnd);
    socket.on('error', this.#onError);
    socket.on('end', this.#onEnd).on('close', this.#onEnd);
  }

  /**
   * From here on both directions are compressed (RFC 4978).
   * @param early what came compressed already
   */
  compress(early: Buffer): void {
    this.#compressed = new CompressedStream({
      data: chunk => this.#listener?.data(chunk),
      drained: () => {
        if (!this.#isPaused) this.#socket.resume();
      },
      failed: error => this.#close(compressionUnreadable(error, this.#options.server)),
    });
    if (early.length > 0) this.#deliver(early);
  }

  write(bytes: Buffer): void {
    this.#socket.write(this.#compressed?.compress(bytes) ?? bytes);
  }

  pause(): void {
    this.#isPaused = true;
    this.#socket.pause();
    this.#compressed?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#compressed?.resume();
    if (this.#compressed?.isFull !== true) this.#socket.resume();
  }

  /** Sends what is still to be sent, then closes. */
  end(): void {
    this.#forget();
    this.#socket.destroySoon();
  }

  /** At once. */
  destroy(): void {
    this.#forget();
    this.#socket.destroy();
  }

  #close(failure: MailstowError): void {
    const listener = this.#listener;
    this.destroy();
    listener?.closed(failure);
  }

  #forget(): void {
    this.#listener = undefined;
    this.#compressed?.destroy();
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
  }

  /** Waits for the socket's `event` within what is left of the connect budget. */
  #stands(event: 'connect' | 'secureConnect', explain: (error: Error) => MailstowError) {
    const { server, signal } = this.#options;
    const socket = this.#socket;
    const began = performance.now();
    return new Promise<void>((resolve, reject) => {
      const settle = (failure?: MailstowError) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        socket.off(event, onStands).off('error', onError).off('close', onClose);
        // An error that comes when nobody waits for it any more must not end the process.
        socket.on('error', () => {});
        this.#budget -= performance.now() - began;
        if (failure) {
          this.destroy();
          reject(failure);
        } else resolve();
      };
      const onStands = () => settle();
      const onError = (error: Error) => settle(explain(error));
      const onClose = () => settle(explain(new Error('the server hung up')));
      const onAbort = () => settle(stopped());
      const timer = setTimeout(() => settle(connectDeadlinePassed(server)), this.#budget);
      signal?.addEventListener('abort', onAbort, { once: true });
      socket.once(event, onStands).once('error', onError).once('close', onClose);
    });
  }
}
