import type { TLSSocket } from 'node:tls';

/** What both ends of one TLS connection know and nobody between two of them can make (RFC 5056). */
export interface ChannelBinding {
  readonly type: 'tls-exporter' | 'tls-unique';
  readonly data: Buffer;
}

/**
 * `tls-exporter` (RFC 9266) from TLS 1.3 on, `tls-unique` (RFC 5929) below. The latter is the first Finished
 * message, which is ours as long as no session is resumed; we resume none.
 * @returns undefined where TLS has none to give
 */
export function channelBindingOf(socket: TLSSocket): ChannelBinding | undefined {
  if (socket.getProtocol() === 'TLSv1.3') {
    const label = 'EXPORTER-Channel-Binding';
    return { type: 'tls-exporter', data: socket.exportKeyingMaterial(32, label, Buffer.alloc(0)) };
  }
  const data = socket.getFinished();
  return data && { type: 'tls-unique', data };
}
