import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Whose attempts are counted together: the address that a request comes from, as far as it is one client's.
 * A proxy on this machine says for whom it asks (X-Forwarded-For); only the last word is the proxy's own.
 */
export function clientAddress({
  socket,
  headers,
}: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = withoutPrefix(socket.remoteAddress ?? '');
  const isLocal = peer === '::1' || peer.startsWith('127.');
  const forwarded = `${headers['x-forwarded-for'] ?? ''}`.split(',').at(-1)?.trim();
  return network(isLocal && forwarded ? withoutPrefix(forwarded) : peer);
}

/** An IPv4 address as one that a socket for both sees it (RFC 4291 section 2.5.5.2). */
function withoutPrefix(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Anyone who has one IPv6 address has all of its /64 (RFC 4291 section 2.5.4). */
function network(address: string): string {
  if (!isIPv6(address)) return address.slice(0, 64);
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const missing = address.includes('::') ? 8 - first.length - last.length : 0;
  const groups = [...first, ...Array<string>(Math.max(0, missing)).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':');
}
