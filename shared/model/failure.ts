/** How far a failure reaches; the scope alone decides what goes on after it. */
export type FailureScope = 'message' | 'mailbox' | 'account' | 'run';

/** Every way in which a run can fail, named after what a person would say happened. */
export type FailureKind =
  | 'arguments'
  | 'credentials-file'
  | 'output-folder'
  | 'uidvalidity-file-missing'
  | 'uidvalidity-file-malformed'
  | 'name-not-found'
  | 'connection'
  | 'certificate'
  | 'unknown-response'
  | 'transmit'
  | 'receive'
  | 'no-answer'
  | 'unparsable-response'
  | 'no-uids'
  | 'no-uidvalidity'
  | 'message-not-stored'
  | 'removal'
  | 'login-refused'
  | 'mailbox-not-found'
  | 'mailbox-not-listed'
  | 'folder-in-use'
  | 'disk-full'
  | 'other-account'
  | 'stopped'
  | 'defect';

/** A failure as data: what crosses a process boundary, is logged and is shown. Never holds a secret. */
export interface Failure {
  readonly kind: FailureKind;
  readonly scope: FailureScope;
  /** What happened, one plain sentence. */
  readonly message: string;
  /** What the person can do about it, one plain sentence. */
  readonly nextStep: string;
  /** The server's own words, as they came; data, never markup. */
  readonly serverText?: string;
  readonly mailbox?: string;
  readonly uid?: number;
  /** Where the bytes the server sent for it are kept, relative to the archive. */
  readonly rawPath?: string;
}
