import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../electron/cli/arguments.ts';
import { MailstowError } from '../../electron/engine/errors.ts';

const least = ['imap.example.org', '-a', 'auth', '-o', 'out'];

function run(...argv: string[]) {
  const parsed = parseArguments(argv);
  if (parsed.show !== 'run') throw new Error('not a run');
  return parsed;
}

function refusal(...argv: string[]): string {
  try {
    parseArguments(argv);
  } catch (error) {
    if (error instanceof MailstowError && error.kind === 'arguments') return error.message;
    throw error;
  }
  throw new Error(`accepted: ${argv.join(' ')}`);
}

describe('the command line of imapcl', () => {
  test('has the defaults of the first imapcl', () => {
    const { request, authFile } = run(...least);
    expect(authFile).toBe('auth');
    expect(request).toMatchObject({
      server: { host: 'imap.example.org', port: 143, security: 'none', timeout: 20_000 },
      mailboxes: ['INBOX'],
      selection: { headersOnly: false, unseenOnly: false },
      folder: 'out',
      layout: 'flat',
      extension: '.txt',
      connections: 1,
    });
  });

  test('TLS on 993 by default, with its own timeout', () => {
    expect(run(...least, '-T').request.server).toMatchObject({
      port: 993,
      security: 'tls',
      timeout: 30_000,
    });
  });

  test('takes options in any order, joined or apart', () => {
    const parsed = run('-nh', '-o', 'out', '-p', '1143', '-b', 'Entwürfe', 'host', '-aauth');
    expect(parsed.request).toMatchObject({
      server: { host: 'host', port: 1143 },
      mailboxes: ['Entwürfe'],
      selection: { headersOnly: true, unseenOnly: true },
    });
    expect(parsed.authFile).toBe('auth');
  });

  test('a value that looks like an option is joined to its letter', () => {
    expect(run(...least, '-b-b').request.mailboxes).toEqual(['-b']);
    expect(run(...least, '-b--help').request.mailboxes).toEqual(['--help']);
    expect(refusal(...least, '-b', '-b')).toBe(
      "-b has no value, or one that looks like an option: '-b'.",
    );
  });

  test('takes IPv6 addresses with and without brackets', () => {
    expect(run('::1', '-a', 'a', '-o', 'o').request.server.host).toBe('::1');
    expect(run('[::1]', '-a', 'a', '-o', 'o').request.server.host).toBe('::1');
  });

  test('reads our long options', () => {
    const parsed = run(
      ...['host', '-a', 'a', '-o', 'o', '--starttls', '--extension', '.eml', '--all-mailboxes'],
      ...[
        '--sign-in',
        'scram-sha-256',
        '--connections',
        '3',
        '--timeout',
        '5',
        '--purge',
        '--separate',
        '--json',
        '--quiet',
      ],
    );
    expect(parsed).toMatchObject({ json: true, quiet: true });
    expect(parsed.request).toMatchObject({
      server: {
        security: 'starttls',
        port: 143,
        signIn: 'scram-sha-256',
        timeout: 5000,
        connectTimeout: 5000,
      },
      extension: '.eml',
      mailboxes: 'all',
      connections: 3,
      purge: true,
      separate: true,
    });
  });

  test.each([
    ['too few arguments: error', ['host', '-p', '143'], /-a auth_file/],
    ['no server', ['-a', 'a', '-o', 'o'], /server is missing/],
    ['no output folder', ['host', '-a', 'a'], /-o out_dir/],
    ['unknown option: usage', [...least, '-g', '143'], /-g/],
    ['an unknown long option', [...least, '--fast'], /--fast/],
    ['an option of one letter written long', [...least, '--p', '143'], /--p/],
    ['an option twice', [...least, '-b', 'A', '-b', 'B'], /-b is given twice/],
    ['a second server', [...least, 'other'], /one argument too many/],
    ['an empty value', ['host', '-a', '', '-o', 'o'], /-a auth_file has no value/],
    ['port 0', [...least, '-p', '0'], /-p takes a whole number from 1 to 65535/],
    ['port 65536', [...least, '-p', '65536'], /-p takes/],
    ['a port that is no number', [...least, '-p', '0x8f'], /-p takes/],
    ['--timeout 0', [...least, '--timeout', '0'], /--timeout takes/],
    [
      'an unknown sign-in',
      [...least, '--sign-in', 'gssapi'],
      /--sign-in is one of scram-sha-256-plus,/,
    ],
    ['--connections 0', [...least, '--connections', '0'], /--connections takes/],
    ['-c without TLS', [...least, '-c', 'ca.pem'], /^-c works only with an encrypted connection/],
    ['-C without TLS', [...least, '-C', 'certs'], /^-C works only with an encrypted connection/],
    ['-T with --starttls', [...least, '-T', '--starttls'], /cannot be used together/],
    [
      '-b with --all-mailboxes',
      [...least, '-b', 'A', '--all-mailboxes'],
      /cannot be used together/,
    ],
    ['an unknown layout', [...least, '--layout', 'maildir'], /--layout is flat or folders/],
    ['an extension with a path', [...least, '--extension', '/../x'], /not a file ending/],
    [
      'an extension in the folders layout',
      [...least, '--layout', 'folders', '--extension', '.eml'],
      /flat/,
    ],
    ['a server that is a path', ['../host', '-a', 'a', '-o', 'o'], /not a server name/],
  ])('refuses %s', (_name, argv, words) => {
    expect(refusal(...argv)).toMatch(words);
  });

  test('answers --help and --version without anything else', () => {
    expect(parseArguments(['--help'])).toEqual({ show: 'help' });
    expect(parseArguments(['--version'])).toEqual({ show: 'version' });
  });
});
