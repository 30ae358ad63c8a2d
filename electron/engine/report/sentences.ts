import type { OtherMailbox, Selection } from '../../../shared/model/mailbox.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import type { MailboxSum, Period } from '../../../shared/model/verdict.ts';
import type { ReportWords } from './report-words.ts';

/** Whose mail it is; by POP3 the server gives out no other folders. */
export function accountName(
  { say }: ReportWords,
  { protocol, ...account }: CompletenessReport['account'],
): string {
  return say(protocol === 'pop3' ? 'inboxOn' : 'accountOn', account);
}

/** Spam, Trash and 3 more folders */
export function listed({ say }: ReportWords, { names, mailboxes }: MailboxSum): string {
  const rest = mailboxes - names.length;
  const [first = '', ...others] =
    rest === 0 ? names : [...names, say('list.more', { count: rest })];
  return others.reduce(
    (some, next, at) => say(at === others.length - 1 ? 'list.last' : 'list.next', { some, next }),
    first,
  );
}

/** What this run brought. */
export function news(
  { say, size, day }: ReportWords,
  count: number,
  bytes: number,
  period: Period | undefined,
): string {
  const values = { count, size: size(bytes) };
  if (period === undefined) return say('news', values);
  return say('newsOfPeriod', { ...values, from: day(period.oldest), to: day(period.newest) });
}

export function leftOut(words: ReportWords, sum: MailboxSum): string {
  const folders = listed(words, sum);
  return sum.messages === 0
    ? words.say('emptyFoldersLeftOut', { folders })
    : words.say('foldersLeftOut', { folders, count: sum.messages });
}

/** What was asked for where that is not simply everything; '' where it is. */
export function selection({ say, size, day }: ReportWords, asked: Selection): string {
  const { receivedSince, receivedBefore, largerThan, smallerThan } = asked;
  const [first, ...others] = [
    asked.unseenOnly && say('limits.unread'),
    receivedSince !== undefined && say('limits.since', { day: day(receivedSince) }),
    receivedBefore !== undefined && say('limits.before', { day: day(receivedBefore) }),
    largerThan !== undefined && say('limits.larger', { size: size(largerThan) }),
    smallerThan !== undefined && say('limits.smaller', { size: size(smallerThan) }),
  ].filter(limit => limit !== false);
  if (first === undefined) return asked.headersOnly ? say('onlyHeaders') : '';
  const limits = others.reduce(
    (some, next) => say('limits.both', { first: some, second: next }),
    first,
  );
  return say(asked.headersOnly ? 'onlyHeadersOf' : 'onlyMessages', { limits });
}

/** A folder that the run did not archive, and why. */
export function otherFolder({ say }: ReportWords, other: OtherMailbox): string {
  const { mailbox, reason, messages } = other;
  const values = { folder: mailbox || say('withoutName'), reason: say(`reasons.${reason}`) };
  return messages === undefined
    ? say('otherFolder', values)
    : say('otherFolderOf', { ...values, count: messages });
}
