/** What went wrong, in English. */
export const failures = {
  /** One for each code of shared/model/failure-codes.ts: what happened, and what the person can do about it. */
  codes: {
    // Command line, which speaks English alone.
    'wrong-command-line': { message: '{{problem}}', nextStep: '{{advice}}' },
    'credentials-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'The file needs two lines: username = NAME and password = PASSWORD.',
    },
    'variable-without-password': {
      message: 'The environment variable {{name}} is empty or not set.',
      nextStep: 'Set {{name}}, or leave that option out and type the password when asked.',
    },
    'no-terminal-for-password': {
      message: 'Mailstow can’t ask for your password: there is no terminal.',
      nextStep:
        'Use --password-variable NAME, --password-command COMMAND or --auth-file FILE, or save it once: mailstow sign-in ACCOUNT',
    },
    'terminal-gone': {
      message: 'The terminal was closed.',
      nextStep: 'Use --auth-file FILE or --password-variable NAME.',
    },
    'no-password-typed': {
      message: 'You didn’t type a password.',
      nextStep: 'Try again, or use --auth-file FILE or --password-variable NAME.',
    },
    'stopped-at-password': {
      message: 'You stopped before typing the password.',
      nextStep: 'Nothing was changed.',
    },
    'password-command-failed': {
      message: '{{program}} gave no password: {{problem}}.',
      nextStep: 'Run it by hand. It has to print the password on its first line.',
    },
    'keyring-locked': {
      message: 'Your system’s keyring is locked.',
      nextStep:
        'Unlock it and try again. For runs without it, sign in once more with --vault-password-file FILE while it is unlocked.',
    },
    'keyring-not-here': {
      message: 'Your system’s keyring can’t be reached from here.',
      nextStep:
        'Run this in your desktop session. For runs without it, sign in there once more with --vault-password-file FILE.',
    },
    'keyring-without-key': {
      message: 'Your system’s keyring no longer has the key to your saved sign-ins.',
      nextStep: 'Sign in again: mailstow sign-in ACCOUNT',
    },
    'vault-password-needed': {
      message: 'Your saved sign-ins need a password, and there is no terminal to ask for it.',
      nextStep: 'Use --vault-password-variable NAME or --vault-password-file FILE.',
    },
    'vault-password-wrong': {
      message: 'This password doesn’t open your saved sign-ins.',
      nextStep: 'Use the right one. If it is lost, delete {{folder}} and sign in again.',
    },
    'vault-without-password': {
      message: 'Your saved sign-ins have no password; your system’s keyring opens them.',
      nextStep: 'Leave the --vault-password option out, or sign in once more with it to set one.',
    },
    'vault-password-file-open': {
      message: 'Other users of this computer can read {{path}}, so it was not used.',
      nextStep: 'Run: chmod 600 {{path}}',
    },
    'vault-password-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'The file needs the password of your saved sign-ins on its first line.',
    },
    'vault-damaged': {
      message: '{{path}} is damaged: Mailstow can’t read the sign-in that is saved there.',
      nextStep: 'Delete this file, then sign in again: mailstow sign-in ACCOUNT',
    },
    'vault-of-later-version': {
      message: 'A newer version of Mailstow wrote your saved sign-ins.',
      nextStep: 'Install that version or a newer one.',
    },
    'saved-sign-in-unreadable': {
      message:
        'The saved sign-in of {{user}} on {{host}} can’t be opened: it was altered, or its key was replaced.',
      nextStep: 'Sign in again: mailstow sign-in ACCOUNT',
    },
    'saved-sign-in-ended': {
      message: 'The saved sign-in of {{user}} is no longer accepted.',
      nextStep: 'Sign in again: {{command}}',
    },
    'saved-password-refused': {
      message: 'The server refused the saved password of {{user}}.',
      nextStep: 'If it was changed, save the new one: {{command}}',
    },
    'no-saved-sign-in': {
      message: 'There is no saved sign-in for {{account}}.',
      nextStep: 'To make one: mailstow sign-in ACCOUNT',
    },
    'client-id-needed-here': {
      message:
        'This version of Mailstow has no client ID for {{provider}} yet, and {{provider}} accepts no passwords.',
      nextStep: 'Get a client ID of your own from {{from}}, then add --client-id ID.',
    },
    'client-id-or-password-needed': {
      message: 'This version of Mailstow has no client ID for {{provider}} yet.',
      nextStep:
        'Save an app password with --password, or get a client ID of your own from {{from}} and add --client-id ID.',
    },
    'signed-in-as-other-here': {
      message: 'You signed in as {{found}}, not as {{wanted}}. Nothing was saved.',
      nextStep:
        'Sign in again as {{wanted}}. If it’s another name of the same mailbox, add --as {{found}}.',
    },
    'no-report-in-folder': {
      message: 'There is no completeness report in {{folder}}.',
      nextStep: "Archive into it with 'mailstow archive': every run writes a report.",
    },
    'no-good-report-in-folder': {
      message: 'There is no report of a complete run in {{folder}}.',
      nextStep: "Archive into it with 'mailstow archive': every run writes a report.",
    },
    'no-such-attachment': {
      message: 'This message has no attachment {{number}}; it has {{attachments}}.',
      nextStep: 'Leave out --attachment to list them.',
    },
    'verification-stopped': {
      message: 'You stopped the check.',
      nextStep: 'Nothing was changed. Verify again to check everything.',
    },
    'no-server-found': {
      message: 'No mail server was found for {{domain}}.',
      nextStep: 'Ask your provider for the name of its IMAP server, and use --server.',
    },
    'provider-without-imap': {
      message: '{{provider}} offers neither IMAP nor POP3, so Mailstow can’t archive it.',
      nextStep:
        'If another program on this computer makes this mail available by IMAP, use --server.',
    },
    'search-stopped': {
      message: 'You stopped the search.',
      nextStep: 'Nothing was changed.',
    },
    // Folders and files on the disk. `failed-…` say why in {{reason}}.
    'disk-full-using-folder': {
      message: 'The disk is full: Mailstow could not use the folder {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-using-folder': {
      message: 'Mailstow could not use the folder {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-keeping-report': {
      message: 'The disk is full: Mailstow could not save the completeness report in {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-keeping-report': {
      message: 'Mailstow could not save the completeness report in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-keeping-history': {
      message: 'The disk is full: Mailstow could not add to the history in {{path}}.',
      nextStep:
        'Free up some space. The messages are saved; only a line of the history is missing.',
    },
    'failed-keeping-history': {
      message: 'Mailstow could not add to the history in {{path}}: {{reason}}.',
      nextStep:
        'Make the folder writable. The messages are saved; only a line of the history is missing.',
    },
    'disk-full-writing-journal': {
      message: 'The disk is full: Mailstow could not write its journal in {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-writing-journal': {
      message: 'Mailstow could not write its journal in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-storing-messages': {
      message: 'The disk is full: Mailstow could not store messages in the folder.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-storing-messages': {
      message: 'Mailstow could not store messages in the folder: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-keeping-raw-bytes': {
      message: 'The disk is full: Mailstow could not save the raw bytes of a message in {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-keeping-raw-bytes': {
      message: 'Mailstow could not save the raw bytes of a message in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-keeping-server-state': {
      message: 'The disk is full: Mailstow could not save the state of the server in {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-keeping-server-state': {
      message: 'Mailstow could not save the state of the server in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-planning-renames': {
      message:
        'The disk is full: Mailstow could not prepare to rename the stored messages in {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-planning-renames': {
      message: 'Mailstow could not prepare to rename the stored messages in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-renaming-messages': {
      message: 'The disk is full: Mailstow could not rename the stored messages in {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-renaming-messages': {
      message: 'Mailstow could not rename the stored messages in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-writing-file': {
      message: 'The disk is full: Mailstow could not write {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-writing-file': {
      message: 'Mailstow could not write {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-reading': {
      message: 'The disk is full: Mailstow could not read {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-reading': {
      message: 'Mailstow could not read {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-making-folder': {
      message: 'The disk is full: Mailstow could not create the folder {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-making-folder': {
      message: 'Mailstow could not create the folder {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-looking-into-folder': {
      message: 'The disk is full: Mailstow could not list the folder {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-looking-into-folder': {
      message: 'Mailstow could not list the folder {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-saving-profile': {
      message: 'The disk is full: Mailstow could not save the profile {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-saving-profile': {
      message: 'Mailstow could not save the profile {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'disk-full-removing-profile': {
      message: 'The disk is full: Mailstow could not remove the profile {{path}}.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'failed-removing-profile': {
      message: 'Mailstow could not remove the profile {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then try again.',
    },
    'path-too-long': {
      message: 'A file path is too long for this disk.',
      nextStep: 'Move the archive to a folder with a shorter path, then try again.',
    },
    'disk-full-listing-messages': {
      message: 'The disk is full: the message list of {{folder}} is incomplete.',
      nextStep: 'Free up some space and open the list again. The messages themselves are safe.',
    },
    'list-not-updated': {
      message: 'The message list of {{folder}} can’t be updated.',
      nextStep: 'Open it again later. The messages themselves are safe in that folder.',
    },
    'disk-full-indexing': {
      message: 'The disk is full: the search index of {{folder}} is incomplete.',
      nextStep: 'Free up some space and search again. The messages themselves are safe.',
    },
    'index-not-made': {
      message: 'The search index of {{folder}} can’t be updated.',
      nextStep: 'Search again later. The messages themselves are safe in that folder.',
    },
    'link-in-archive': {
      message: '{{path}} is a link. Mailstow doesn’t follow links inside an archive.',
      nextStep: 'Remove the link, or replace it with what it points to, then try again.',
    },
    'not-a-regular-file': {
      message: '{{path}} is not a regular file, so Mailstow won’t open it.',
      nextStep: 'Move it out of the archive or delete it, then try again.',
    },
    'not-a-file': {
      message: '{{path}} already exists and is not a file.',
      nextStep: 'Choose another file name.',
    },
    'path-gone': {
      message: '{{path}} is no longer there.',
      nextStep: 'Check whether the folder was moved or its disk was disconnected.',
    },
    'file-not-opened': {
      message: '{{name}} could not be opened: {{reason}}',
      nextStep: 'Save it, then open it in another app.',
    },
    'folder-not-allowed': {
      message: '{{path}} is outside the folders Mailstow may use here.',
      nextStep: 'Choose a folder inside them, or start Mailstow with another --folder.',
    },
    'bad-folder-name': {
      message: '“{{name}}” can’t be used as a folder name.',
      nextStep: 'Choose a name without slashes.',
    },
    // The archive.
    'other-account': {
      message:
        'The folder {{folder}} already contains the archive of {{held}} on {{heldHost}}, not of {{user}} on {{host}}.',
      nextStep: 'Choose another folder, so the two accounts don’t get mixed up.',
    },
    'archive-of-other-protocol': {
      message: 'The archive in {{folder}} was made by {{held}}, so {{wanted}} can’t add to it.',
      nextStep: 'Use {{held}} for this folder, or choose another one.',
    },
    'account-not-recognised': {
      message:
        'The folder {{folder}} contains the archive of {{held}} on {{heldHost}}, and {{user}} on {{host}} does not have the same mail.',
      nextStep:
        'Choose another folder, so the two accounts don’t get mixed up. If the mail is still being moved to the new server, try again when all of it has arrived.',
    },
    'account-may-have-moved': {
      message:
        'The folder {{folder}} contains the archive of {{held}} on {{heldHost}}. {{user}} on {{host}} has the same mail, so the account may have moved.',
      nextStep:
        'If it did, say so and archive again (in a terminal, add --moved): nothing is downloaded twice. If not, choose another folder.',
    },
    'no-archive': {
      message: 'No Mailstow archive was found in {{folder}}.',
      nextStep: 'Has it been moved? Choose the folder you archived to.',
    },
    'archive-folder-missing': {
      message: 'The archive that was in {{folder}} isn’t there any more.',
      nextStep:
        'If you moved it, tell Mailstow where it is now. If its disk isn’t connected, connect it and try again.',
    },
    'archive-of-profile-missing': {
      message:
        'The archive that was in {{folder}} isn’t there any more; Mailstow didn’t start a new one.',
      nextStep:
        "Connect its disk and try again, or run 'mailstow profile move {{name}} FOLDER' if you moved it. Add --new-archive to download everything again.",
    },
    'folder-silent': {
      message: 'The disk of {{folder}} doesn’t respond.',
      nextStep: 'Check that the disk or network drive is connected, then try again.',
    },
    'archive-of-later-version': {
      message:
        'A newer version of Mailstow made the archive in {{folder}}. This version can read it but not add to it.',
      nextStep: 'Install the latest version, then try again. Nothing was changed.',
    },
    'bad-extension': {
      message: '“{{extension}}” can’t be used as a file ending.',
      nextStep: 'Use a dot and letters or digits, such as .txt or .eml.',
    },
    'folder-in-use': {
      message: 'Another run is using the folder {{folder}}.',
      nextStep: 'Wait until that run has finished, or stop it, then try again.',
    },
    'folder-in-use-by-process': {
      message:
        'Process {{pid}} on {{host}} has been using the folder {{folder}} since {{since}} UTC.',
      nextStep: 'Wait until that run has finished, or stop it, then try again.',
    },
    'starting-already': {
      message: 'This account is already starting.',
      nextStep: 'Wait a moment.',
    },
    'damaged-plan': {
      message: 'The file {{path}} is damaged. It says how to finish a change of UIDVALIDITY.',
      nextStep:
        'Delete it, then try again. Mailstow will compare the mailbox with the server again.',
    },
    'uidvalidity-file-vanished': {
      message: 'The file {{path}} disappeared while it was in use.',
      nextStep: 'Try again. The messages themselves are still there.',
    },
    'uidvalidity-file-unreadable': {
      message: 'The file {{path}} can’t be read ({{reason}}).',
      nextStep: 'Make it readable, then try again.',
    },
    'uidvalidity-line-malformed': {
      message: 'Line {{line}} of {{path}} is not NAME=NUMBER: “{{text}}”.',
      nextStep: 'Correct or remove that line. Mailstow never overwrites a file it can’t read.',
    },
    'uidvalidity-number-too-large': {
      message: 'Line {{line}} of {{path}} has a number above {{largest}}: “{{text}}”.',
      nextStep: 'Correct or remove that line. Mailstow never overwrites a file it can’t read.',
    },
    'uidvalidity-mailbox-twice': {
      message: 'Line {{line}} of {{path}} gives a mailbox a second value: “{{text}}”.',
      nextStep: 'Correct or remove that line. Mailstow never overwrites a file it can’t read.',
    },
    'uidvalidity-line-not-utf8': {
      message: 'Line {{line}} of {{path}} is not UTF-8: “{{text}}”.',
      nextStep: 'Correct or remove that line. Mailstow never overwrites a file it can’t read.',
    },
    'superseded-not-removed': {
      message: 'Some superseded messages of {{mailbox}} could not be removed.',
      nextStep: 'Remove the folder {{folder}} yourself, then try again.',
    },
    'message-file-unreadable': {
      message: 'This message’s file can’t be read. It was moved, renamed or deleted.',
      nextStep:
        'Archive again. If the message is still on the server, it will be downloaded again.',
    },
    'not-a-message-file': {
      message: '{{path}} is a folder, a link, a pipe or a device, not a message file.',
      nextStep: 'Choose a message file.',
    },
    'part-no-longer-read': {
      message: 'This part of the message is no longer being read.',
      nextStep: 'Open the message again.',
    },
    'opened-file-unreadable': {
      message: '{{path}} can’t be read. It’s gone, or you don’t have permission to read it.',
      nextStep: 'Find out where the file is now, and open it from there.',
    },
    'message-gone': {
      message: 'This message is no longer in the archive.',
      nextStep: 'Go back to the list. It shows what is there now.',
    },
    'attachment-gone': {
      message: 'This attachment is no longer in the archive.',
      nextStep: 'Go back to the list. It shows what is there now.',
    },
    // One run.
    'run-stopped': {
      message: 'You stopped archiving.',
      nextStep: 'Everything saved so far is kept. The next run continues where this one stopped.',
    },
    'work-stopped': {
      message: 'You stopped this before it finished.',
      nextStep: 'Start it again to continue where it stopped.',
    },
    'mailbox-line-unreadable': {
      message: 'A folder was not archived: Mailstow can’t read what the server says about it.',
      nextStep:
        'All other folders are archived. Tell the server’s administrator what the server says.',
    },
    'no-mailboxes': {
      message: 'The server lists no mailbox that Mailstow can open.',
      nextStep: 'Try again in a few minutes. Nothing was changed.',
    },
    'no-mailbox-fits': {
      message: 'No mailbox matches your choice.',
      nextStep: 'Check which mailboxes you included and which you left out.',
    },
    'no-uidvalidity': {
      message: 'The server doesn’t say which message numbering (UIDVALIDITY) {{mailbox}} uses.',
      nextStep:
        'Without it, a later run couldn’t tell the messages apart. Ask the server’s administrator.',
    },
    'bad-uidvalidity': {
      message:
        'The server gives {{mailbox}} a message numbering (UIDVALIDITY) that isn’t valid: {{number}}.',
      nextStep:
        'Without it, a later run couldn’t tell the messages apart. Ask the server’s administrator.',
    },
    'mailbox-renumbered': {
      message:
        'The server renumbered {{mailbox}}, so nobody can tell yet which of its messages are archived.',
      nextStep: 'Archive the account, then look again.',
    },
    'renumbered-during-run': {
      message: 'The server renumbered {{mailbox}} while it was being archived.',
      nextStep: 'Try again. Everything saved so far is kept.',
    },
    'account-held-back': {
      message: 'The server is limiting this account, and waiting didn’t help.',
      nextStep: 'Try again later; with some providers, tomorrow. Everything saved so far is kept.',
    },
    'messages-not-named': {
      message: 'The server says that {{mailbox}} has messages, but lists none of them.',
      nextStep: 'Try again later. If it keeps happening, tell the server’s administrator.',
    },
    'message-without-content': {
      message: 'The server sent the message without its content.',
      nextStep: 'All other messages are saved. Archive again to retry this one.',
    },
    'message-refused': {
      message: 'The server refused to send the message.',
      nextStep: 'All other messages are saved. Archive again to retry this one.',
    },
    'message-not-sent': {
      message: 'The server says OK but doesn’t send the message.',
      nextStep: 'All other messages are saved. Archive again to retry this one.',
    },
    'message-breaks-connection': {
      message: 'The connection broke every time Mailstow asked for the message.',
      nextStep: 'All other messages are saved. Archive again to retry this one.',
    },
    'message-too-large-for-disk': {
      message: 'The message is larger than any file the archive’s disk can hold.',
      nextStep:
        'All other messages are saved. To save this one too, keep the archive on a disk that can hold larger files (not FAT32).',
    },
    'message-larger-than-space': {
      message:
        'The server says the message has {{size}} bytes, more than the archive’s disk has room for.',
      nextStep: 'All other messages are saved. Archive again to retry this one.',
    },
    'message-larger-than-any': {
      message: 'The server says the message has {{size}} bytes, more than any message can have.',
      nextStep: 'All other messages are saved. Archive again to retry this one.',
    },
    'announced-more-than-space': {
      message:
        'The server says the message has {{size}} bytes, more than the archive’s disk has room for.',
      nextStep: 'Try again. If it happens twice, the server or a proxy in front of it is at fault.',
    },
    'announced-more-than-any': {
      message: 'The server says the message has {{size}} bytes, more than any message can have.',
      nextStep: 'Try again. If it happens twice, the server or a proxy in front of it is at fault.',
    },
    // What the server answers.
    'no-capabilities': {
      message: 'The server answered CAPABILITY with OK, but didn’t send its capabilities.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    'no-namespaces': {
      message: 'The server answered NAMESPACE with OK, but didn’t send its namespaces.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    'no-message-count': {
      message:
        'The server answered {{command}} with OK, but didn’t say how many messages there are.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    'no-mailbox-status': {
      message: 'The server answered STATUS with OK, but said nothing about the mailbox.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    'no-search-result': {
      message: 'The server answered SEARCH with OK, but didn’t say what it found.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    'too-many-mailboxes': {
      message: 'The server lists more than {{limit}} mailboxes.',
      nextStep:
        'Choose which mailboxes to archive. If there aren’t that many, the server is at fault.',
    },
    'no-answer': {
      message: 'The server did not answer {{command}} within {{seconds}} seconds.',
      nextStep: 'Try again. Nothing is downloaded twice.',
    },
    'server-search-too-long': {
      message: 'The search on the server took more than {{seconds}} seconds, so Mailstow ended it.',
      nextStep: 'Try again, or narrow the search.',
    },
    'server-fell-silent': {
      message: 'The server went silent: nothing arrived for {{seconds}} seconds.',
      nextStep: 'Try again. Nothing is downloaded twice.',
    },
    'endless-answer': {
      message: 'The server keeps sending data but never answers {{command}}.',
      nextStep:
        'Try again. If it keeps happening, the server or a proxy in front of it is at fault.',
    },
    'greeting-of-pop3': {
      message: 'This server offers mail by POP3, not by IMAP.',
      nextStep:
        'Fetch the inbox only, by POP3 (on the command line: --protocol pop3), or check with your provider which server and port are for IMAP.',
    },
    'greeting-of-imap': {
      message: 'This server offers mail by IMAP, not by POP3.',
      nextStep:
        'Fetch all folders, by IMAP, or check with your provider which server and port are for POP3.',
    },
    'not-a-pop3-greeting': {
      message: 'This doesn’t seem to be a POP3 server.',
      nextStep: 'Check the server name, the port, and whether the port needs TLS from the start.',
    },
    'maildrop-in-use': {
      message:
        'Another program is using this mailbox right now, and POP3 lets in only one at a time.',
      nextStep: 'Close the other mail program, or try again in a few minutes.',
    },
    'maildrop-unavailable': {
      message: 'The server can’t open the mailbox.',
      nextStep: 'Read what the server says. Try again later, or ask your provider.',
    },
    'new-connection-wanted': {
      message: 'The server wants a new connection before it sends some of the messages.',
      nextStep: 'Try again. Nothing is downloaded twice.',
    },
    'top-not-offered': {
      message: 'This server can’t send the headers of a message alone.',
      nextStep: 'Archive whole messages, or use IMAP if your provider offers it.',
    },
    'not-by-pop3': {
      message: 'POP3 has no way to do this: {{option}}.',
      nextStep: 'Leave it out, or use IMAP if your provider offers it.',
    },
    'not-a-greeting': {
      message: 'This doesn’t seem to be an IMAP server.',
      nextStep: 'Check the server name, the port, and whether the port needs TLS from the start.',
    },
    'turned-away': {
      message: 'The server rejected the connection.',
      nextStep: 'Read what the server says. Trying again later often helps.',
    },
    'answer-without-command': {
      message: 'The server sent an answer that Mailstow didn’t ask for.',
      nextStep:
        'Try again. If it keeps happening, the server or a proxy in front of it is at fault.',
    },
    'unreadable-answer': {
      message: 'The server’s answer to {{command}} can’t be read: {{reason}}.',
      nextStep:
        'Try again. If it keeps happening, the server or a proxy in front of it is at fault.',
    },
    'bytes-before-encryption': {
      message: 'Something was sent before the connection was encrypted (STARTTLS).',
      nextStep:
        'Someone may be tampering with the connection. Try another network, or TLS from the start.',
    },
    'command-refused': {
      message: 'The server refused the command {{command}}.',
      nextStep: 'Read what the server says. Trying again later often helps.',
    },
    'mailbox-refused': {
      message: 'The server refused to open the mailbox {{mailbox}}.',
      nextStep: 'Check the name of the mailbox, and read what the server says.',
    },
    'mailbox-missing': {
      message: 'Mailbox “{{mailbox}}” does not exist.',
      nextStep: 'Check the name of the mailbox.',
    },
    'mailbox-deleted': {
      message: 'The mailbox {{mailbox}} was deleted on the server while it was being archived.',
      nextStep: 'Everything saved so far is kept. There is nothing left to download from it.',
    },
    'new-mailbox-without-name': {
      message: 'A folder needs a name.',
      nextStep: 'Type one.',
    },
    'new-mailbox-with-control': {
      message: 'The name has a character in it that can’t be seen, such as a line break or a tab.',
      nextStep: 'Type the name again without it.',
    },
    'new-mailbox-with-empty-level': {
      message: 'In “{{name}}” the name of one level is missing.',
      nextStep: 'Give each level a name, and leave out separators at the beginning and the end.',
    },
    'new-mailbox-with-separator': {
      message:
        '“{{name}}” contains “{{delimiter}}”, which on this server separates folders from those inside.',
      nextStep: 'Leave it out, or make a folder inside another.',
    },
    'new-mailbox-reserved': {
      message: '“{{name}}” can’t be the name of a new folder: it has a meaning of its own.',
      nextStep: 'Choose another name.',
    },
    'new-mailbox-too-long': {
      message: 'The name is too long: {{bytes}} bytes. Servers take {{longest}} at most.',
      nextStep:
        'Choose a shorter one. Letters with accents take more room than plain ones, and other scripts more still.',
    },
    'mailboxes-without-levels': {
      message: 'This server has no folders inside of folders.',
      nextStep: 'Make it beside the others.',
    },
    'mailbox-exists': {
      message: 'There is a folder called “{{mailbox}}” already.',
      nextStep: 'Choose another name.',
    },
    'mailbox-change-refused': {
      message: 'The server refused to change “{{mailbox}}”.',
      nextStep: 'Read what the server says. Nothing was changed.',
    },
    'inbox-stays': {
      message: 'The inbox can be neither renamed nor deleted.',
      nextStep: 'Archive it, or move messages out of it in your mail program.',
    },
    'special-mailbox-stays': {
      message:
        '“{{mailbox}}” is one of the folders that mail programs rely on, so Mailstow neither renames nor deletes it.',
      nextStep: 'Use your provider’s own page if you have to.',
    },
    'mailbox-has-children': {
      message: '“{{mailbox}}” has folders inside.',
      nextStep: 'Those have to go first, one by one.',
    },
    'mailbox-into-itself': {
      message: '“{{mailbox}}” can’t be moved into itself.',
      nextStep: 'Choose another place.',
    },
    'mailbox-not-archived': {
      message:
        '“{{mailbox}}” was not deleted. Messages in it that are not safely in the archive: {{missing}} of {{messages}}.',
      nextStep: 'Archive the account, then delete the folder.',
    },
    'mailbox-changed-meanwhile': {
      message:
        '“{{mailbox}}” was not deleted, because something in it has changed in the meantime.',
      nextStep: 'Look at it again, then delete it.',
    },
    'starttls-refused': {
      message: 'The server refused to encrypt the connection with STARTTLS.',
      nextStep: 'Use TLS from the start (-T) if the server offers it.',
    },
    'starttls-not-offered': {
      message: 'The server doesn’t offer STARTTLS encryption.',
      nextStep: 'Use TLS from the start (-T) if the server offers it.',
    },
    'line-too-long': {
      message:
        'The server sent a line of more than {{limit}} bytes, so Mailstow can’t follow its answers any more.',
      nextStep: 'Try again. If it happens twice, the server or a proxy in front of it is at fault.',
    },
    'literal-too-large': {
      message:
        'The server sent a literal larger than any message, so Mailstow can’t follow its answers any more.',
      nextStep: 'Try again. If it happens twice, the server or a proxy in front of it is at fault.',
    },
    'too-many-literals': {
      message:
        'The server sent a response of more than {{limit}} literals, so Mailstow can’t follow its answers any more.',
      nextStep: 'Try again. If it happens twice, the server or a proxy in front of it is at fault.',
    },
    'response-too-large': {
      message:
        'The server sent a response of more than {{limit}} bytes in literals, so Mailstow can’t follow its answers any more.',
      nextStep: 'Try again. If it happens twice, the server or a proxy in front of it is at fault.',
    },
    'mailbox-name-with-half-character': {
      message: 'A mailbox name contains half a character and can’t be sent.',
      nextStep: 'Type the name again. Copying it may have cut a character in two.',
    },
    'mailbox-name-with-line-break': {
      message: 'A mailbox name contains a line break or a NUL and was not sent.',
      nextStep: 'Type it again without that character.',
    },
    'value-with-half-character': {
      message: 'A value for the server contains half a character and was not sent.',
      nextStep: 'Type it again without that character.',
    },
    'value-with-line-break': {
      message: 'A value for the server contains a line break or a NUL and was not sent.',
      nextStep: 'Type it again without that character.',
    },
    'value-with-odd-character': {
      message:
        'A value for the server contains a character that isn’t allowed there and was not sent.',
      nextStep: 'Type it again without that character.',
    },
    // Signing in.
    'no-way-to-sign-in': {
      message: 'The server doesn’t accept passwords on this connection.',
      nextStep:
        'Use an encrypted connection (TLS, -T), or another way of signing in if your provider requires one.',
    },
    'no-way-to-sign-in-unencrypted': {
      message: 'The server doesn’t accept passwords on this connection.',
      nextStep: 'Use an encrypted connection: TLS (-T) or STARTTLS (--starttls).',
    },
    'only-other-ways-to-sign-in': {
      message: 'This server only accepts {{offered}}, which Mailstow doesn’t have.',
      nextStep: 'Ask your provider for another way to sign in.',
    },
    'sign-in-way-not-offered': {
      message: 'This server doesn’t offer {{way}}. It only accepts {{offered}}.',
      nextStep: 'Choose one of those, or let Mailstow choose.',
    },
    'no-sign-in-by-provider': {
      message: 'This server doesn’t accept the sign-in of your provider, only {{offered}}.',
      nextStep: 'Use your password, or an app password, instead.',
    },
    'only-sign-in-by-provider': {
      message: 'This server only accepts the sign-in of your provider, not a password.',
      nextStep: 'Sign in with your provider, or ask it for an app password.',
    },
    'sign-in-needed': {
      message: 'Your provider no longer accepts your sign-in.',
      nextStep: 'Sign in with your provider again.',
    },
    'sign-in-again': {
      message: 'Your sign-in with {{provider}} has expired or was revoked.',
      nextStep: 'Sign in again. Everything saved so far is kept.',
    },
    'signed-in-as-other': {
      message: 'You signed in as {{found}}, not as {{wanted}}. Nothing was saved.',
      nextStep:
        'Sign in again as {{wanted}}. If it’s another name of the same mailbox, choose to go on with {{found}}.',
    },
    'sign-in-denied': {
      message: '{{provider}} was not allowed to give Mailstow access to your mail.',
      nextStep:
        'Sign in again and allow it. In an organization, the administrator may have to allow it first.',
    },
    'sign-in-timed-out': {
      message: 'Nobody finished signing in in time.',
      nextStep: 'Sign in again.',
    },
    'sign-in-cancelled': {
      message: 'You stopped signing in.',
      nextStep: 'Nothing was saved. Sign in again when you’re ready.',
    },
    'sign-in-ended': {
      message: 'This sign-in is over.',
      nextStep: 'Sign in again.',
    },
    'mail-not-granted': {
      message: '{{provider}} signed you in, but without access to your mail.',
      nextStep: 'Sign in again and leave the access to mail ticked.',
    },
    'issuer-mismatch': {
      message: 'The answer was not from {{host}}, so Mailstow did not use it.',
      nextStep:
        'Sign in again. If it keeps happening, someone may be interfering: tell your provider.',
    },
    'redirect-not-understood': {
      message: 'This is not the address that signing in ends at.',
      nextStep:
        'Copy the whole address from the browser once you’re through; it begins with {{start}}.',
    },
    'redirect-of-other-sign-in': {
      message: 'This address belongs to another sign-in.',
      nextStep: 'Copy the address from the page of this sign-in, or begin again.',
    },
    'client-id-needed': {
      message: 'This version of Mailstow has no client ID for {{provider}} yet.',
      nextStep: 'Use a client ID of your own, or an app password if {{provider}} has them.',
    },
    'client-id-refused': {
      message: '{{provider}} doesn’t accept the client ID.',
      nextStep: 'Check the client ID and the redirect address that is registered with it.',
    },
    'no-provider-sign-in': {
      message: 'Mailstow found no sign-in page for {{host}}.',
      nextStep: 'Use your password, or an app password, instead.',
    },
    'no-device-code': {
      message: '{{provider}} doesn’t let you sign in to mail with a code.',
      nextStep: 'Sign in in the browser instead.',
    },
    'cannot-listen-for-sign-in': {
      message: 'Mailstow could not wait for the browser on this computer.',
      nextStep: 'Sign in with a code instead, or try again.',
    },
    'provider-not-reached': {
      message: '{{host}}, where you sign in, did not respond.',
      nextStep: 'Check the network and try again.',
    },
    'provider-unavailable': {
      message: '{{host}}, where you sign in, is not available at the moment.',
      nextStep: 'Try again later.',
    },
    'provider-answer-not-understood': {
      message: '{{host}} answered the sign-in with something that Mailstow can’t read.',
      nextStep: 'Try again. On a public network, open its own sign-in page first.',
    },
    'provider-refused': {
      message: '{{provider}} refused the sign-in.',
      nextStep: 'Read what it says, then sign in again.',
    },
    'sign-in-being-renewed': {
      message: 'Another Mailstow is renewing this sign-in and doesn’t finish.',
      nextStep: 'End it, then try again.',
    },
    'server-not-genuine': {
      message:
        'The server could not prove that it knows your password, so it may not be your mail server.',
      nextStep:
        'Don’t sign in there. Check the server name and the network, and ask your provider.',
    },
    'sign-in-broken': {
      message: 'The server broke the rules of {{mechanism}}, so Mailstow stopped signing in.',
      nextStep: 'Choose another way to sign in, or tell the server’s administrator.',
    },
    'sign-in-effort-refused': {
      message:
        'To check your password the server wants {{rounds}} rounds of computing. Mailstow accepts 4,096 to 1,000,000.',
      nextStep: 'Choose another way to sign in, or tell the server’s administrator.',
    },
    'user-name-not-sendable': {
      message: 'The user name contains a line break, a NUL or half a character and was not sent.',
      nextStep: 'Type the user name again.',
    },
    'password-not-sendable': {
      message: 'The password contains a line break, a NUL or half a character and was not sent.',
      nextStep: 'Type the password again.',
    },
    'login-not-understood': {
      message: 'The server doesn’t understand {{command}}.',
      nextStep: 'Read what the server says. It may require another way of signing in.',
    },
    'login-refused': {
      message: 'The server refused your user name or password.',
      nextStep: 'Check both. Many providers require an app password instead of your usual one.',
    },
    'password-needed': {
      message: 'Mailstow needs the password for {{user}}.',
      nextStep: 'Type it. It’s saved only if you want it to be.',
    },
    'password-store-refused': {
      message: 'Your system’s password store did not accept the password.',
      nextStep: 'Unlock it and try again, or let Mailstow ask for the password each time.',
    },
    // The connection.
    'connect-timeout': {
      message: '{{address}} did not respond within {{seconds}} seconds.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'name-not-found': {
      message: 'There is no server called {{host}}.',
      nextStep: 'Check the spelling, and that this computer is online.',
    },
    'connection-refused': {
      message: '{{address}} refused the connection.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'no-route': {
      message: '{{address}} can’t be reached from this network.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'host-silent': {
      message: '{{address}} is not responding.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'connection-failed': {
      message: 'Mailstow could not connect to {{address}}: {{reason}}.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'not-tls': {
      message: '{{address}} does not accept encrypted connections.',
      nextStep: 'Check the port: 993 is usually for TLS, 143 for STARTTLS.',
    },
    'tls-hung-up': {
      message: '{{address}} closed the connection before it was encrypted.',
      nextStep: 'Check the port: 993 is usually for TLS, 143 for STARTTLS.',
    },
    'tls-failed': {
      message: 'The connection to {{address}} could not be encrypted: {{reason}}.',
      nextStep: 'Check the port: 993 is usually for TLS, 143 for STARTTLS.',
    },
    'tls-too-old': {
      message: 'This server’s encryption is too old ({{address}}: {{reason}}).',
      nextStep:
        'Ask your provider for a server with TLS 1.2 or later and current ciphers, or the server’s administrator to update it.',
    },
    'tls-hung-up-in-app': {
      message: '{{address}} closed the connection before it was encrypted.',
      nextStep:
        'Check the port: 993 is usually for TLS, 143 for STARTTLS. An old server may need encryption that the app doesn’t support; the command line (imapcl) may still reach it.',
    },
    'tls-failed-in-app': {
      message: 'The connection to {{address}} could not be encrypted: {{reason}}.',
      nextStep:
        'Check the port: 993 is usually for TLS, 143 for STARTTLS. An old server may need encryption that the app doesn’t support; the command line (imapcl) may still reach it.',
    },
    'tls-too-old-in-app': {
      message: 'This server’s encryption is too old ({{address}}: {{reason}}).',
      nextStep:
        'Check the port: 993 is usually for TLS, 143 for STARTTLS. An old server may need encryption that the app doesn’t support; the command line (imapcl) may still reach it.',
    },
    'sending-failed': {
      message: 'Sending to {{address}} failed: {{reason}}.',
      nextStep: 'Try again. Nothing is downloaded twice.',
    },
    'connection-lost': {
      message: 'The connection to {{address}} was lost: {{reason}}.',
      nextStep: 'Try again. Nothing is downloaded twice.',
    },
    'compression-unreadable': {
      message: 'The data that {{address}} compressed could not be read: {{reason}}.',
      nextStep: 'Try again. Mailstow then asks for the mail without compression.',
    },
    'connection-closed': {
      message: 'The connection to {{address}} was lost: the server closed it.',
      nextStep: 'Try again. Nothing is downloaded twice.',
    },
    'certificate-file-unreadable': {
      message: 'The certificate file {{path}} can’t be read: {{reason}}.',
      nextStep: 'Choose a readable file with certificates in PEM format.',
    },
    'certificate-file-damaged': {
      message: 'The certificate file {{path}} contains a damaged certificate.',
      nextStep: 'Choose a file with certificates in PEM format (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-file-empty': {
      message: 'The certificate file {{path}} contains no certificate.',
      nextStep: 'Choose a file with certificates in PEM format (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-folder-unreadable': {
      message: 'The certificate folder {{path}} can’t be read: {{reason}}.',
      nextStep: 'Choose a readable folder with certificates.',
    },
    'certificate-of-other-name': {
      message: 'The certificate of {{host}} belongs to another server: it is valid for {{names}}.',
      nextStep:
        'Use the server name from your provider. If it is this one, someone may be intercepting the connection.',
    },
    'certificate-expired': {
      message: 'The certificate of {{host}} expired on {{date}}.',
      nextStep:
        'Check this computer’s date. If it is right, the server’s administrator has to renew the certificate.',
    },
    'issuer-certificate-expired': {
      message:
        'The certificate of {{host}} is no longer valid: its issuer “{{issuer}}” expired on {{date}}.',
      nextStep:
        'Check this computer’s date. If it is right, the server’s administrator has to renew the certificate.',
    },
    'certificate-not-yet-valid': {
      message: 'The certificate of {{host}} is not valid until {{date}}.',
      nextStep: 'Check this computer’s date.',
    },
    'issuer-certificate-not-yet-valid': {
      message:
        'The certificate of {{host}} is not valid yet: its issuer “{{issuer}}” is not valid until {{date}}.',
      nextStep: 'Check this computer’s date.',
    },
    'certificate-self-signed': {
      message: 'The certificate of {{host}} is self-signed, and this computer doesn’t trust it.',
      nextStep: 'If this is your own server, choose its certificate file to trust it.',
    },
    'certificate-issuer-unknown': {
      message:
        'This computer doesn’t trust the issuer of the certificate of {{host}}: “{{issuer}}”.',
      nextStep: 'If you trust this issuer, choose its certificate file or folder.',
    },
    'certificate-chain-refused': {
      message: 'The certificate chain of {{host}} is not valid: {{reason}}.',
      nextStep: 'The server’s administrator has to fix the certificate.',
    },
    // Threads and defects.
    'writing-out-of-memory': {
      message: 'The part of Mailstow that writes to the disk ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'writing-ended': {
      message: 'The part of Mailstow that writes to the disk stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'library-out-of-memory': {
      message: 'The part of Mailstow that manages the library ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'library-ended': {
      message: 'The part of Mailstow that manages the library stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'indexing-out-of-memory': {
      message: 'The part of Mailstow that makes the search index ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'indexing-ended': {
      message: 'The part of Mailstow that makes the search index stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'searching-out-of-memory': {
      message: 'The part of Mailstow that searches ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'searching-ended': {
      message: 'The part of Mailstow that searches stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'reading-out-of-memory': {
      message: 'The part of Mailstow that reads messages ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'reading-ended': {
      message: 'The part of Mailstow that reads messages stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'checking-out-of-memory': {
      message: 'The part of Mailstow that checks archives ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'checking-ended': {
      message: 'The part of Mailstow that checks archives stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'archiving-out-of-memory': {
      message: 'The part of Mailstow that archives mail ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'archiving-ended': {
      message: 'The part of Mailstow that archives mail stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'looking-out-of-memory': {
      message: 'The part of Mailstow that looks into folders ran out of memory.',
      nextStep: 'Try again. If it happens twice, please report it. Nothing archived is lost.',
    },
    'looking-ended': {
      message: 'The part of Mailstow that looks into folders stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again. Nothing archived is lost. The log has the details.',
    },
    'reading-took-too-long': {
      message: 'Reading this took too long, so Mailstow gave up.',
      nextStep: 'Show the file and open it in another mail app.',
    },
    closing: { message: 'Mailstow is closing.', nextStep: 'Start it again to continue.' },
    'unknown-state': {
      message: 'Something unexpected happened in Mailstow: {{reason}}',
      nextStep: 'Try again. If it happens twice, please report it with this message.',
    },
    // The app and its services.
    'log-not-writable': {
      message: 'Mailstow can’t write the log {{path}}: {{reason}}.',
      nextStep: 'Choose another file, in a folder you may write to.',
    },
    'trace-not-writable': {
      message: 'Mailstow can’t write the trace {{path}}: {{reason}}.',
      nextStep: 'Choose another file, in a folder you may write to.',
    },
    'not-an-address': {
      message: 'This email address is incomplete.',
      nextStep: 'Write it like name@example.org.',
    },
    'account-gone': {
      message: 'This account is no longer set up.',
      nextStep: 'Set it up again, or choose another one.',
    },
    'damaged-accounts-file': {
      message:
        'The file with your accounts was damaged and could not be read. It was set aside as {{path}}.',
      nextStep: 'Nothing archived is lost. Continue, and set up what is missing again.',
    },
    'later-accounts-file': {
      message: 'A newer version of Mailstow wrote the file with your accounts.',
      nextStep: 'Install that version or a newer one.',
    },
    'damaged-archives-file': {
      message:
        'The file with the archives you opened was damaged and could not be read. It was set aside as {{path}}.',
      nextStep: 'Nothing archived is lost. Open your archives again.',
    },
    'later-archives-file': {
      message: 'A newer version of Mailstow wrote the file with the archives you opened.',
      nextStep: 'Install that version or a newer one.',
    },
    'damaged-clients-file': {
      message:
        'The file with your client IDs was damaged and could not be read. It was set aside as {{path}}.',
      nextStep: 'Nothing archived is lost. Give your own client IDs again when you sign in.',
    },
    'later-clients-file': {
      message: 'A newer version of Mailstow wrote the file with your client IDs.',
      nextStep: 'Install that version or a newer one.',
    },
    'damaged-passwords-file': {
      message:
        'The file with your passwords was damaged and could not be read. It was set aside as {{path}}.',
      nextStep: 'Nothing archived is lost. Continue, and set up what is missing again.',
    },
    'later-passwords-file': {
      message: 'A newer version of Mailstow wrote the file with your passwords.',
      nextStep: 'Install that version or a newer one.',
    },
    'damaged-settings-file': {
      message:
        'The file with your settings was damaged and could not be read. It was set aside as {{path}}.',
      nextStep: 'Nothing archived is lost. Continue, and set up what is missing again.',
    },
    'later-settings-file': {
      message: 'A newer version of Mailstow wrote the file with your settings.',
      nextStep: 'Install that version or a newer one.',
    },
    'damaged-server-password-file': {
      message:
        'The file with the password of this server was damaged and could not be read. It was set aside as {{path}}.',
      nextStep: 'Nothing archived is lost. Continue, and set up what is missing again.',
    },
    'later-server-password-file': {
      message: 'A newer version of Mailstow wrote the file with the password of this server.',
      nextStep: 'Install that version or a newer one.',
    },
    'unknown-call': {
      message: 'Mailstow doesn’t know the call {{name}}.',
      nextStep: 'Reload the window. It may belong to another version of Mailstow.',
    },
    'bad-input': {
      message: '{{name}} can’t be done with this input: {{reason}}.',
      nextStep: 'Check what you entered. If it is all correct, please report this message.',
    },
    'no-report-yet': {
      message: 'There is no report for this account yet.',
      nextStep: 'Archive it once: every run writes a report.',
    },
    'checked-now': {
      message: 'This archive is being checked right now.',
      nextStep: 'Wait until the check has finished, or stop it.',
    },
    'archived-now': {
      message: 'Mailstow is archiving this account right now.',
      nextStep: 'Check the archive when it has finished.',
    },
    'nothing-running': {
      message: 'This account is not being archived right now.',
      nextStep: 'Start archiving it if you want to.',
    },
    'folder-dialog-not-here': {
      message: 'The system’s folder dialog isn’t available here.',
      nextStep: 'Choose it on the page.',
    },
    'certificate-dialog-not-here': {
      message: 'The system’s file dialog isn’t available here.',
      nextStep: 'Choose it on the page.',
    },
    'pdf-not-made': {
      message: 'This message could not be made into a PDF.',
      nextStep: 'Save it as a file instead, and print it from a mail program.',
    },
    'not-printed': {
      message: 'The message was not printed: {{reason}}.',
      nextStep: 'Check that a printer is set up and turned on, then try again.',
    },
    'no-mail-program': {
      message: 'Your system has no mail program to reply with.',
      nextStep:
        'Choose a mail program in your system’s settings, or copy the address and reply on your provider’s page.',
    },
    'nobody-to-reply-to': {
      message: 'This message names no address to reply to.',
      nextStep: 'Look for an address in its text or its headers.',
    },
    'too-much-to-drag': {
      message: 'At most {{messages}} messages or {{megabytes}} MB can be dragged at once.',
      nextStep: 'Save them as a ZIP or into a folder instead.',
    },
    'nothing-chosen': {
      message: 'None of the selected messages is there any more.',
      nextStep: 'Select messages in the list as it is now, then try again.',
    },
    'not-in-browser': {
      message: 'This works only in the Mailstow app, not in a browser.',
      nextStep: 'Save the messages as a ZIP instead, or print them with your browser.',
    },
    'not-opened-in-browser': {
      message: '{{name}} can’t be opened from a browser.',
      nextStep: 'Save it and open it from there.',
    },
    'path-on-other-computer': {
      message: 'It is here: {{path}}',
      nextStep: 'Open it on the computer running Mailstow.',
    },
    'cannot-listen': {
      message: 'Mailstow can’t listen on {{bind}}, port {{port}}.',
      nextStep: 'Choose another --bind or --port.',
    },
    'port-taken': {
      message: 'Mailstow can’t listen on {{bind}}: port {{port}} is already in use.',
      nextStep: 'Mailstow may already be running. If not, choose another --port.',
    },
    'server-without-password': {
      message: 'Anyone who can reach {{bind}} could read your mail: there is no password yet.',
      nextStep: "Set one with 'mailstow serve --set-password', or leave out --bind.",
    },
    'window-not-built': {
      message: 'Mailstow’s window is missing and could not be built.',
      nextStep: 'Run npm ci in Mailstow’s folder, then try again.',
    },
    'not-signed-in': {
      message: 'Your session has ended.',
      nextStep:
        'Reload this page and sign in, or run the command that started Mailstow again to get a new link.',
    },
    'not-reached': {
      message: 'Mailstow is not responding.',
      nextStep: 'Check that it is still running where you started it, then try again.',
    },
    'answer-not-understood': {
      message: 'Mailstow sent an answer that this window doesn’t understand.',
      nextStep: 'Reload the window. If it happens again, reinstall Mailstow.',
    },
  },
  /** For failures that carry no code, of an earlier version for instance: what their kind tells. */
  kinds: {
    arguments: {
      message: 'Mailstow can’t do this with what you entered.',
      nextStep: 'Check what you entered or chose, then try again.',
    },
    'credentials-file': {
      message: 'The file with the user name and password can’t be used.',
      nextStep: 'Check the file, then try again.',
    },
    'output-folder': {
      message: 'A file or folder that Mailstow needs can’t be used.',
      nextStep: 'Check that it exists, that its disk is connected and that you may write to it.',
    },
    'uidvalidity-file-missing': {
      message: 'The file with the message numbers is missing.',
      nextStep: 'Restore it from a backup. The details name the file.',
    },
    'uidvalidity-file-malformed': {
      message: 'The file with the message numbers is damaged.',
      nextStep: 'Restore it from a backup. The details name the file.',
    },
    'name-not-found': {
      message: 'There is no server with this name, or this computer is offline.',
      nextStep: 'Check the server name and your internet connection.',
    },
    connection: {
      message: 'Mailstow could not connect to the server.',
      nextStep: 'Check the server, the port and your internet connection, or try again later.',
    },
    certificate: {
      message: 'The server can’t be verified.',
      nextStep: 'Ask the server’s administrator about its certificate.',
    },
    'unknown-response': {
      message: 'The server sent an answer that Mailstow didn’t expect.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    transmit: {
      message: 'The connection broke while Mailstow was sending.',
      nextStep: 'Check your internet connection and try again.',
    },
    receive: {
      message: 'The connection broke while the server was sending.',
      nextStep: 'Check your internet connection and try again.',
    },
    'no-answer': { message: 'The server is not responding.', nextStep: 'Try again later.' },
    'unparsable-response': {
      message: 'The server sent an answer that Mailstow can’t understand.',
      nextStep: 'Try again. If it happens twice, tell the server’s administrator.',
    },
    'no-uids': {
      message: 'The server didn’t say which messages the folder has.',
      nextStep: 'Try again later. If it keeps happening, tell the server’s administrator.',
    },
    'no-uidvalidity': {
      message: 'The server doesn’t number the messages of this folder reliably.',
      nextStep: 'Archive again. If it keeps happening, tell the server’s administrator.',
    },
    'message-not-stored': {
      message: 'A message could not be saved.',
      nextStep: 'Archive again to retry it. The details say why.',
    },
    removal: {
      message: 'Old copies of messages could not be removed from the archive.',
      nextStep: 'Remove the folder named in the details, then archive again.',
    },
    'login-refused': {
      message: 'The server refused your user name or password.',
      nextStep: 'Check both. Some providers require an app password.',
    },
    'sign-in-needed': {
      message: 'You have to sign in with your provider.',
      nextStep: 'Sign in with your provider again.',
    },
    'mailbox-not-found': {
      message: 'A mail folder can’t be found or opened on the server.',
      nextStep: 'Check in your mail app whether it still exists, then archive again.',
    },
    'mailbox-not-listed': {
      message: 'A folder was not archived: Mailstow can’t read what the server says about it.',
      nextStep: 'All other folders are archived. Tell your provider what the server says.',
    },
    'folder-in-use': {
      message: 'This archive is already in use.',
      nextStep: 'Wait until the other run has finished, then try again.',
    },
    'disk-full': {
      message: 'The disk is full.',
      nextStep: 'Free up some space and try again. Everything saved so far is kept.',
    },
    'other-account': {
      message: 'This folder already contains the archive of another account.',
      nextStep: 'Choose another folder, so the two accounts don’t get mixed up.',
    },
    stopped: {
      message: 'You stopped this before it finished.',
      nextStep: 'Start it again to continue. Everything saved so far is kept.',
    },
    defect: {
      message: 'Something went wrong in Mailstow.',
      nextStep: 'Try again. If it happens twice, please report it with the details.',
    },
  },
  /** What a code’s {{reason}} or {{issuer}} can be. */
  words: {
    'no-permission': 'permission denied',
    'read-only-disk': 'the disk is read-only',
    'file-in-the-way': 'there is a file where a folder is needed',
    'folder-missing': 'a parent folder is missing',
    'disk-error': 'the disk reports a read or write error',
    'not-there': 'it does not exist',
    'a-folder': 'it is a folder',
    'no-folder': 'it is not a folder',
    'no-name': 'unnamed',
  },
} as const;
