import { defaults } from '../../../shared/defaults.ts';
import { mailProtocols } from '../../../shared/model/account.ts';
import { signInWays } from '../../../shared/model/sign-in-ways.ts';
import type { ValuesOf } from '../option-table.ts';

/** How a server is reached. */
const serverOptions = {
  server: { value: 'HOST', text: 'name or address of the mail server' },
  protocol: {
    value: 'P',
    text: 'imap (default), or pop3 where the provider has nothing else: the inbox alone, without flags',
    choices: mailProtocols,
  },
  port: {
    value: 'N',
    text: 'port (default 993, or 143 without TLS from the start; by POP3 995 or 110)',
  },
  security: {
    value: 'S',
    text: 'how to encrypt the connection (default tls)',
    choices: ['tls', 'starttls', 'none'],
  },
  'certificate-file': { value: 'FILE', text: 'PEM file of certificates to verify the server' },
  'certificate-folder': {
    value: 'FOLDER',
    text: 'folder of certificates to verify the server',
  },
  timeout: { value: 'SECONDS', text: 'give up after this long without an answer' },
  compression: {
    value: 'C',
    text: 'let the server compress what it sends (IMAP): on, off (default on, but off in your own network)',
    choices: ['on', 'off'],
  },
} as const;

/** What opens saved sign-ins where nobody can be asked and the keyring is not there. */
const vaultOptions = {
  'vault-password-variable': {
    value: 'NAME',
    text: 'environment variable that contains the password of your saved sign-ins',
  },
  'vault-password-file': {
    value: 'FILE',
    text: 'file, readable only by you, with the password of your saved sign-ins',
  },
} as const;

/** Options of every command that connects to archived mail. */
export const accountOptions = {
  ...serverOptions,
  patience: {
    value: 'MINUTES',
    text: `how long to keep trying when the connection is lost (default ${defaults.patience / 60_000})`,
  },
  user: {
    value: 'NAME',
    text: 'user name; a saved sign-in is used, otherwise you are asked for the password',
  },
  'sign-in': {
    value: 'METHOD',
    text: 'sign in this way alone, such as scram-sha-256 (default: the strongest the server offers); with oauthbearer or xoauth2 the password is a token',
    choices: signInWays,
  },
  'password-variable': {
    value: 'NAME',
    text: 'environment variable that contains the password',
  },
  'password-command': {
    value: 'COMMAND',
    text: "program, with its arguments, that prints the password on its first line, such as 'pass show mail'",
  },
  'auth-file': {
    value: 'FILE',
    text: "file with the lines 'username = NAME' and 'password = PASSWORD'",
  },
  ...vaultOptions,
} as const;

export type AccountValues = ValuesOf<typeof accountOptions>;

/** Options that describe a run; a profile keeps these. */
export const archiveOptions = {
  ...accountOptions,
  folder: { value: 'FOLDER', text: 'where to keep the mail; created if missing' },
  mailbox: {
    value: 'NAME',
    text: 'only this mailbox; can be repeated',
    multiple: true,
  },
  include: {
    value: 'PATTERN',
    text: "only mailboxes that match, such as 'Work/*' or '\\Sent'; can be repeated",
    multiple: true,
  },
  exclude: {
    value: 'PATTERN',
    text: "skip mailboxes that match, such as '\\Junk'; can be repeated",
    multiple: true,
  },
  shared: 'include mailboxes that others share with you',
  'with-junk': 'include junk mail, which new archives skip',
  'with-trash': 'include the trash, which new archives skip',
  'headers-only': 'only headers',
  'unread-only': 'only unread messages',
  since: { value: 'DAY', text: 'only what arrived on this day or later, such as 2024-03-01' },
  before: { value: 'DAY', text: 'only what arrived before this day' },
  'older-than': { value: 'DAYS', text: 'only what arrived more than this many days ago' },
  larger: { value: 'SIZE', text: 'only messages larger than this, such as 500k or 10M' },
  smaller: { value: 'SIZE', text: 'only messages smaller than this' },
  separate: 'do not deduplicate against "All Mail"',
  layout: {
    value: 'LAYOUT',
    text: 'a folder for each mailbox (default), or flat: MSG_INBOX_1.txt',
    choices: ['folders', 'flat'],
  },
  extension: { value: 'ENDING', text: 'ending of the files in the flat layout, such as .txt' },
  index: 'also write index.csv, a list of all messages; once there, every run keeps it up to date',
  'label-folders': 'also make a folder of links for each Gmail label; once there, kept up to date',
  connections: { value: 'N', text: `connections at once (default ${defaults.connections})` },
  purge: 'when the server has renumbered a mailbox, delete files that no longer match a message',
  'delete-after': {
    value: 'DAYS',
    text: 'DELETES MAIL ON THE SERVER (POP3 only, off unless you give it): every message that was archived at least this many days ago, once its file was read again and found whole in two runs at least 24 hours apart',
  },
  'shared-folder': 'let others use the folder: keep the permissions the system gives new files',
  'override-account': "continue even if the folder contains another account's archive",
} as const;

export type ArchiveValues = ValuesOf<typeof archiveOptions>;

const trace = {
  value: 'FILE',
  text: 'also record the conversation with the server in this file, without passwords or mail',
} as const;

/** How a run tells what it does. */
export const outputOptions = {
  json: 'print one JSON event per line on stdout instead of text',
  quiet: 'print only errors on stderr',
  log: {
    value: 'FILE',
    text: 'also log to this file, with stack traces but never mail',
  },
  trace,
} as const;

/** A profile keeps none of these: whoever says that the account moved, or wants a new archive, says so once. */
export const archiveRunOptions = {
  ...archiveOptions,
  moved: 'the account has a new server or user name; continue if it has the same mail',
  'new-archive': "start a new archive even if the profile's earlier one is gone",
  ...outputOptions,
} as const;

export const verifyOptions = {
  ...accountOptions,
  json: 'print the result as JSON instead of text',
  quiet: 'print only errors on stderr',
  log: { value: 'FILE', text: 'also log the result to this file, never mail' },
  trace,
} as const;

/** Options of every command that has to do with the folders on the server, or with what is in one. */
export const mailboxesOptions = {
  profile: {
    value: 'NAME',
    text: 'take server, user and the rest from this saved profile; options you add replace them',
  },
  ...accountOptions,
  json: 'print JSON, one object a line, instead of text',
  trace,
} as const;

export const createMailboxOptions = {
  ...mailboxesOptions,
  subscribe: 'also subscribe to it: many mail programs show no others',
} as const;

export const deleteMailboxOptions = {
  ...mailboxesOptions,
  folder: {
    value: 'FOLDER',
    text: "the account's archive, to compare with (default: that of the profile)",
  },
  yes: 'do not ask; needed where the input is no terminal',
  'even-if-not-archived': 'delete it although messages in it are not in the archive: they are lost',
} as const;

export const fetchOptions = {
  ...mailboxesOptions,
  json: 'print one JSON object per message; sections as text or base64, up to 1 MB each',
  raw: 'print the bytes of one section, of any size, and nothing else',
} as const;

export const searchServerOptions = {
  ...mailboxesOptions,
  folder: { value: 'FOLDER', text: 'also say which of them are in the archive in this folder' },
  json: 'print JSON: mailbox uidValidity uids; with --folder also archived notArchived',
} as const;

const { server: _named, ...otherServerOptions } = serverOptions;

export const serverLookOptions = {
  ...otherServerOptions,
  json: 'print JSON: host port protocol security trusted greeting encryption certificate capabilities',
  trace,
} as const;

export const statusOptions = { json: 'print JSON instead of text' } as const;

export const historyOptions = {
  all: 'all runs and checks, not only the last 20',
  json: 'print JSON instead of text',
} as const;

export const reportOptions = {
  html: { value: 'FILE', text: 'write it as a page to view or print' },
  json: 'print it as JSON',
  text: 'print it as text (default)',
  'last-good': 'report of the last complete run',
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
    text: 'another name by which browsers reach this computer; can be repeated',
    multiple: true,
  },
  folder: {
    value: 'FOLDER',
    text: 'folder in which mail may be kept (default: your home folder); can be repeated',
    multiple: true,
  },
  browser: 'open the browser even where the output is no terminal',
  'no-browser': 'only print the address',
  'set-password': 'ask for a password for this server and save its scrypt hash',
} as const;

export const searchOptions = {
  json: 'print one JSON object per line: path mailbox uid subject from date where',
  files: 'print only the paths of the message files',
} as const;

export const showOptions = {
  json: 'print JSON: subject from to cc date text html note attachments',
  attachment: { value: 'N', text: 'write this attachment (the first is 1) to stdout' },
} as const;

const json = 'print JSON, one object a line, instead of text' as const;

export const signInOptions = {
  ...serverOptions,
  device:
    'sign in with a code, in a browser on any device; the default where no browser opens here',
  'client-id': {
    value: 'ID',
    text: "your own client ID with the provider; remembered for this provider's accounts",
  },
  'client-secret-variable': {
    value: 'NAME',
    text: 'environment variable with the secret that belongs to this client ID, if it has one',
  },
  as: {
    value: 'NAME',
    text: 'the name you sign in with at the provider, if it is not the user name, as for a shared mailbox',
  },
  password: 'save a password, or an app password, instead; you are asked for it',
  'password-variable': {
    value: 'NAME',
    text: 'save the password that this environment variable contains',
  },
  ...vaultOptions,
  json,
} as const;

export const signOutOptions = {
  ...serverOptions,
  ...vaultOptions,
  json,
} as const;

export const discoverOptions = {
  json: 'print JSON: found source protocol host port security userName signIn elsewhere page others asked; where none is found, reason (no-imap, not-found) and provider',
  offline: 'look only into the tables that come with Mailstow, without the network',
} as const;
