import type { FailureKind } from './failure.ts';
import type { RunResult } from './run.ts';

/**
 * The table of the first imapcl (manual, section 5), and ours from 16 on. Negative values leave the process
 * as value & 255. Help and manual have each with its text.
 */
const exitCodes = {
  OUTPUT_DIR_NOT_CREATED: [-7, 'the folder cannot be created, read or written'],
  UIDVALIDITY_FILE_NOT_FOUND: [
    -6,
    'the folder contains messages, but its .uidvalidity file is missing',
  ],
  UIDVALIDITY_FILE_ERROR: [-5, 'the .uidvalidity file cannot be understood'],
  CREATE_CONNECTION_FAILED: [-4, 'could not connect to the server'],
  SSL_CERT_VERIFICATION_FAILED: [-3, "the server's certificate cannot be verified"],
  FETCH_EMAIL_FAILED: [
    -2,
    'not everything you selected is archived, or something is missing or altered',
  ],
  SUCCESS: [0, 'success'],
  NO_IP_ADDR_FOUND: [
    1,
    "the server's name cannot be found; of 'mailstow search', 'search-server' and 'fetch': nothing was found",
  ],
  PARSE_ARGUMENTS_FAILED: [2, 'wrong command line'],
  PARSE_CREDENTIALS_FAILED: [3, 'the user name and password could not be read'],
  SERVER_UNKNOWN_RESPONSE: [4, 'the server sent something that is not IMAP'],
  TRANSMIT_DATA_FAILED: [5, 'sending to the server failed'],
  RECEIVE_DATA_FAILED: [6, 'receiving from the server failed'],
  RESPONSE_NOT_FOUND: [7, 'the server does not answer'],
  PARSE_BY_REGEX_FAILED: [8, "the server's answer cannot be understood"],
  NON_UIDS_RECEIVED: [9, 'the server sends no UIDs'],
  CONTINUE_IN_RECEIVING: [10, 'not used (from the first imapcl)'],
  UNDEFINED_STATE: [11, 'a bug in this program'],
  UID_VALIDITY_ERROR_IN_RECV: [14, 'the server sends no UIDVALIDITY'],
  REMOVAL_OF_EMAILS_FAILED: [15, 'files could not be removed'],
  LOGIN_REFUSED: [16, 'the server refused the user name or password'],
  MAILBOX_NOT_FOUND: [17, 'there is no such mailbox'],
  FOLDER_IN_USE: [18, 'another run is using the folder'],
  DISK_FULL: [19, 'the disk is full'],
  OTHER_ACCOUNT: [20, 'the folder contains the archive of another account'],
  SIGN_IN_NEEDED: [21, 'you have to sign in with your provider (again)'],
  INTERRUPTED: [130, 'interrupted: 128 + SIGINT'],
} as const;

export type ExitCodeName = keyof typeof exitCodes;

const codeOfKind: Readonly<Record<FailureKind, ExitCodeName>> = {
  arguments: 'PARSE_ARGUMENTS_FAILED',
  'credentials-file': 'PARSE_CREDENTIALS_FAILED',
  'output-folder': 'OUTPUT_DIR_NOT_CREATED',
  'uidvalidity-file-missing': 'UIDVALIDITY_FILE_NOT_FOUND',
  'uidvalidity-file-malformed': 'UIDVALIDITY_FILE_ERROR',
  'name-not-found': 'NO_IP_ADDR_FOUND',
  connection: 'CREATE_CONNECTION_FAILED',
  certificate: 'SSL_CERT_VERIFICATION_FAILED',
  'unknown-response': 'SERVER_UNKNOWN_RESPONSE',
  transmit: 'TRANSMIT_DATA_FAILED',
  receive: 'RECEIVE_DATA_FAILED',
  'no-answer': 'RESPONSE_NOT_FOUND',
  'unparsable-response': 'PARSE_BY_REGEX_FAILED',
  'no-uids': 'NON_UIDS_RECEIVED',
  'no-uidvalidity': 'UID_VALIDITY_ERROR_IN_RECV',
  'message-not-stored': 'FETCH_EMAIL_FAILED',
  removal: 'REMOVAL_OF_EMAILS_FAILED',
  'login-refused': 'LOGIN_REFUSED',
  'sign-in-needed': 'SIGN_IN_NEEDED',
  'mailbox-not-found': 'MAILBOX_NOT_FOUND',
  'mailbox-not-listed': 'FETCH_EMAIL_FAILED',
  'folder-in-use': 'FOLDER_IN_USE',
  'disk-full': 'DISK_FULL',
  'other-account': 'OTHER_ACCOUNT',
  stopped: 'INTERRUPTED',
  defect: 'UNDEFINED_STATE',
};

/** The name in the table for a kind of failure. */
export function exitCodeName(kind: FailureKind): ExitCodeName {
  return codeOfKind[kind];
}

/** What a command would leave with; undefined for a kind of failure that only the window has. */
export function exitCodeOf(kind: string): { name: ExitCodeName; code: number } | undefined {
  if (!Object.hasOwn(codeOfKind, kind)) return undefined;
  const name = exitCodeName(kind as FailureKind);
  return { name, code: exitCodes[name][0] };
}

/** The name in the table for a run that came to its end: a problem's own code, else what the verdict says. */
export function exitCodeNameOf({
  problems,
  verdict,
}: Pick<RunResult, 'problems' | 'verdict'>): ExitCodeName {
  const [first] = problems;
  if (first !== undefined) return exitCodeName(first.kind);
  return verdict.state === 'complete' ? 'SUCCESS' : 'FETCH_EMAIL_FAILED';
}

/** What the process leaves with: the table's value modulo 256. */
export function processExitCode(name: ExitCodeName): number {
  return exitCodes[name][0] & 255;
}

/** Every code that a process can leave with, and what it says, in ascending order. */
export function describedExitCodes(): { code: number; name: ExitCodeName; text: string }[] {
  const names = Object.keys(exitCodes) as ExitCodeName[];
  return names
    .map(name => ({ code: processExitCode(name), name, text: exitCodes[name][1] }))
    .sort((one, other) => one.code - other.code);
}
