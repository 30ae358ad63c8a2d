/** The adjustable definitions. The names in comments are those of the first imapcl (manual, section 3.4). */
export const defaults = {
  /** PORT_NON_SECURE */
  port: 143,
  /** PORT_SECURE */
  portTls: 993,
  /** POP3, and POP3 behind TLS. */
  portPop3: 110,
  portPop3Tls: 995,
  /** TIMEOUT_NON_SECURE: milliseconds of silence, not of a message. */
  timeout: 20_000,
  /** TIMEOUT_SECURE: milliseconds of silence. */
  timeoutTls: 30_000,
  /** One budget for name lookup, TCP and TLS together, milliseconds. */
  connectTimeout: 30_000,
  /** DEFAULT_SSL_CERT_LOC: used where it exists, else the system's own store. */
  certificateFolder: '/etc/ssl/certs',
  /** DEFAULT_MAILBOX_DIR */
  mailbox: 'INBOX',
  /** UIDVALIDITY_FILE, the first for new folders; a folder that has the second goes on with it. */
  uidValidityFiles: ['.uidvalidity', '.uidvalidity.txt'],
  /** OUTPUT_FILE_FORMAT */
  extension: '.txt',
  /** Ending of the message files in the folders layout: what mail programs open. */
  extensionInFolders: '.eml',
  /** Our own folder inside an archive. */
  ownFolder: '.mailstow',
  /** What is for people in an archive and is no mailbox: a name that no mailbox gets. */
  extrasFolder: '_Mailstow',
  /** Connections to one account at once; servers cap them, some at 10 for a user and address together. */
  connections: 1,
  /** Breaks in a row of connections that stood, without one message gained, before a run gives up. */
  reconnections: 3,
  /** Milliseconds that a server or network which is away is waited for since the last progress. */
  patience: 600_000,
} as const;
