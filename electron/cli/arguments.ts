import { defaults } from '../../shared/defaults.ts';
import type { Security } from '../../shared/model/account.ts';
import type { RunRequest } from '../../shared/model/run.ts';
import {
  filled,
  readConnections,
  readExtension,
  readLayout,
  readPatience,
  readServer,
  required,
  wrong,
} from './argument-values.ts';
import { imapclOptions } from './imapcl-options.ts';
import { readOptions } from './read-options.ts';

/** A parsed command line: a question about the program, or a run without its credentials. */
export type ParsedArguments =
  | { readonly show: 'help' | 'version' }
  | {
      readonly show: 'run';
      readonly request: Omit<RunRequest, 'credentials'>;
      readonly authFile: string;
      readonly json: boolean;
      readonly quiet: boolean;
      readonly log: string | undefined;
      readonly trace: string | undefined;
    };

/**
 * Reads the command line of imapcl (manual of the first imapcl, section 2).
 * @throws MailstowError of kind `arguments`, naming the option
 */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const { values, positionals } = readOptions(argv, imapclOptions);
  if (values.help) return { show: 'help' };
  if (values.version) return { show: 'version' };

  const host = onlyServer(positionals);
  const authFile = required(values.a, '-a auth_file');
  const folder = required(values.o, '-o out_dir');
  if (values['all-mailboxes'] && values.b !== undefined) {
    throw wrong('-b and --all-mailboxes cannot be used together', 'Use one of them.');
  }
  const layout = readLayout(values.layout) ?? 'flat';
  const security = readSecurity(values);
  return {
    show: 'run',
    authFile,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    log: filled(values.log, '--log'),
    trace: filled(values.trace, '--trace'),
    request: {
      server: readServer(
        {
          host,
          security,
          port: values.p,
          timeout: values.timeout,
          certificateFile: filled(values.c, '-c'),
          certificateFolder: filled(values.C, '-C'),
          signIn: values['sign-in'],
        },
        '-p',
      ),
      mailboxes: values['all-mailboxes'] ? 'all' : [filled(values.b, '-b') ?? defaults.mailbox],
      selection: { headersOnly: values.h ?? false, unseenOnly: values.n ?? false },
      folder,
      layout,
      extension: readExtension(values.extension, layout),
      purge: values.purge ?? false,
      separate: values.separate ?? false,
      overrideAccount: false,
      moved: values.moved ?? false,
      sharedFolder: values['shared-folder'] ?? false,
      connections: readConnections(values.connections),
      patience: readPatience(values.patience),
    },
  };
}

function readSecurity({
  T,
  starttls,
  c,
  C,
}: {
  readonly T?: boolean;
  readonly starttls?: boolean;
  readonly c?: string;
  readonly C?: string;
}): Security {
  if (T && starttls) {
    throw wrong(
      '-T and --starttls cannot be used together',
      'Use -T for port 993, --starttls for 143.',
    );
  }
  if (T) return 'tls';
  if (starttls) return 'starttls';
  if ((c ?? C) !== undefined) {
    const option = c === undefined ? '-C' : '-c';
    throw wrong(`${option} works only with an encrypted connection`, 'Add -T or --starttls.');
  }
  return 'none';
}

function onlyServer(positionals: readonly string[]): string {
  const [host, extra] = positionals;
  if (host === undefined || host === '') {
    throw wrong(
      'Too few arguments: the server is missing',
      'Name the server, such as imap.example.org.',
    );
  }
  if (extra !== undefined) {
    throw wrong(
      `'${extra}' is one argument too many`,
      'Name one server, and put values with spaces in quotes.',
    );
  }
  return host;
}
