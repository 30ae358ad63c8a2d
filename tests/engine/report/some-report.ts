import { judge } from '../../../electron/engine/report/judge.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';

/** A mailbox of 40 messages that is archived whole, but for the changes. */
export function report(mailbox: string, changes: Partial<MailboxReport> = {}): MailboxReport {
  return {
    mailbox,
    uidValidity: 1662988148,
    onServer: 40,
    unnamed: 0,
    selected: 40,
    archived: 40,
    elsewhere: 0,
    missing: 0,
    gone: 0,
    problems: [],
    ...changes,
  };
}

export const lost: Failure = {
  kind: 'message-not-stored',
  scope: 'message',
  message: 'The server sends nothing for this message.',
  nextStep: 'Look at it in your mail program.',
  serverText: 'NO [SERVERBUG] internal error',
  mailbox: 'INBOX',
  uid: 1717,
  rawPath: '.mailstow/quarantine/INBOX/1717.eml',
};

export function aReport(changes: Partial<CompletenessReport> = {}): CompletenessReport {
  const whole = {
    format: 1 as const,
    mailstow: '0.1.0',
    account: { user: 'accounts@example.org', host: 'imap.example.org' },
    folder: '/mail/archive',
    selection: { headersOnly: false, unseenOnly: false },
    startedAt: Date.UTC(2026, 0, 2, 9, 12),
    finishedAt: Date.UTC(2026, 0, 2, 9, 48),
    stored: 12,
    renamed: 0,
    storedBytes: 123_456,
    mailboxes: [report('INBOX')],
    notReached: [],
    others: [],
    problems: [],
    warnings: [],
    ...changes,
  };
  const verdict = judge({
    ...whole,
    warnings: whole.warnings.length,
    milliseconds: whole.finishedAt - whole.startedAt,
  });
  return { complete: verdict.state === 'complete', verdict, ...whole };
}
