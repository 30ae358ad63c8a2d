import type { Server } from '../../../../shared/model/account.ts';
import { MailstowError } from '../../errors.ts';
import { connectTimeoutOf } from './timeouts.ts';

/** The person, or the program, asked to stop. */
export function stopped(): MailstowError {
  return new MailstowError('work-stopped');
}

/** The connect budget of `milliseconds` is used up. */
export function connectDeadlinePassed(server: Server): MailstowError {
  return new MailstowError('connect-timeout', {
    args: { address: address(server), seconds: connectTimeoutOf(server) / 1000 },
  });
}

const nameLookupCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);

const connectCodes: ReadonlyMap<string, 'connection-refused' | 'no-route' | 'host-silent'> =
  new Map([
    ['ECONNREFUSED', 'connection-refused'],
    ['ENETUNREACH', 'no-route'],
    ['EHOSTUNREACH', 'no-route'],
    ['ETIMEDOUT', 'host-silent'],
  ]);

/** An error of name lookup or of TCP before the connection stood. */
export function connectFailure(error: Error, server: Server): MailstowError {
  const code = codeOf(error);
  if (nameLookupCodes.has(code)) {
    return new MailstowError('name-not-found', { args: { host: server.host }, cause: error });
  }
  const known = connectCodes.get(code);
  const where = address(server);
  return known === undefined
    ? new MailstowError('connection-failed', {
        args: { address: where, reason: error.message },
        cause: error,
      })
    : new MailstowError(known, { args: { address: where }, cause: error });
}

/** BoringSSL, which Electron brings in OpenSSL's place, has no DHE suites and no lower security levels. */
const onBoringSsl =
  'openssl_is_boringssl' in process.features && process.features.openssl_is_boringssl === true;

/**
 * The TLS handshake broke off before a certificate could be looked at.
 * @param knowsFewer whether other programs of ours know more ways to encrypt than this one does
 */
export function handshakeFailure(
  error: Error,
  server: Server,
  knowsFewer = onBoringSsl,
): MailstowError {
  const args = { address: address(server), reason: reasonOf(error) };
  const what = handshakeCode(error);
  return what === 'not-tls' || !knowsFewer
    ? new MailstowError(what, { args, cause: error })
    : new MailstowError(`${what}-in-app`, { args, cause: error });
}

/**
 * What OpenSSL and BoringSSL call a server that offers nothing this side takes: TLS 1.0 or 1.1, SSL, a
 * Diffie-Hellman key, a key or a signature that is too weak, no cipher in common, unsafe renegotiation.
 */
const tooOld =
  /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|TOO_SMALL|TOO_WEAK|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|NO_CIPHERS|UNKNOWN_CIPHER|WRONG_CIPHER|UNSAFE_LEGACY|BAD_DH|WRONG_SIGNATURE_TYPE|NO_COMMON_SIGNATURE|UNSUPPORTED_ELLIPTIC|WRONG_CURVE|LEGACY_SIGALG/;

function handshakeCode(error: Error): 'not-tls' | 'tls-hung-up' | 'tls-too-old' | 'tls-failed' {
  const code = codeOf(error);
  if (code === 'ECONNRESET') return 'tls-hung-up';
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER') return 'not-tls';
  return tooOld.test(code) ? 'tls-too-old' : 'tls-failed';
}

/** OpenSSL's messages hold addresses in memory and lines of its sources; its `reason` is the words alone. */
function reasonOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
}

/** An error of a connection that stood; `undefined` when the server closed it without one. */
export function lostConnection(error: Error | undefined, server: Server): MailstowError {
  const where = address(server);
  if (error === undefined) {
    return new MailstowError('connection-closed', { args: { address: where } });
  }
  const whileSending = 'syscall' in error && error.syscall === 'write';
  return new MailstowError(whileSending ? 'sending-failed' : 'connection-lost', {
    args: { address: where, reason: error.message },
    cause: error,
  });
}

/** What came compressed is no DEFLATE, or ended too early. */
export function compressionUnreadable(error: Error, server: Server): MailstowError {
  return new MailstowError('compression-unreadable', {
    args: { address: address(server), reason: error.message },
    cause: error,
  });
}

function address({ host, port }: Server): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Several addresses tried in vain come as one AggregateError that carries the first one's code. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
