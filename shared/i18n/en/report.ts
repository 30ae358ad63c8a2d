/** The completeness report, in English. */
export const report = {
  heading: 'Mailstow completeness report',
  complete: 'Complete',
  incomplete: 'Not complete',
  unfinished: 'Not finished',
  pageTitle: '{{title}}: the archive of {{user}} on {{host}}',

  nothingAsked: 'There was no message to archive, and nothing is missing.',
  allArchived_one:
    'The one message asked for in {{folders}} is in the archive. Nothing is missing.',
  allArchived_other:
    'All {{count, number}} messages asked for in {{folders}} are in the archive. Nothing is missing.',
  news_one: '{{count, number}} message is new ({{size}}).',
  news_other: '{{count, number}} messages are new ({{size}}).',
  newsOfPeriod_one:
    '{{count, number}} message is new ({{size}}), received from {{from}} to {{to}}.',
  newsOfPeriod_other:
    '{{count, number}} messages are new ({{size}}), received from {{from}} to {{to}}.',
  noFolderFinished: 'No folder was finished.',
  finished_one:
    '{{folders}} finished: {{archived, number}} of {{count, number}} message asked for is in the archive.',
  finished_other:
    '{{folders}} finished: {{archived, number}} of {{count, number}} messages asked for are in the archive.',
  endedEarly: 'The run ended early: {{message}}',
  stopped_one:
    'You stopped archiving. {{archived, number}} of {{count, number}} message are saved.',
  stopped_other:
    'You stopped archiving. {{archived, number}} of {{count, number}} messages are saved.',
  missing_one: '{{count, number}} message is missing.',
  missing_other: '{{count, number}} messages are missing.',
  unnamed_one:
    'The server counts {{count, number}} message more than it names; nobody can fetch what it does not name.',
  unnamed_other:
    'The server counts {{count, number}} messages more than it names; nobody can fetch what it does not name.',
  failed_one: '{{count, number}} folder could not be archived.',
  failed_other: '{{count, number}} folders could not be archived.',
  notFinished_one: 'The run did not finish {{count, number}} folder.',
  notFinished_other: 'The run did not finish {{count, number}} folders.',

  onlyHeaders: 'Asked for were the headers alone, not the whole messages.',
  onlyMessages: 'Asked for were only messages that are {{limits}}.',
  onlyHeadersOf: 'Asked for were only the headers of messages that are {{limits}}.',
  limits: {
    unread: 'unread',
    since: 'received on {{day}} or later',
    before: 'received before {{day}}',
    larger: 'larger than {{size}}',
    smaller: 'smaller than {{size}}',
    both: '{{first}} and {{second}}',
  },
  leftOut_one: '{{count, number}} message on the server was left out by that choice.',
  leftOut_other: '{{count, number}} messages on the server were left out by that choice.',
  foldersLeftOut_one: '{{count, number}} message in {{folders}} was left out, as you chose.',
  foldersLeftOut_other: '{{count, number}} messages in {{folders}} were left out, as you chose.',
  emptyFoldersLeftOut: 'Left out, as you chose: {{folders}}.',
  foldersShared: 'Shared folders were not archived, because you did not ask for them: {{folders}}.',
  foldersKept_one:
    'Kept from folders that are no longer on the server: {{count, number}} message of {{folders}}.',
  foldersKept_other:
    'Kept from folders that are no longer on the server: {{count, number}} messages of {{folders}}.',
  list: {
    next: '{{some}}, {{next}}',
    last: '{{some}} and {{next}}',
    more_one: '{{count, number}} more folder',
    more_other: '{{count, number}} more folders',
  },

  account: 'Account',
  accountOn: '{{user}} on {{host}}',
  archive: 'Archive',
  started: 'Started',
  ended: 'Ended',
  moment: '{{day}} at {{time}} UTC',
  thisRun: 'This run',
  written_one: '{{count, number}} file written, {{size}}',
  written_other: '{{count, number}} files written, {{size}}',
  renamed_one: '{{count, number}} file renamed',
  renamed_other: '{{count, number}} files renamed',
  madeBy: 'Made by',

  folderByFolder: 'Folder by folder',
  folder: 'Folder',
  onServer: 'On the server',
  excluded: 'Left out by your options',
  selected: 'Asked for',
  archived: 'In the archive',
  missingColumn: 'Missing',
  gone: 'Kept, no longer on the server',
  folders_one: '{{count, number}} folder',
  folders_other: '{{count, number}} folders',
  notNamed: '{{messages, number}} not named',
  elsewhere: '{{messages, number}} stored in another folder',
  countsNote: 'Counts of messages. A message that the server deleted stays in the archive.',
  details: 'Details',
  /** The narrow columns of the text file. */
  columns: {
    onServer: 'On server',
    excluded: 'Left out',
    selected: 'Asked for',
    archived: 'Archived',
    elsewhere: 'Elsewhere',
    missing: 'Missing',
    gone: 'No longer on server',
    total: 'Total',
  },

  notReached: 'Not finished by this run',
  notReachedNote:
    'The run did not come to the end of these folders. What was archived of them is still there, and the next run continues from there.',

  otherFolders: 'Folders that this run did not archive',
  reasons: {
    'left-out': 'left out, as you chose',
    shared: 'shared by others, not asked for',
    nameless: 'the server gives it no name, so nothing can open it',
    unreadable: 'the server’s line about it cannot be read',
    failed: 'could not be archived',
    'no-longer-listed': 'no longer on the server; what was archived is kept',
  },
  otherFolder: '{{folder}}: {{reason}}',
  otherFolderOf_one: '{{folder}}: {{reason}}, {{count, number}} message',
  otherFolderOf_other: '{{folder}}: {{reason}}, {{count, number}} messages',
  withoutName: '(no name)',

  toKnow: 'What you should know',
  wentWrong: 'What went wrong',
  theAccount: 'The account',
  message: 'Message {{uid}}.',
  keptIn: 'What the server sent is kept in',
  serverWords: 'The server’s words:',
  kind: 'Kind:',
  sum: {
    onServer: 'on the server',
    archived: 'safe in your archive',
    leftOut: 'left out, as you chose',
    missing: 'missing',
  },
} as const;
