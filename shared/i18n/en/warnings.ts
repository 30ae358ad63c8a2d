/**
 * What a person should know although nothing failed, in English. Each key is the code of a warning, see `warning-of.ts`;
 * {{message}} and {{nextStep}} are those of the failure that it tells of.
 */
export const warnings = {
  // The server and the connection.
  'server-says': 'The server says: {{text}}',
  'answer-skipped': 'One of the server’s answers could not be read and was skipped: {{reason}}',
  'certificate-expires':
    'The server’s certificate expires on {{date}}. If its administrator does not renew it, Mailstow will not connect any more.',
  'certificate-damaged': 'A damaged certificate in {{folder}} was skipped.',
  'certificate-folder-empty': 'The certificate folder {{folder}} contains no certificate.',
  'file-without-certificate': '{{path}} was skipped: it contains no certificate.',
  'certificate-file-skipped': '{{path}} was skipped: {{reason}}.',
  'fewer-connections': 'continuing with fewer connections: {{message}}',
  'fewer-connections-server':
    'continuing with fewer connections: {{message}} The server says: {{serverText}}',
  // The account and its mailboxes.
  'account-renamed':
    'The account was {{held}} on {{heldHost}} until now, and is {{user}} on {{host}} from now on: {{found, number}} of {{sampled, number}} messages compared are the same',
  'pattern-unused': 'no mailbox matches "{{pattern}}"',
  'mailbox-renamed_one':
    '{{count, number}} message of {{mailbox}} was in {{former}} before; its file stays there and was not downloaded again',
  'mailbox-renamed_other':
    '{{count, number}} messages of {{mailbox}} were in {{former}} before; their files stay there and were not downloaded again',
  'messages-unlisted':
    'the server says that {{mailbox}} has {{onServer, number}} messages, but lists only {{listed, number}} of them',
  'no-lasting-numbers':
    'The server gives {{mailbox}} no permanent numbering (UIDVALIDITY 0), so every run recognises its messages by their content',
  'numbers-reused':
    '{{mailbox}}: the server has different messages under numbers that are archived already (UID {{uids}}); it may have been restored from a backup. Its messages are archived too, and the earlier files are kept under superseded',
  'copies-not-recognised':
    '{{mailbox}}: the server did not say how to recognise its messages; those that are in other folders too are saved there again',
  'cut-short_one':
    '{{mailbox}}: {{count, number}} message is shorter than the server says; saved as sent (bytes sent/announced: {{named}})',
  'cut-short_other':
    '{{mailbox}}: {{count, number}} messages are shorter than the server says; saved as sent (bytes sent/announced: {{named}})',
  // Files of the archive.
  'uidvalidity-line-missing':
    '{{mailbox}}: .uidvalidity no longer had a line for it; it was written again',
  'uidvalidity-differs':
    '{{mailbox}}: .uidvalidity says {{listed}}, the journal says {{recorded}}; Mailstow compares the messages with the server’s',
  'journal-unreadable_one':
    '{{count, number}} line of the journal of {{mailbox}} could not be read; every file was checked and kept.',
  'journal-unreadable_other':
    '{{count, number}} lines of the journal of {{mailbox}} could not be read; every file was checked and kept.',
  'files-added_one':
    '{{mailbox}}: {{count, number}} file was not in the journal; compared with the server and added',
  'files-added_other':
    '{{mailbox}}: {{count, number}} files were not in the journal; compared with the server and added',
  'files-replaced_one':
    '{{mailbox}}: {{count, number}} file was not what the name says; downloaded again, with the old content kept under superseded',
  'files-replaced_other':
    '{{mailbox}}: {{count, number}} files were not what the name says; downloaded again, with the old content kept under superseded',
  'files-lost_one':
    '{{mailbox}}: {{count, number}} file was deleted or renamed since the last run; downloaded again',
  'files-lost_other':
    '{{mailbox}}: {{count, number}} files were deleted or renamed since the last run; downloaded again',
  'files-changed_one':
    '{{count, number}} file of {{mailbox}} changed since it was stored: fetched again where the server still has it, with what is there now kept in {{folder}}.',
  'files-changed_other':
    '{{count, number}} files of {{mailbox}} changed since it was stored: fetched again where the server still has it, with what is there now kept in {{folder}}.',
  'names-refused_one':
    "A line of {{path}} did not come from Mailstow and would lead out of a mailbox's own folder; not used.",
  'names-refused_other':
    "{{count, number}} lines of {{path}} did not come from Mailstow and would lead out of a mailbox's own folder; not used.",
  'names-lost_one':
    '{{count, number}} message file is saved under a shortened name ({{name}}), and Mailstow doesn’t know yet which folder on the server that is; the next run that archives the folder finds out',
  'names-lost_other':
    '{{count, number}} message files are saved under a shortened name ({{name}}), and Mailstow doesn’t know yet which folder on the server that is; the next run that archives the folder finds out',
  'more-names-lost_one':
    '{{count, number}} message file is saved under a shortened name ({{name}} and {{more, number}} more), and Mailstow doesn’t know yet which folder on the server that is; the next run that archives the folder finds out',
  'more-names-lost_other':
    '{{count, number}} message files are saved under a shortened name ({{name}} and {{more, number}} more), and Mailstow doesn’t know yet which folder on the server that is; the next run that archives the folder finds out',
  'made-private':
    'Other users of this computer could read the mail in {{folder}}; it is private now (use --shared-folder to keep it shared)',
  'names-visible':
    'Other users of this computer can see the names of the files in {{folder}}, but not the mail; to hide the names too, run "chmod 700" on the folder',
  'not-in-history': '{{message}} {{nextStep}}',
  // What is kept beside the messages.
  'rows-refused_one': 'A row of index.csv is not as Mailstow writes them; not used.',
  'rows-refused_other':
    '{{count, number}} rows of index.csv are not as Mailstow writes them; not used.',
  'extras-name-taken':
    'A mailbox of this archive is called {{folder}}; index.csv and the label folders need that name and were not written',
  'no-hard-links':
    'This disk has no hard links, so labels cannot be folders here; index.csv lists the labels of every message',
  'labels-not-linked_one':
    '{{count, number}} message is not in the folder of a label: another file has the name there, or the disk takes no more links',
  'labels-not-linked_other':
    '{{count, number}} messages are not in the folder of a label: another file has the name there, or the disk takes no more links',
  'extras-failed': '{{folder}} could not be brought up to date: {{message}}',
  'extras-refused': '{{folder}} could not be brought up to date: {{reason}}',
  // Deletion on a POP3 server.
  'server-deletes-at-once':
    'This server deletes messages as soon as they were downloaded and the session ends in the ordinary way; Mailstow ends it otherwise, so that they stay',
  'server-deletes_one':
    'This server deletes messages by itself, {{count, number}} day after they came or were downloaded',
  'server-deletes_other':
    'This server deletes messages by itself, {{count, number}} days after they came or were downloaded',
  'deletion-put-off_one':
    '{{count, number}} file is not as saved; not deleted on the server, and downloaded again by the next run',
  'deletion-put-off_other':
    '{{count, number}} files are not as saved; not deleted on the server, and downloaded again by the next run',
  'deleted-after-a-day_one':
    '{{count, number}} message deleted on the server, as you chose (after 1 day); the list is in .mailstow/deleted.jsonl',
  'deleted-after-a-day_other':
    '{{count, number}} messages deleted on the server, as you chose (after 1 day); the list is in .mailstow/deleted.jsonl',
  'deleted-after-days_one':
    '{{count, number}} message deleted on the server, as you chose (after {{days, number}} days); the list is in .mailstow/deleted.jsonl',
  'deleted-after-days_other':
    '{{count, number}} messages deleted on the server, as you chose (after {{days, number}} days); the list is in .mailstow/deleted.jsonl',
  'deletion-unclear': 'The server did not delete all messages it was asked to ({{serverText}})',
  'deletion-refused_one': 'The server refused to delete {{count, number}} message',
  'deletion-refused_other': 'The server refused to delete {{count, number}} messages',
} as const;
