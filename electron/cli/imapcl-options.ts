import { defaults } from '../../shared/defaults.ts';
import { signInWays } from '../../shared/model/sign-in-ways.ts';

/** The options of the first imapcl have one letter and no long name; ours have a long name alone. */
export const imapclOptions = {
  a: {
    value: 'auth_file',
    text: "file with the lines 'username = NAME' and 'password = PASSWORD'",
  },
  o: { value: 'out_dir', text: 'folder for the messages, created if missing' },
  p: { value: 'port', text: `port (default ${defaults.port}, with -T ${defaults.portTls})` },
  T: 'TLS from the first byte (IMAPS)',
  c: { value: 'certfile', text: 'PEM file of certificates to verify the server' },
  C: {
    value: 'certaddr',
    text: `folder of certificates to verify the server (default ${defaults.certificateFolder}, else the system's own)`,
  },
  n: 'only unread messages',
  h: 'only headers',
  b: { value: 'MAILBOX', text: `mailbox (default ${defaults.mailbox})` },
  starttls: 'switch to TLS before logging in',
  'sign-in': {
    value: 'METHOD',
    text: 'sign in this way alone, such as scram-sha-256 (default: the strongest the server offers); with oauthbearer or xoauth2 the password is a token',
    choices: signInWays,
  },
  'all-mailboxes': 'all mailboxes of the account instead of one',
  separate: 'do not deduplicate against "All Mail"',
  layout: {
    value: 'LAYOUT',
    text: 'flat: MSG_INBOX_1.txt (default), or a folder for each mailbox',
    choices: ['flat', 'folders'],
  },
  extension: { value: 'ENDING', text: 'ending of the files in the flat layout, such as .txt' },
  connections: { value: 'N', text: `connections at once (default ${defaults.connections})` },
  timeout: {
    value: 'SECONDS',
    text: `give up after this long without an answer (default ${defaults.timeout / 1000}, with TLS ${defaults.timeoutTls / 1000})`,
  },
  patience: {
    value: 'MINUTES',
    text: `how long to keep trying when the connection is lost (default ${defaults.patience / 60_000})`,
  },
  purge: 'when the server has renumbered a mailbox, delete files that no longer match a message',
  moved: 'the account has a new server or user name; continue if it has the same mail',
  'shared-folder': 'let others use the folder: keep the permissions the system gives new files',
  json: 'print one JSON event per line on stdout instead of text',
  quiet: 'print only errors on stderr',
  log: {
    value: 'FILE',
    text: 'also log to this file, with stack traces but never mail',
  },
  trace: {
    value: 'FILE',
    text: 'also record the conversation with the server in this file, without passwords or mail',
  },
  version: 'print the version',
  help: 'print this help',
} as const;
