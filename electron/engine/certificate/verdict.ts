import type { Certificate } from '../../../shared/model/certificate.ts';
import type { Selection } from '../../../shared/model/mailbox.ts';
import { totals } from './totals.ts';
import { counted, day, number, printable, size } from './words.ts';

/** What a certificate says before any number. */
export interface Verdict {
  readonly state: 'complete' | 'incomplete' | 'unfinished';
  readonly title: string;
  /** One sentence each. */
  readonly sentences: readonly string[];
}

/** Whether a run archived all it was asked for and came to its end. */
export function isComplete({
  mailboxes,
  notReached,
  problems,
  ended,
}: Pick<Certificate, 'mailboxes' | 'notReached' | 'problems' | 'ended'>): boolean {
  const { missing, unnamed } = totals(mailboxes);
  return (
    ended === undefined &&
    notReached.length === 0 &&
    problems.length === 0 &&
    missing + unnamed === 0
  );
}

export function verdict(certificate: Certificate): Verdict {
  const { ended, mailboxes } = certificate;
  const { selected, archived } = totals(mailboxes);
  if (certificate.complete) {
    const all = selected === 1 ? 'The one message' : `All ${number(selected)} messages`;
    const what = `${all} asked for in ${counted(mailboxes.length, 'folder')}`;
    return {
      state: 'complete',
      title: 'Complete',
      sentences: [
        selected === 0
          ? 'There was no message to archive, and nothing is missing.'
          : `${what} ${selected === 1 ? 'is' : 'are'} in the archive. Nothing is missing.`,
        ...leftOut(certificate),
      ],
    };
  }
  const known =
    mailboxes.length === 0
      ? 'It did not come to the end of any folder.'
      : `${counted(mailboxes.length, 'folder')} finished: ${number(archived)} of ${counted(selected, 'message')} asked for are in the archive.`;
  if (ended === undefined) {
    return {
      state: 'incomplete',
      title: 'Not complete',
      sentences: [known, ...shortcomings(certificate), ...leftOut(certificate)],
    };
  }
  return {
    state: 'unfinished',
    title: 'Not finished',
    sentences: [
      `The run ended early: ${printable(ended.message)}`,
      printable(ended.nextStep),
      known,
      ...shortcomings(certificate),
      ...leftOut(certificate),
    ],
  };
}

function shortcomings({ mailboxes, notReached, problems }: Certificate): string[] {
  const { missing, unnamed } = totals(mailboxes);
  const said: string[] = [];
  if (missing > 0) {
    said.push(`${counted(missing, 'message')} ${missing === 1 ? 'is' : 'are'} missing; see below.`);
  }
  if (unnamed > 0) {
    said.push(
      `The server counts ${counted(unnamed, 'message')} more than it names; nobody can fetch what it does not name.`,
    );
  }
  const failed = problems.filter(({ scope }) => scope === 'mailbox').length;
  if (failed > 0) said.push(`${counted(failed, 'folder')} could not be archived; see below.`);
  if (notReached.length > 0) {
    said.push(`The run did not finish ${counted(notReached.length, 'folder')}; see below.`);
  }
  return said;
}

function leftOut({ mailboxes, selection }: Certificate): string[] {
  const { excluded } = totals(mailboxes);
  const asked = describeSelection(selection);
  const left =
    excluded === 0
      ? ''
      : ` ${counted(excluded, 'message')} on the server ${excluded === 1 ? 'was' : 'were'} left out by that choice.`;
  return asked === '' ? [] : [`${asked}${left}`];
}

/** What was asked for where that is not simply everything; '' where it is. */
function describeSelection(selection: Selection): string {
  const { receivedSince, receivedBefore, largerThan, smallerThan } = selection;
  const limits = [
    selection.unseenOnly ? 'unread' : '',
    receivedSince === undefined ? '' : `received on ${day(receivedSince)} or later`,
    receivedBefore === undefined ? '' : `received before ${day(receivedBefore)}`,
    largerThan === undefined ? '' : `larger than ${size(largerThan)}`,
    smallerThan === undefined ? '' : `smaller than ${size(smallerThan)}`,
  ].filter(limit => limit !== '');
  const what = selection.headersOnly ? 'the headers of messages' : 'messages';
  if (limits.length === 0) {
    return selection.headersOnly ? 'Asked for were the headers alone, not the whole messages.' : '';
  }
  return `Asked for were only ${what} that are ${limits.join(' and ')}.`;
}
