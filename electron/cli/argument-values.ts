import { defaults } from '../../shared/defaults.ts';
import type { MailProtocol, Security, Server } from '../../shared/model/account.ts';
import type { LayoutName } from '../../shared/model/run.ts';
import { type SignInWay, signInWays } from '../../shared/model/sign-in-ways.ts';
import { MailstowError } from '../engine/errors.ts';
import { connectTimeoutOf, timeoutOf } from '../engine/session/transport/timeouts.ts';

/** More connections than this are refused: servers commonly cap a user at 10 to 20. */
const mostConnections = 10;
/** A day; a longer silence is a slip of the finger, and timers cannot hold more than 24.8 days. */
const longestTimeoutSeconds = 86_400;

/** A day: a server that is away for longer is better tried by the next run. */
const longestPatienceMinutes = 1_440;

/** How a server is reached, as it was written. */
export interface ServerWords {
  /** Absent: IMAP. */
  readonly protocol?: MailProtocol;
  readonly host: string;
  readonly security: Security;
  readonly port: string | undefined;
  readonly timeout: string | undefined;
  readonly compression?: string | undefined;
  readonly certificateFile: string | undefined;
  readonly certificateFolder: string | undefined;
  readonly signIn: string | undefined;
}

/** @param portOption what the option for the port is called here */
export function readServer(words: ServerWords, portOption: string): Server {
  const { protocol, host, security, certificateFile, certificateFolder } = words;
  const signIn = readSignIn(words.signIn);
  const compression = readCompression(words.compression);
  const seconds = wholeNumber(words.timeout, '--timeout', 1, longestTimeoutSeconds);
  const asked =
    seconds === undefined ? {} : { timeout: seconds * 1000, connectTimeout: seconds * 1000 };
  const server: Server = {
    ...(protocol === 'pop3' && { protocol }),
    host: readHost(host),
    port: wholeNumber(words.port, portOption, 1, 65_535) ?? usualPort(protocol, security),
    security,
    ...(certificateFile === undefined ? {} : { certificateFile }),
    ...(certificateFolder === undefined ? {} : { certificateFolder }),
    ...(signIn === undefined ? {} : { signIn }),
    ...(compression === undefined ? {} : { compression }),
    ...asked,
  };
  return { ...server, timeout: timeoutOf(server), connectTimeout: connectTimeoutOf(server) };
}

function usualPort(protocol: MailProtocol | undefined, security: Security): number {
  if (protocol === 'pop3') return security === 'tls' ? defaults.portPop3Tls : defaults.portPop3;
  return security === 'tls' ? defaults.portTls : defaults.port;
}

function readHost(host: string): string {
  const address = /^\[(.+)\]$/.exec(host)?.[1] ?? host;
  if (/[\s/\0]/.test(address)) {
    throw wrong(
      `'${host}' is not a server name`,
      'Use a name such as imap.example.org, or an address.',
    );
  }
  return address;
}

function readSignIn(value: string | undefined): SignInWay | undefined {
  if (value === undefined) return undefined;
  const way = signInWays.find(each => each === value);
  if (way !== undefined) return way;
  throw wrong(
    `--sign-in is one of ${signInWays.join(', ')}, not '${value}'`,
    'Choose one of them.',
  );
}

function readCompression(value: string | undefined): Server['compression'] {
  if (value === undefined || value === 'on' || value === 'off') return value;
  throw wrong(`--compression is on or off, not '${value}'`, 'Choose one of them.');
}

/** @returns milliseconds */
export function readPatience(value: string | undefined): number {
  const minutes = wholeNumber(value, '--patience', 0, longestPatienceMinutes);
  return minutes === undefined ? defaults.patience : minutes * 60_000;
}

export function readConnections(value: string | undefined): number {
  return wholeNumber(value, '--connections', 1, mostConnections) ?? defaults.connections;
}

export function readLayout(value: string | undefined): LayoutName | undefined {
  if (value === undefined || value === 'flat' || value === 'folders') return value;
  throw wrong(`--layout is flat or folders, not '${value}'`, 'Choose one of them.');
}

/** @param layout the layout that the files will have */
export function readExtension(value: string | undefined, layout: LayoutName): string {
  if (value === undefined) {
    return layout === 'flat' ? defaults.extension : defaults.extensionInFolders;
  }
  if (layout === 'folders') {
    throw wrong(
      '--extension works only with the flat layout',
      'Leave out --layout folders or --extension.',
    );
  }
  if (!/^\.[A-Za-z0-9]{1,16}$/.test(value)) {
    throw wrong(
      `--extension '${value}' is not a file ending`,
      'Use a dot and up to 16 letters or digits, such as .eml.',
    );
  }
  return value;
}

export function required(value: string | undefined, option: string): string {
  const given = filled(value, option);
  if (given === undefined) throw wrong(`Too few arguments: ${option} is missing`, `Add ${option}.`);
  return given;
}

export function filled(value: string | undefined, option: string): string | undefined {
  if (value === '') throw wrong(`${option} has no value`, 'Put the value after it.');
  if (value?.includes('\0')) throw wrong(`${option} has a NUL in its value`, 'Leave the NUL out.');
  return value;
}

export function wholeNumber(value: string | undefined, option: string, from: number, to: number) {
  if (value === undefined) return undefined;
  const parsed = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(parsed >= from && parsed <= to)) {
    throw wrong(
      `${option} takes a whole number from ${from} to ${to}, not '${value}'`,
      'Correct it.',
    );
  }
  return parsed;
}

export function wrong(message: string, nextStep: string): MailstowError {
  return new MailstowError('wrong-command-line', {
    args: { problem: `${message}.`, advice: nextStep },
  });
}
