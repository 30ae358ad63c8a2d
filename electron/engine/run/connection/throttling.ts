import { englishOf } from '../../../../shared/i18n/failure-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import { MailstowError } from '../../errors.ts';
import { isPutOff } from '../../session/login/put-off.ts';

/** A server that says "not now" and means everything, not the one command. */
export interface Throttling {
  /** The whole account is held back; else it may be this mailbox alone. */
  readonly ofAccount: boolean;
  /** Milliseconds the server asks for, where it says so. */
  readonly suggested?: number;
  /** Another session of the account has to end first: waited for as long as the person's patience lasts. */
  readonly isLocked?: boolean;
}

const firstWait = 5_000;
/** Exchange asks for up to five minutes; anyone who asks for more than this has stopped for the day. */
const longestWait = 300_000;
/** Other programs have a maildrop for seconds or minutes. */
const longestLockWait = 30_000;
/** 5, 10, 20 … 160 seconds: about five minutes in all where the server names no time. */
const mostWaits = 6;

/**
 * Whether a failure means that the server wants a pause.
 * @returns undefined for any other failure
 */
export function throttled({ serverText = '', scope, kind }: Failure): Throttling | undefined {
  const suggested = quirkSuggestedBackoff(serverText);
  if (suggested !== undefined) return { ofAccount: true, suggested };
  if (quirkBandwidthLimit(serverText) || quirkTooManyConnections(serverText)) {
    return { ofAccount: true };
  }
  if (kind === 'login-refused' && isPutOff(serverText)) {
    return { ofAccount: false, isLocked: isLocked(serverText) };
  }
  // RFC 5530 section 3. Of a FETCH these codes speak of a message (MailKit#358), which is isolated instead.
  const isUnavailable = scope !== 'message' && /^\[(UNAVAILABLE|INUSE)\b/i.test(serverText);
  return isUnavailable ? { ofAccount: false } : undefined;
}

/** POP3 gives a maildrop to one session at a time (RFC 2449 section 8.1.2). */
function isLocked(serverText: string): boolean {
  return /^\[IN-USE\b/i.test(serverText);
}

/** Whether the server puts off one mailbox, and nothing else. */
export function isMailboxPutOff(failure: Failure): boolean {
  return failure.scope === 'mailbox' && throttled(failure)?.ofAccount === false;
}

/** Outlook: "Request is throttled. Suggested Backoff Time: N milliseconds", NO or BAD; imapsync#198, email-oauth2-proxy#191. */
function quirkSuggestedBackoff(text: string): number | undefined {
  const milliseconds = /suggested backoff time:?\s*(\d{1,9})\s*milliseconds/i.exec(text)?.[1];
  return milliseconds === undefined ? undefined : Number(milliseconds);
}

/** Gmail: "Account exceeded command or bandwidth limits" (chatwoot#6082); [THROTTLED] of Yahoo and others. */
function quirkBandwidthLimit(text: string): boolean {
  return (
    /^\[THROTTLED\b|request is throttled/i.test(text) ||
    /exceeded[^.]*\b(command|bandwidth|rate)\b|\b(bandwidth|rate) limit/i.test(text)
  );
}

/** Gmail's 15 connections (imapsync#61), Dovecot's cap for a user and address (imap-backup#123). */
function quirkTooManyConnections(text: string): boolean {
  return /too many (simultaneous )?(connections|sessions)|maximum number of connections/i.test(
    text,
  );
}

/**
 * Milliseconds to wait for the `attempt`-th time (from 1 on) in a row without progress; undefined when
 * it is time to give up. Doubles each time where the server names no time.
 */
export function waitWhenThrottled(
  attempt: number,
  { suggested, isLocked: isWaitedFor = false }: Throttling,
): number | undefined {
  if (isWaitedFor) return Math.min(firstWait * 2 ** (attempt - 1), longestLockWait);
  if (attempt > mostWaits) return undefined;
  return Math.min(suggested ?? firstWait * 2 ** (attempt - 1), longestWait);
}

/** The failure that ends it when waiting has not helped. */
export function waitedInVain(error: MailstowError, { ofAccount }: Throttling): MailstowError {
  if (!ofAccount || error.kind === 'login-refused') return error;
  const code = 'account-held-back';
  const failure = { ...error.failure, scope: 'account', code, ...englishOf(code) } as const;
  return new MailstowError(failure, { cause: error });
}
