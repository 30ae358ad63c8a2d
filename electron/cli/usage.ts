import { defaults } from '../../shared/defaults.ts';

/** What `--help` prints, and what wrong use prints on stderr. */
export const usage = `Usage: imapcl server [-p port] [-T [-c certfile] [-C certaddr]] [-n] [-h] -a auth_file [-b MAILBOX] -o out_dir

Stores the messages of a mailbox as files; a later run fetches only what is not there yet.

  server            name or address of the IMAP server
  -a auth_file      file with the lines 'username = NAME' and 'password = PASSWORD'
  -o out_dir        folder for the messages, created if missing
  -p port           port (default ${defaults.port}, with -T ${defaults.portTls})
  -T                TLS from the first byte (IMAPS)
  -c certfile       PEM file to verify the server with
  -C certaddr       folder of certificates (default ${defaults.certificateFolder}, else the system's own)
  -n                only messages not seen yet
  -h                only the headers
  -b MAILBOX        mailbox (default ${defaults.mailbox})

  --starttls        upgrade the connection to TLS before logging in
  --all-mailboxes   every mailbox of the account instead of one
  --separate        every mailbox in full, also what an "all mail" mailbox holds already
  --layout L        flat (MSG_INBOX_1.txt) or folders (a folder for each mailbox)
  --extension .txt  ending of the files in the flat layout
  --connections N   connections at once (default ${defaults.connections})
  --timeout S       seconds of silence until giving up (default ${defaults.timeout / 1000}, with TLS ${defaults.timeoutTls / 1000})
  --patience M      minutes that a server which is away in mid-run is waited for (default ${defaults.patience / 60_000})
  --purge           after the server numbered a mailbox anew, delete what matches no message any more
  --shared-folder   others may use the folder: modes stay as the system gives them
  --json            one event a line on stdout instead of text
  --quiet           nothing on stderr but errors
  --log FILE        also write what happens into this file, with stacks of defects; never mail
  --trace FILE      also record the conversation with the server in this file, without passwords and mail
  --version         print the version
  --help            print this text
`;
