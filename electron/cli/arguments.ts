import { parseArgs } from 'node:util';
import { defaults } from '../../shared/defaults.ts';
import type { Server } from '../../shared/model/account.ts';
import type { Layout, RunRequest } from '../../shared/model/run.ts';
import { MailstowError } from '../engine/errors.ts';

/** A parsed command line: a question about the program, or a run without its credentials. */
export type ParsedArguments =
  | { readonly show: 'help' | 'version' }
  | {
      readonly show: 'run';
      readonly request: Omit<RunRequest, 'credentials'>;
      readonly authFile: string;
      readonly json: boolean;
      readonly quiet: boolean;
    };

/** The seed's options have one letter and no long name; ours have a long name alone. */
const options = {
  p: { type: 'string', short: 'p' },
  T: { type: 'boolean', short: 'T' },
  c: { type: 'string', short: 'c' },
  C: { type: 'string', short: 'C' },
  n: { type: 'boolean', short: 'n' },
  h: { type: 'boolean', short: 'h' },
  a: { type: 'string', short: 'a' },
  b: { type: 'string', short: 'b' },
  o: { type: 'string', short: 'o' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
  starttls: { type: 'boolean' },
  layout: { type: 'string' },
  extension: { type: 'string' },
  'all-mailboxes': { type: 'boolean' },
  connections: { type: 'string' },
  timeout: { type: 'string' },
  purge: { type: 'boolean' },
  separate: { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

/** More connections than this are refused: servers commonly cap a user at 10 to 20. */
const mostConnections = 10;
/** A day; a longer silence is a slip of the finger, and timers cannot hold more than 24.8 days. */
const longestTimeoutSeconds = 86_400;

/**
 * Reads the command line of imapcl (seed manual, section 2).
 * @throws MailstowError of kind `arguments`, naming the option
 */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const { values, positionals } = read(argv);
  if (values.help) return { show: 'help' };
  if (values.version) return { show: 'version' };

  const host = onlyServer(positionals);
  const authFile = required(values.a, '-a auth_file');
  const folder = required(values.o, '-o out_dir');
  if (values['all-mailboxes'] && values.b !== undefined) {
    throw wrong('-b and --all-mailboxes exclude each other', 'Give one of them.');
  }
  return {
    show: 'run',
    authFile,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    request: {
      server: readServer(host, values),
      mailboxes: values['all-mailboxes'] ? 'all' : [filled(values.b, '-b') ?? defaults.mailbox],
      selection: { headersOnly: values.h ?? false, unseenOnly: values.n ?? false },
      folder,
      layout: readLayout(values.layout),
      extension: readExtension(values.extension, values.layout),
      purge: values.purge ?? false,
      separate: values.separate ?? false,
      overrideAccount: false,
      connections:
        wholeNumber(values.connections, '--connections', 1, mostConnections) ??
        defaults.connections,
    },
  };
}

function read(argv: readonly string[]) {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw wrong(`These arguments cannot be read: ${text}`, 'See the usage below.');
  }
  const seen = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    if (token.rawName === `--${token.name}` && token.name.length === 1) {
      throw wrong(`Unknown option '${token.rawName}'`, `Write -${token.name}.`);
    }
    if (seen.has(token.name)) throw wrong(`${token.rawName} is given twice`, 'Give it once.');
    seen.add(token.name);
  }
  return parsed;
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: true,
    tokens: true,
  });
}

type Values = ReturnType<typeof read>['values'];

function readServer(host: string, values: Values): Server {
  if (values.T && values.starttls) {
    throw wrong(
      '-T and --starttls exclude each other',
      'Give -T for port 993, --starttls for 143.',
    );
  }
  const security = values.T ? 'tls' : values.starttls ? 'starttls' : 'none';
  const certificateFile = filled(values.c, '-c');
  const certificateFolder = filled(values.C, '-C');
  if (security === 'none' && (certificateFile ?? certificateFolder) !== undefined) {
    const option = certificateFile === undefined ? '-C' : '-c';
    throw wrong(
      `${option} verifies a TLS connection, and none is asked for`,
      'Add -T or --starttls.',
    );
  }
  const seconds = wholeNumber(values.timeout, '--timeout', 1, longestTimeoutSeconds);
  const silence = security === 'none' ? defaults.timeout : defaults.timeoutTls;
  return {
    host,
    port:
      wholeNumber(values.p, '-p', 1, 65_535) ??
      (security === 'tls' ? defaults.portTls : defaults.port),
    security,
    ...(certificateFile === undefined ? {} : { certificateFile }),
    ...(certificateFolder === undefined ? {} : { certificateFolder }),
    timeout: seconds === undefined ? silence : seconds * 1000,
    connectTimeout: seconds === undefined ? defaults.connectTimeout : seconds * 1000,
  };
}

function onlyServer(positionals: readonly string[]): string {
  const [host, extra] = positionals;
  if (host === undefined || host === '') {
    throw wrong(
      'Too few arguments: the server is missing',
      'Name the server, for instance imap.example.org.',
    );
  }
  if (extra !== undefined) {
    throw wrong(
      `'${extra}' is one argument too many`,
      'Give one server; put values with blanks in quotes.',
    );
  }
  const address = /^\[(.+)\]$/.exec(host)?.[1] ?? host;
  if (/[\s/\0]/.test(address)) {
    throw wrong(
      `'${host}' is not a server name`,
      'Give a name such as imap.example.org, or an address.',
    );
  }
  return address;
}

function readLayout(value: string | undefined): Layout {
  if (value === undefined || value === 'flat') return 'flat';
  if (value !== 'folders')
    throw wrong(`--layout knows flat and folders, not '${value}'`, 'Choose one.');
  return 'folders';
}

function readExtension(value: string | undefined, layout: string | undefined): string {
  if (value === undefined) {
    return layout === 'folders' ? defaults.extensionInFolders : defaults.extension;
  }
  if (layout === 'folders') {
    throw wrong(
      '--extension belongs to the flat layout',
      'Leave out one of --layout folders and --extension.',
    );
  }
  if (!/^\.[A-Za-z0-9]{1,16}$/.test(value)) {
    throw wrong(
      `--extension '${value}' is not a file ending`,
      'Write a dot and up to 16 letters or digits, such as .eml.',
    );
  }
  return value;
}

function required(value: string | undefined, option: string): string {
  const given = filled(value, option);
  if (given === undefined) throw wrong(`Too few arguments: ${option} is missing`, `Add ${option}.`);
  return given;
}

function filled(value: string | undefined, option: string): string | undefined {
  if (value === '') throw wrong(`${option} has no value`, 'Write the value behind it.');
  if (value?.includes('\0')) throw wrong(`${option} has a NUL in its value`, 'Leave it out.');
  return value;
}

function wholeNumber(value: string | undefined, option: string, from: number, to: number) {
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

function wrong(message: string, nextStep: string): MailstowError {
  return new MailstowError('arguments', 'run', { message: `${message}.`, nextStep });
}
