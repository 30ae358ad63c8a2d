import type { MailProtocol, Server } from '../../shared/contract.ts';

/** Where each kind of protection is usually found. */
const usualPorts = {
  imap: { tls: 993, starttls: 143, none: 143 },
  pop3: { tls: 995, starttls: 110, none: 110 },
} as const;

export function kindOf({ protocol }: Pick<Server, 'protocol'>): MailProtocol {
  return protocol ?? 'imap';
}

/** It gives out the inbox alone: no other folders, and not what was read. */
export function isInboxOnly({ server }: { readonly server: Pick<Server, 'protocol'> }): boolean {
  return kindOf(server) === 'pop3';
}

/** The port follows where it was the usual one; what only the other kind knows goes. */
export function withKind(server: Server, kind: MailProtocol): Server {
  const { protocol: _, signIn, ...rest } = server;
  return {
    ...rest,
    port: portAfter(server, kind, server.security),
    ...(kind !== 'imap' && { protocol: kind }),
    ...(signIn !== undefined && (signIn !== 'apop' || kind === 'pop3') && { signIn }),
  };
}

export function withSecurity(server: Server, security: Server['security']): Server {
  return { ...server, security, port: portAfter(server, kindOf(server), security) };
}

function portAfter(before: Server, kind: MailProtocol, security: Server['security']): number {
  const wasUsual = before.port === usualPorts[kindOf(before)][before.security];
  return wasUsual ? usualPorts[kind][security] : before.port;
}
