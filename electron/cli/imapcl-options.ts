import { defaults } from '../../shared/defaults.ts';

/** The options of the first imapcl have one letter and no long name; ours have a long name alone. */
export const imapclOptions = {
  a: {
    value: 'auth_file',
    text: "file with the lines 'username = NAME' and 'password = PASSWORD'",
  },
  o: { value: 'out_dir', text: 'folder for the messages, created if missing' },
  p: { value: 'port', text: `port (default ${defaults.port}, with -T ${defaults.portTls})` },
  T: 'TLS from the first byte (IMAPS)',
  c: { value: 'certfile', text: 'PEM file to verify the server with' },
  C: {
    value: 'certaddr',
    text: `folder of certificates (default ${defaults.certificateFolder}, else the system's own)`,
  },
  n: 'only messages not seen yet',
  h: 'only the headers',
  b: { value: 'MAILBOX', text: `mailbox (default ${defaults.mailbox})` },
  starttls: 'upgrade the connection to TLS before logging in',
  'all-mailboxes': 'every mailbox of the account instead of one',
  separate: 'every mailbox in full, also what an "all mail" mailbox holds already',
  layout: {
    value: 'LAYOUT',
    text: 'flat: MSG_INBOX_1.txt (default), or a folder for each mailbox',
    choices: ['flat', 'folders'],
  },
  extension: { value: 'ENDING', text: 'ending of the files in the flat layout, such as .txt' },
  connections: { value: 'N', text: `connections at once (default ${defaults.connections})` },
  timeout: {
    value: 'SECONDS',
    text: `silence until giving up (default ${defaults.timeout / 1000}, with TLS ${defaults.timeoutTls / 1000})`,
  },
  patience: {
    value: 'MINUTES',
    text: `how long to wait for a server that goes away during a run (default ${defaults.patience / 60_000})`,
  },
  purge: 'after the server renumbered a mailbox, delete what no longer matches any message',
  'shared-folder': 'others may use the folder: modes stay as the system gives them',
  json: 'one event a line on stdout instead of text',
  quiet: 'nothing on stderr but errors',
  log: {
    value: 'FILE',
    text: 'also write what happens into this file, with stacks of defects; never mail',
  },
  trace: {
    value: 'FILE',
    text: 'also record the conversation with the server in this file, without passwords and mail',
  },
  version: 'print the version',
  help: 'print this text',
} as const;
