import type { FailureKind } from './failure.ts';
import type { RunResult } from './run.ts';

/**
 * The table of the first imapcl (manual, section 5), and ours from 16 on. Negative values leave the process
 * as value & 255.
 */
const exitCodes = {
  OUTPUT_DIR_NOT_CREATED: -7,
  UIDVALIDITY_FILE_NOT_FOUND: -6,
  UIDVALIDITY_FILE_ERROR: -5,
  CREATE_CONNECTION_FAILED: -4,
  SSL_CERT_VERIFICATION_FAILED: -3,
  FETCH_EMAIL_FAILED: -2,
  SUCCESS: 0,
  NO_IP_ADDR_FOUND: 1,
  PARSE_ARGUMENTS_FAILED: 2,
  PARSE_CREDENTIALS_FAILED: 3,
  SERVER_UNKNOWN_RESPONSE: 4,
  TRANSMIT_DATA_FAILED: 5,
  RECEIVE_DATA_FAILED: 6,
  RESPONSE_NOT_FOUND: 7,
  PARSE_BY_REGEX_FAILED: 8,
  NON_UIDS_RECEIVED: 9,
  CONTINUE_IN_RECEIVING: 10,
  UNDEFINED_STATE: 11,
  UID_VALIDITY_ERROR_IN_RECV: 14,
  REMOVAL_OF_EMAILS_FAILED: 15,
  LOGIN_REFUSED: 16,
  MAILBOX_NOT_FOUND: 17,
  FOLDER_IN_USE: 18,
  DISK_FULL: 19,
  OTHER_ACCOUNT: 20,
  /** Interrupted by the person: 128 + SIGINT, as shells expect it. */
  INTERRUPTED: 130,
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
  return { name, code: exitCodes[name] };
}

/** The name in the table for a run that came to its end: a problem's own code, else what the verdict says. */
export function exitCodeNameOf({ problems, verdict }: RunResult): ExitCodeName {
  const [first] = problems;
  if (first !== undefined) return exitCodeName(first.kind);
  return verdict.state === 'complete' ? 'SUCCESS' : 'FETCH_EMAIL_FAILED';
}

/** What the process leaves with: the table's value modulo 256. */
export function processExitCode(name: ExitCodeName): number {
  return exitCodes[name] & 255;
}
