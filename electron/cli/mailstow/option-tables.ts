import { defaults } from '../../../shared/defaults.ts';
import type { ValuesOf } from '../option-table.ts';

/** Options of every command that connects. */
export const accountOptions = {
  server: { value: 'HOST', text: 'name or address of the mail server' },
  port: { value: 'N', text: 'port (default 993, or 143 without TLS from the start)' },
  security: {
    value: 'S',
    text: 'how the connection is encrypted (default tls)',
    choices: ['tls', 'starttls', 'none'],
  },
  'certificate-file': { value: 'FILE', text: 'PEM file to verify the server with' },
  'certificate-folder': {
    value: 'FOLDER',
    text: 'folder of certificates to verify the server with',
  },
  timeout: { value: 'SECONDS', text: 'silence until giving up' },
  patience: {
    value: 'MINUTES',
    text: `how long to wait for a server that goes away during a run (default ${defaults.patience / 60_000})`,
  },
  user: { value: 'NAME', text: 'user name; the password is asked for on the terminal' },
  'password-variable': {
    value: 'NAME',
    text: 'the password is in this environment variable',
  },
  'auth-file': {
    value: 'FILE',
    text: "file with the lines 'username = NAME' and 'password = PASSWORD'",
  },
} as const;

export type AccountValues = ValuesOf<typeof accountOptions>;

/** Options that describe a run; a profile keeps these. */
export const archiveOptions = {
  ...accountOptions,
  folder: { value: 'FOLDER', text: 'where the mail is kept; created if missing' },
  mailbox: {
    value: 'NAME',
    text: 'only this mailbox; may be given several times',
    multiple: true,
  },
  include: {
    value: 'PATTERN',
    text: "only mailboxes that match, such as 'Work/*' or '\\Sent'; several times",
    multiple: true,
  },
  exclude: {
    value: 'PATTERN',
    text: "not the mailboxes that match, such as '\\Junk'; several times",
    multiple: true,
  },
  shared: 'also mailboxes of others that you may see',
  'with-junk': 'also junk mail; a new archive leaves it out',
  'with-trash': 'also what is in the trash; a new archive leaves it out',
  'headers-only': 'only the headers',
  'unread-only': 'only messages not read yet',
  since: { value: 'DAY', text: 'only what arrived on this day or later, such as 2024-03-01' },
  before: { value: 'DAY', text: 'only what arrived before this day' },
  'older-than': { value: 'DAYS', text: 'only what arrived more than this many days ago' },
  larger: { value: 'SIZE', text: 'only messages larger than this, such as 500k or 10M' },
  smaller: { value: 'SIZE', text: 'only messages smaller than this' },
  separate: 'every mailbox in full, also what an "all mail" mailbox holds already',
  layout: {
    value: 'LAYOUT',
    text: 'a folder for each mailbox (default), or flat: MSG_INBOX_1.txt',
    choices: ['folders', 'flat'],
  },
  extension: { value: 'ENDING', text: 'ending of the files in the flat layout, such as .txt' },
  connections: { value: 'N', text: `connections at once (default ${defaults.connections})` },
  purge: 'after the server renumbered a mailbox, delete what no longer matches anything',
  'shared-folder': 'others may use the folder: modes stay as the system gives them',
  'override-account': "continue although the folder holds another account's mail",
} as const;

export type ArchiveValues = ValuesOf<typeof archiveOptions>;

const trace = {
  value: 'FILE',
  text: 'also record the conversation with the server in this file, without passwords and mail',
} as const;

/** How a run tells what it does. */
export const outputOptions = {
  json: 'one event a line on stdout instead of text',
  quiet: 'nothing on stderr but errors',
  log: {
    value: 'FILE',
    text: 'also write what happens into this file, with stacks of defects; never mail',
  },
  trace,
} as const;

export const archiveRunOptions = { ...archiveOptions, ...outputOptions } as const;

export const verifyOptions = {
  ...accountOptions,
  json: 'the result as JSON on stdout instead of text',
  quiet: 'nothing on stderr but errors',
  log: { value: 'FILE', text: 'also write what is found into this file; never mail' },
  trace,
} as const;

export const statusOptions = { json: 'as JSON instead of text' } as const;

export const reportOptions = {
  html: { value: 'FILE', text: 'writes it as a page to look at and to print' },
  json: 'prints it as JSON',
  text: 'prints it as text (default)',
  'last-good': 'that of the last run that found everything archived',
} as const;

/** Where the app is served unless it is told otherwise. */
export const defaultPort = 8484;

export const serveOptions = {
  port: {
    value: 'N',
    text: `port to listen on (default ${defaultPort}; 0 for any free one)`,
  },
  bind: { value: 'ADDRESS', text: 'address to listen on, such as 0.0.0.0; needs a password' },
  name: {
    value: 'NAME',
    text: 'a further name under which browsers reach this computer; several times',
    multiple: true,
  },
  folder: {
    value: 'FOLDER',
    text: 'folder within which mail may be kept (default: your home folder); several times',
    multiple: true,
  },
  browser: 'open the browser even where the output is no terminal',
  'no-browser': 'only print the address',
  'set-password': 'asks for the password of this server and keeps what scrypt makes of it',
} as const;

export const showOptions = {
  json: 'as JSON: subject from to cc date text html note attachments',
  attachment: { value: 'N', text: 'write this attachment, counted from 1, to stdout as it is' },
} as const;
