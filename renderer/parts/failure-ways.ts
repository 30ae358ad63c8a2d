import type { FailureKind } from '../../shared/model/failure.ts';
import { type FailureCode, isFailureCode } from '../../shared/model/failure-codes.ts';

/** What the window can do about a failure, each a button where the place it is shown in can do it. */
export type Way =
  | 'try-again'
  | 'archive'
  | 'password'
  | 'signIn'
  | 'client'
  | 'server'
  | 'certificate'
  | 'inbox-only'
  | 'all-folders'
  | 'folder'
  | 'locate'
  | 'show-folder'
  | 'set-up'
  | 'reload'
  | 'report';

type Ways = readonly Way[];

/** What the next step of a kind of failure comes to, the likeliest first. */
const ofKind: Readonly<Record<FailureKind, Ways>> = {
  arguments: [],
  'credentials-file': ['try-again'],
  'output-folder': ['folder', 'try-again'],
  'uidvalidity-file-missing': ['try-again', 'show-folder'],
  'uidvalidity-file-malformed': ['show-folder', 'try-again'],
  'name-not-found': ['server', 'try-again'],
  connection: ['server', 'try-again'],
  certificate: ['certificate'],
  'unknown-response': ['try-again'],
  transmit: ['try-again'],
  receive: ['try-again'],
  'no-answer': ['try-again'],
  'unparsable-response': ['try-again'],
  'no-uids': ['try-again'],
  'no-uidvalidity': ['try-again'],
  'message-not-stored': ['archive'],
  removal: ['show-folder', 'try-again'],
  'login-refused': ['password', 'try-again'],
  'sign-in-needed': ['signIn', 'try-again'],
  'mailbox-not-found': ['try-again'],
  'mailbox-not-listed': [],
  'folder-in-use': ['try-again'],
  'disk-full': ['try-again', 'folder', 'show-folder'],
  'other-account': ['folder'],
  stopped: ['try-again'],
  defect: ['try-again', 'report'],
};

const certificateChoice: Ways = ['certificate', 'try-again'];

/** Where the sentence of a code says something else than its kind usually does. */
const ofCode: Partial<Readonly<Record<FailureCode, Ways>>> = {
  'path-too-long': ['folder', 'try-again'],
  'archive-folder-missing': ['locate', 'try-again'],
  'disk-full-listing-messages': ['try-again'],
  'list-not-updated': ['try-again'],
  'disk-full-indexing': ['try-again'],
  'index-not-made': ['try-again'],
  'link-in-archive': ['show-folder', 'try-again'],
  'not-a-regular-file': ['show-folder', 'try-again'],
  'damaged-plan': ['show-folder', 'try-again'],
  'not-a-file': [],
  'path-gone': ['folder'],
  'file-not-opened': [],
  'folder-not-allowed': ['folder'],
  'bad-folder-name': [],
  'account-not-recognised': ['folder', 'try-again'],
  'account-may-have-moved': ['folder'],
  'no-archive': ['folder'],
  'archive-of-later-version': ['try-again'],
  'uidvalidity-file-unreadable': ['show-folder', 'try-again'],
  'part-no-longer-read': [],
  'message-gone': [],
  'attachment-gone': [],
  'not-a-message-file': [],
  'pdf-not-made': [],
  'not-printed': ['try-again'],
  'opened-file-unreadable': [],
  'no-such-attachment': [],
  'no-mailboxes': ['try-again'],
  'no-uidvalidity': [],
  'bad-uidvalidity': [],
  'mailbox-renumbered': ['archive'],
  'mailbox-change-refused': [],
  'mailbox-changed-meanwhile': [],
  'server-not-genuine': ['server'],
  'no-way-to-sign-in': ['server'],
  'no-way-to-sign-in-unencrypted': ['server'],
  'login-not-understood': ['server'],
  'password-needed': ['password'],
  'sign-in-cancelled': ['signIn'],
  'sign-in-ended': ['signIn'],
  'issuer-mismatch': ['signIn'],
  'redirect-not-understood': [],
  'redirect-of-other-sign-in': [],
  'no-provider-sign-in': ['password'],
  'client-id-needed': ['client', 'signIn'],
  'client-id-refused': ['client', 'signIn'],
  'no-device-code': ['signIn'],
  'cannot-listen-for-sign-in': ['signIn', 'try-again'],
  'provider-not-reached': ['try-again'],
  'provider-unavailable': ['try-again'],
  'sign-in-being-renewed': ['try-again'],
  'user-name-not-sendable': ['server'],
  'password-not-sendable': ['password'],
  'not-a-greeting': ['server'],
  'greeting-of-pop3': ['inbox-only', 'server'],
  'greeting-of-imap': ['all-folders', 'server'],
  'not-a-pop3-greeting': ['server'],
  'maildrop-in-use': ['try-again'],
  'maildrop-unavailable': ['try-again'],
  'top-not-offered': [],
  'turned-away': ['try-again'],
  'starttls-refused': ['server'],
  'starttls-not-offered': ['server'],
  'bytes-before-encryption': ['server'],
  'tls-too-old': [],
  'not-tls': ['server'],
  'tls-hung-up': ['server'],
  'tls-failed': ['server'],
  'tls-hung-up-in-app': ['server'],
  'tls-failed-in-app': ['server'],
  'tls-too-old-in-app': ['server'],
  'certificate-file-unreadable': certificateChoice,
  'certificate-file-damaged': certificateChoice,
  'certificate-file-empty': certificateChoice,
  'certificate-folder-unreadable': certificateChoice,
  'certificate-of-other-name': ['server'],
  'certificate-expired': ['try-again'],
  'issuer-certificate-expired': ['try-again'],
  'certificate-not-yet-valid': ['try-again'],
  'issuer-certificate-not-yet-valid': ['try-again'],
  'certificate-chain-refused': ['try-again'],
  'reading-took-too-long': [],
  closing: [],
  'account-gone': ['set-up'],
  'damaged-accounts-file': ['set-up'],
  'damaged-passwords-file': [],
  'damaged-clients-file': ['signIn'],
  'later-clients-file': [],
  'damaged-settings-file': [],
  'damaged-server-password-file': [],
  'later-accounts-file': [],
  'later-passwords-file': [],
  'later-settings-file': [],
  'later-server-password-file': [],
  'unknown-call': ['reload'],
  'bad-input': ['report'],
  'no-report-yet': ['archive'],
  'nothing-running': ['archive'],
  'cannot-listen': [],
  'port-taken': [],
  'not-signed-in': ['reload'],
  'not-reached': ['try-again'],
  'answer-not-understood': ['reload'],
};

interface Told {
  readonly kind: string;
  readonly code?: string | undefined;
}

/** The ways out of a failure that its sentence names; none that another version's sentence may not name. */
export function waysOf({ kind, code }: Told): Ways {
  if (isFailureCode(code) && ofCode[code] !== undefined) return ofCode[code];
  return isKind(kind) ? ofKind[kind] : [];
}

function isKind(kind: string): kind is FailureKind {
  return Object.hasOwn(ofKind, kind);
}
