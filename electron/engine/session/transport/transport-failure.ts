import type { Server } from '../../../../shared/model/account.ts';
import { MailstowError } from '../../errors.ts';
import { connectTimeoutOf } from './timeouts.ts';

/** The person, or the program, asked to stop. */
export function stopped(): MailstowError {
  return new MailstowError('stopped', 'run', {
    message: 'The work was stopped.',
    nextStep: 'Start it again to go on where it stopped.',
  });
}

/** The connect budget of `milliseconds` is used up. */
export function connectDeadlinePassed(endpoint: Server): MailstowError {
  return new MailstowError('connection', 'account', {
    message: `No connection to ${address(endpoint)} came about within ${connectTimeoutOf(endpoint) / 1000} s.`,
    nextStep: 'Check the server name, the port and the network, and try again.',
  });
}

const nameLookupCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);

const connectReasons: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there, or it was refused'],
  ['ENETUNREACH', 'there is no way to it from here'],
  ['EHOSTUNREACH', 'there is no way to it from here'],
  ['ETIMEDOUT', 'it does not answer'],
]);

/** An error of name lookup or of TCP before the connection stood. */
export function connectFailure(error: Error, endpoint: Server): MailstowError {
  const code = codeOf(error);
  if (nameLookupCodes.has(code)) {
    return new MailstowError('name-not-found', 'account', {
      message: `The name ${endpoint.host} was not found.`,
      nextStep: 'Check the spelling of the server name, and that this computer is online.',
      cause: error,
    });
  }
  const reason = connectReasons.get(code) ?? error.message;
  return new MailstowError('connection', 'account', {
    message: `No connection to ${address(endpoint)}: ${reason}.`,
    nextStep: 'Check the server name, the port and the network, and try again.',
    cause: error,
  });
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
  endpoint: Server,
  knowsFewer = onBoringSsl,
): MailstowError {
  const reason = handshakeReason(error);
  const isTooOld = tooOld.test(codeOf(error));
  const where = address(endpoint);
  const nextStep =
    'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS).';
  const further =
    'An old server may want a way to encrypt that the app does not know; the command line (imapcl) may still reach it.';
  const update =
    'Ask the provider for a server with TLS 1.2 or later and current ciphers, or the owner to update it.';
  const mayKnow = knowsFewer && reason !== notTls;
  return new MailstowError('connection', 'account', {
    message: isTooOld
      ? `This server's encryption is too old (${where}: ${reason}).`
      : `No secure connection to ${where} came about: ${reason}.`,
    nextStep: mayKnow ? `${nextStep} ${further}` : isTooOld ? update : nextStep,
    cause: error,
  });
}

/**
 * What OpenSSL and BoringSSL call a server that offers nothing this side takes: TLS 1.0 or 1.1, SSL, a
 * Diffie-Hellman key, a key or a signature that is too weak, no cipher in common, unsafe renegotiation.
 */
const tooOld =
  /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|TOO_SMALL|TOO_WEAK|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|NO_CIPHERS|UNKNOWN_CIPHER|WRONG_CIPHER|UNSAFE_LEGACY|BAD_DH|WRONG_SIGNATURE_TYPE|NO_COMMON_SIGNATURE|UNSUPPORTED_ELLIPTIC|WRONG_CURVE|LEGACY_SIGALG/;

const notTls = 'what it answers is not TLS';

/** OpenSSL's messages hold addresses in memory and lines of its sources; its `reason` is the words alone. */
function handshakeReason(error: Error): string {
  if (codeOf(error) === 'ECONNRESET') return 'the server hung up';
  if (codeOf(error) === 'ERR_SSL_WRONG_VERSION_NUMBER') return notTls;
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
}

/** An error of a connection that stood; `undefined` when the server closed it without one. */
export function lostConnection(error: Error | undefined, endpoint: Server): MailstowError {
  const whileSending = error !== undefined && 'syscall' in error && error.syscall === 'write';
  return new MailstowError(whileSending ? 'transmit' : 'receive', 'account', {
    message: whileSending
      ? `Sending to ${address(endpoint)} failed: ${error.message}.`
      : `The connection to ${address(endpoint)} was lost: ${error?.message ?? 'the server closed it'}.`,
    nextStep: 'Try again; what is stored already is not fetched again.',
    ...(error && { cause: error }),
  });
}

function address({ host, port }: Server): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Several addresses tried in vain come as one AggregateError that carries the first one's code. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
