import type { OtherReason, Selection } from '../../../shared/model/mailbox.ts';
import type { MailboxSum } from '../../../shared/model/verdict.ts';
import type { ReportWords } from './report-words.ts';
import { counted, day, moment, number, size } from './words.ts';

export const english: ReportWords = {
  language: 'en',
  number,
  moment,

  heading: 'Mailstow completeness report',
  complete: 'Complete',
  incomplete: 'Not complete',
  unfinished: 'Not finished',
  pageTitle: (title, user, host) => `${title}: the archive of ${user} on ${host}`,

  nothingAsked: 'There was no message to archive, and nothing is missing.',
  allArchived(messages, folders) {
    const all = messages === 1 ? 'The one message' : `All ${number(messages)} messages`;
    const are = messages === 1 ? 'is' : 'are';
    return `${all} asked for in ${counted(folders, 'folder')} ${are} in the archive. Nothing is missing.`;
  },
  news(messages, bytes, period) {
    const are = messages === 1 ? 'is' : 'are';
    const when =
      period === undefined ? '' : `, received from ${day(period.oldest)} to ${day(period.newest)}`;
    return `${counted(messages, 'message')} ${are} new (${size(bytes)})${when}.`;
  },
  noFolderFinished: 'It did not come to the end of any folder.',
  finished: (folders, archived, selected) =>
    `${counted(folders, 'folder')} finished: ${number(archived)} of ${counted(selected, 'message')} asked for are in the archive.`,
  endedEarly: message => `The run ended early: ${message}`,
  stopped: (archived, selected) =>
    `You stopped archiving. ${number(archived)} of ${counted(selected, 'message')} are saved.`,
  missing: messages => `${counted(messages, 'message')} ${messages === 1 ? 'is' : 'are'} missing.`,
  unnamed: messages =>
    `The server counts ${counted(messages, 'message')} more than it names; nobody can fetch what it does not name.`,
  failed: folders => `${counted(folders, 'folder')} could not be archived.`,
  notFinished: folders => `The run did not finish ${counted(folders, 'folder')}.`,
  selection,
  leftOut: messages =>
    `${counted(messages, 'message')} on the server ${messages === 1 ? 'was' : 'were'} left out by that choice.`,

  foldersLeftOut({ messages, ...folders }) {
    const what = messages === 0 ? '' : `${counted(messages, 'message')} in `;
    const were = messages === 1 || (messages === 0 && folders.mailboxes === 1) ? 'was' : 'were';
    return `${what}${listed(folders)} ${were} left out, as you chose.`;
  },
  foldersShared: folders =>
    `Shared folders were not archived, because you did not ask for them: ${listed(folders)}.`,
  foldersKept: ({ messages, ...folders }) =>
    `Kept from folders that are no longer on the server: ${counted(messages, 'message')} of ${listed(folders)}.`,

  account: 'Account',
  accountOn: (user, host) => `${user} on ${host}`,
  archive: 'Archive',
  started: 'Started',
  ended: 'Ended',
  thisRun: 'This run',
  written(files, bytes, renamed) {
    const again = renamed === 0 ? '' : `; ${counted(renamed, 'file')} renamed`;
    return `${counted(files, 'file')} written, ${size(bytes)}${again}`;
  },
  madeBy: 'Made by',

  folderByFolder: 'Folder by folder',
  folder: 'Folder',
  onServer: 'On the server',
  excluded: 'Left out by your options',
  selected: 'Asked for',
  archived: 'In the archive',
  lacking: 'Missing',
  gone: 'Kept, no longer on the server',
  folders: count => counted(count, 'folder'),
  notNamed: messages => `${number(messages)} not named`,
  elsewhere: messages => `${number(messages)} stored in another folder`,
  countsNote: 'Counts of messages. A message that the server deleted stays in the archive.',
  details: 'Details',

  notReached: 'Not finished by this run',
  notReachedNote:
    'The run did not come to the end of these folders. What was archived of them is still there, and the next run goes on.',

  otherFolders: 'Folders that this run did not archive',
  otherFolder(reason, messages) {
    const count = messages === undefined ? '' : `, ${counted(messages, 'message')}`;
    return `${reasons[reason]}${count}`;
  },
  withoutName: '(no name)',

  toKnow: 'What you should know',
  wentWrong: 'What went wrong',
  theAccount: 'The account',
  message: uid => `Message ${uid}.`,
  keptIn: 'What the server sent is kept in',
  serverWords: 'The server’s words:',
  kind: 'Kind:',
  failure: ({ message, nextStep }) => ({ message, nextStep }),
};

const reasons: Readonly<Record<OtherReason, string>> = {
  'left-out': 'left out, as you chose',
  shared: 'shared by others, not asked for',
  nameless: 'the server gives it no name, so nothing can open it',
  unreadable: 'the server’s line about it cannot be read',
  failed: 'could not be archived',
  'no-longer-listed': 'no longer on the server; what was archived is kept',
};

/** Spam, Trash and 3 more folders */
function listed({ names, mailboxes }: Omit<MailboxSum, 'messages'>): string {
  const rest = mailboxes - names.length;
  const all = rest === 0 ? names : [...names, counted(rest, 'more folder')];
  const [last = '', ...others] = [...all].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

function selection(asked: Selection): string {
  const { receivedSince, receivedBefore, largerThan, smallerThan } = asked;
  const limits = [
    asked.unseenOnly ? 'unread' : '',
    receivedSince === undefined ? '' : `received on ${day(receivedSince)} or later`,
    receivedBefore === undefined ? '' : `received before ${day(receivedBefore)}`,
    largerThan === undefined ? '' : `larger than ${size(largerThan)}`,
    smallerThan === undefined ? '' : `smaller than ${size(smallerThan)}`,
  ].filter(limit => limit !== '');
  const what = asked.headersOnly ? 'the headers of messages' : 'messages';
  if (limits.length === 0) {
    return asked.headersOnly ? 'Asked for were the headers alone, not the whole messages.' : '';
  }
  return `Asked for were only ${what} that are ${limits.join(' and ')}.`;
}
