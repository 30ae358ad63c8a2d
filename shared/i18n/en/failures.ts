/** What went wrong, in English. */
export const failures = {
  /** One for each code of shared/model/failure-codes.ts: what happened, and what the person can do about it. */
  codes: {
    // Command line, which speaks English alone.
    'wrong-command-line': { message: '{{problem}}', nextStep: '{{advice}}' },
    'credentials-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'The file holds two lines: username = NAME and password = PASSWORD.',
    },
    'variable-without-password': {
      message: 'The environment variable {{name}} holds no password.',
      nextStep: 'Set {{name}} for this command, or leave out --password-variable to be asked.',
    },
    'no-terminal-for-password': {
      message: 'There is no terminal to ask for the password on.',
      nextStep: 'Give --auth-file FILE or --password-variable NAME.',
    },
    'terminal-gone': {
      message: 'The terminal is gone.',
      nextStep: 'Give --auth-file FILE or --password-variable NAME, or type it when asked.',
    },
    'no-password-typed': {
      message: 'No password was typed.',
      nextStep: 'Give --auth-file FILE or --password-variable NAME, or type it when asked.',
    },
    'stopped-at-password': { message: 'The run was stopped.', nextStep: 'Nothing was done.' },
    'no-report-in-folder': {
      message: 'There is no completeness report of a run in {{folder}}.',
      nextStep: "Run 'mailstow archive' into the folder; every run leaves a report.",
    },
    'no-good-report-in-folder': {
      message:
        'There is no completeness report of a run that found everything archived in {{folder}}.',
      nextStep: "Run 'mailstow archive' into the folder; every run leaves a report.",
    },
    'no-such-attachment': {
      message: 'This message has no attachment {{number}}; it has {{attachments}}.',
      nextStep: 'Look at them without --attachment.',
    },
    'verification-stopped': {
      message: 'The verification was stopped.',
      nextStep: 'Nothing was changed; run it again for the whole result.',
    },
    // Folders and files on the disk. `failed-…` say why in {{reason}}.
    'disk-full-using-folder': {
      message: 'The disk is full: Mailstow could not use the folder {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-using-folder': {
      message: 'Mailstow could not use the folder {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-keeping-report': {
      message: 'The disk is full: Mailstow could not keep the completeness report in {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-keeping-report': {
      message: 'Mailstow could not keep the completeness report in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-writing-journal': {
      message: 'The disk is full: Mailstow could not write its journal in {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-writing-journal': {
      message: 'Mailstow could not write its journal in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-storing-messages': {
      message: 'The disk is full: Mailstow could not store messages in the folder.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-storing-messages': {
      message: 'Mailstow could not store messages in the folder: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-keeping-raw-bytes': {
      message: 'The disk is full: Mailstow could not keep the raw bytes of a message in {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-keeping-raw-bytes': {
      message: 'Mailstow could not keep the raw bytes of a message in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-keeping-server-state': {
      message: 'The disk is full: Mailstow could not remember the state of the server in {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-keeping-server-state': {
      message: 'Mailstow could not remember the state of the server in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-planning-renames': {
      message:
        'The disk is full: Mailstow could not plan the renaming of the stored messages in {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-planning-renames': {
      message:
        'Mailstow could not plan the renaming of the stored messages in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-renaming-messages': {
      message: 'The disk is full: Mailstow could not rename the stored messages in {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-renaming-messages': {
      message: 'Mailstow could not rename the stored messages in {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-writing-file': {
      message: 'The disk is full: Mailstow could not write {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-writing-file': {
      message: 'Mailstow could not write {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-reading': {
      message: 'The disk is full: Mailstow could not read {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-reading': {
      message: 'Mailstow could not read {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-making-folder': {
      message: 'The disk is full: Mailstow could not make the folder {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-making-folder': {
      message: 'Mailstow could not make the folder {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-looking-into-folder': {
      message: 'The disk is full: Mailstow could not look into {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-looking-into-folder': {
      message: 'Mailstow could not look into {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-saving-profile': {
      message: 'The disk is full: Mailstow could not save the profile {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-saving-profile': {
      message: 'Mailstow could not save the profile {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'disk-full-removing-profile': {
      message: 'The disk is full: Mailstow could not remove the profile {{path}}.',
      nextStep: 'Free some space and run it again; everything stored so far is kept.',
    },
    'failed-removing-profile': {
      message: 'Mailstow could not remove the profile {{path}}: {{reason}}.',
      nextStep: 'Choose another folder or make this one writable, then run it again.',
    },
    'path-too-long': {
      message: 'The path of a file is too long for this disk.',
      nextStep: 'Keep the archive in a folder nearer the top of the disk, then run it again.',
    },
    'disk-full-listing-messages': {
      message: 'The disk is full: the list of the messages in {{folder}} is not complete.',
      nextStep: 'Free some space and open the list again; the messages themselves are kept.',
    },
    'list-not-updated': {
      message: 'The list of the messages in {{folder}} cannot be brought up to date.',
      nextStep: 'Open it again later; the messages themselves are kept as files in that folder.',
    },
    'link-in-archive': {
      message: '{{path}} is a link; Mailstow follows no links inside an archive.',
      nextStep: 'Remove the link, or put what it leads to in its place, then run it again.',
    },
    'not-a-regular-file': {
      message: '{{path}} is not a regular file, so Mailstow does not open it.',
      nextStep: 'Move it out of the archive or remove it, then run it again.',
    },
    'not-a-file': {
      message: '{{path}} is there already, and it is not a file.',
      nextStep: 'Choose another name for the file.',
    },
    'path-gone': {
      message: '{{path}} is no longer there.',
      nextStep: 'Check whether the folder was moved, or whether its disk is connected.',
    },
    'file-not-opened': {
      message: '{{name}} could not be opened: {{reason}}',
      nextStep: 'Save it and open it with a program that knows it.',
    },
    'folder-not-allowed': {
      message: '{{path}} is outside the folders that Mailstow may use here.',
      nextStep: 'Choose a folder inside them, or start Mailstow with another --folder.',
    },
    'bad-folder-name': {
      message: '“{{name}}” can’t be used as a folder name.',
      nextStep: 'Choose a name without slashes.',
    },
    // The archive.
    'other-account': {
      message:
        'The folder {{folder}} holds the mail of {{held}} on {{heldHost}}, not of {{user}} on {{host}}.',
      nextStep:
        'Choose another folder for this account; messages of two accounts would mix in one.',
    },
    'no-archive': {
      message: '{{folder}} is no mail archive: there are no messages of Mailstow in it.',
      nextStep: 'Name the folder that was given to the run that archived the mail.',
    },
    'archive-of-later-version': {
      message:
        'A later version of Mailstow made the archive in {{folder}}; this one can read it, not add to it.',
      nextStep: 'Install the latest version, then run it again. Nothing was changed.',
    },
    'bad-extension': {
      message: '"{{extension}}" cannot be the ending of message files.',
      nextStep: 'Give a dot and letters or digits, for instance .txt or .eml.',
    },
    'folder-in-use': {
      message: 'The folder {{folder}} is in use by another run.',
      nextStep: 'Wait until that run has ended, or stop it, then run this one again.',
    },
    'folder-in-use-by-process': {
      message:
        'The folder {{folder}} is in use by process {{pid}} on {{host}} since {{since}} UTC.',
      nextStep: 'Wait until that run has ended, or stop it, then run this one again.',
    },
    'starting-already': {
      message: 'This account is being started already.',
      nextStep: 'Wait a moment.',
    },
    'damaged-plan': {
      message: 'The file {{path}}, which says how to finish a change of UIDVALIDITY, is damaged.',
      nextStep: 'Delete it, then run it again: the mailbox is compared with the server again.',
    },
    'uidvalidity-file-vanished': {
      message: 'The file {{path}} vanished while it was in use.',
      nextStep: 'Run it again; the messages themselves are still there.',
    },
    'uidvalidity-file-unreadable': {
      message: 'The file {{path}} cannot be read ({{reason}}).',
      nextStep: 'Make it a readable file, then run it again.',
    },
    'uidvalidity-line-malformed': {
      message: 'Line {{line}} of {{path}} cannot be understood, it is not NAME=NUMBER: “{{text}}”.',
      nextStep: 'Correct or remove that line; Mailstow never overwrites a file it cannot read.',
    },
    'uidvalidity-number-too-large': {
      message:
        'Line {{line}} of {{path}} cannot be understood, the number is above {{largest}}: “{{text}}”.',
      nextStep: 'Correct or remove that line; Mailstow never overwrites a file it cannot read.',
    },
    'uidvalidity-mailbox-twice': {
      message:
        'Line {{line}} of {{path}} cannot be understood, the mailbox has another value above: “{{text}}”.',
      nextStep: 'Correct or remove that line; Mailstow never overwrites a file it cannot read.',
    },
    'uidvalidity-line-not-utf8': {
      message: 'Line {{line}} of {{path}} cannot be understood, it is not UTF-8: “{{text}}”.',
      nextStep: 'Correct or remove that line; Mailstow never overwrites a file it cannot read.',
    },
    'superseded-not-removed': {
      message: 'The superseded messages of {{mailbox}} could not all be removed.',
      nextStep: 'Remove the folder {{folder}} yourself, then run it again.',
    },
    'message-file-unreadable': {
      message: 'The file of this message cannot be read: it was moved, renamed or deleted.',
      nextStep: 'Run the archive again: a message that is still on the server is fetched again.',
    },
    'not-a-message-file': {
      message: '{{path}} is not a file with a message, but a folder, a link, a pipe or a device.',
      nextStep: 'Name the file of a message.',
    },
    'part-no-longer-read': {
      message: 'This part of the message is no longer being read.',
      nextStep: 'Open the message once more.',
    },
    'opened-file-unreadable': {
      message: '{{path}} cannot be read: it is not there any more, or you may not read it.',
      nextStep: 'Look where the file is now, and open it from there.',
    },
    'message-gone': {
      message: 'This message is not in the archive any more.',
      nextStep: 'Look at the list again; it shows what is there now.',
    },
    'attachment-gone': {
      message: 'This attachment is not in the archive any more.',
      nextStep: 'Look at the list again; it shows what is there now.',
    },
    // One run.
    'run-stopped': {
      message: 'The run was stopped.',
      nextStep: 'What is stored stays; run it again to go on.',
    },
    'work-stopped': {
      message: 'The work was stopped.',
      nextStep: 'Start it again to go on where it stopped.',
    },
    'mailbox-line-unreadable': {
      message: 'A folder was not archived: the server’s line about it cannot be read.',
      nextStep: 'All other folders are archived. Tell the server’s administrator what it says.',
    },
    'no-mailboxes': {
      message: 'The server lists no mailbox that can be opened.',
      nextStep: 'This can pass: run it again in a few minutes. Nothing was changed.',
    },
    'no-mailbox-fits': {
      message: 'No mailbox of the account fits the choice.',
      nextStep: 'Check the patterns of what is to be archived and of what is to be left out.',
    },
    'no-uidvalidity': {
      message:
        'The server does not say by which numbering (UIDVALIDITY) {{mailbox}} counts its messages.',
      nextStep:
        'Without it a later run could not tell the messages apart; ask the server’s administrator.',
    },
    'bad-uidvalidity': {
      message:
        'The server does not say by which numbering (UIDVALIDITY) {{mailbox}} counts its messages. It says {{number}}, which is no such number.',
      nextStep:
        'Without it a later run could not tell the messages apart; ask the server’s administrator.',
    },
    'renumbered-during-run': {
      message: 'The server renumbered {{mailbox}} while it was being archived.',
      nextStep: 'Run it again; what is stored stays.',
    },
    'account-held-back': {
      message: 'The server holds this account back and waiting has not helped.',
      nextStep: 'Run it again later, with some providers tomorrow; what is stored stays.',
    },
    'messages-not-named': {
      message: 'The server says that {{mailbox}} has messages, but names none of them.',
      nextStep: 'Try again later; if it stays so, tell the server’s administrator.',
    },
    'message-without-content': {
      message: 'The server sent the message without its content.',
      nextStep: 'All other messages are stored. Run again to try this one once more.',
    },
    'message-refused': {
      message: 'The server refused to send the message.',
      nextStep: 'All other messages are stored. Run again to try this one once more.',
    },
    'message-not-sent': {
      message: 'The server says OK but does not send the message.',
      nextStep: 'All other messages are stored. Run again to try this one once more.',
    },
    'message-breaks-connection': {
      message: 'The connection broke each time the server was to send the message.',
      nextStep: 'All other messages are stored. Run again to try this one once more.',
    },
    'message-too-large-for-disk': {
      message: 'The message is larger than any file that the disk of the archive can hold.',
      nextStep:
        'All other messages are stored. Keep the archive on a disk that holds larger files (not FAT32) to have this one too.',
    },
    'message-larger-than-space': {
      message:
        'The server announces {{size}} bytes for the message, more than the disk of the archive has room for.',
      nextStep: 'All other messages are stored. Run again to try this one once more.',
    },
    'message-larger-than-any': {
      message: 'The server announces {{size}} bytes for the message, more than any message has.',
      nextStep: 'All other messages are stored. Run again to try this one once more.',
    },
    'announced-more-than-space': {
      message:
        'The server announces {{size}} bytes for the message, more than the disk of the archive has room for.',
      nextStep: 'Run it again; if it happens twice, the server or a proxy before it is at fault.',
    },
    'announced-more-than-any': {
      message: 'The server announces {{size}} bytes for the message, more than any message has.',
      nextStep: 'Run it again; if it happens twice, the server or a proxy before it is at fault.',
    },
    // What the server answers.
    'no-capabilities': {
      message: 'The server answered CAPABILITY with OK but without its capabilities.',
      nextStep: 'Run it again; if it happens twice, tell the administrator of the server.',
    },
    'no-namespaces': {
      message: 'The server answered NAMESPACE with OK but without its namespaces.',
      nextStep: 'Run it again; if it happens twice, tell the administrator of the server.',
    },
    'no-message-count': {
      message: 'The server answered {{command}} with OK but without the number of messages.',
      nextStep: 'Run it again; if it happens twice, tell the administrator of the server.',
    },
    'no-mailbox-status': {
      message: 'The server answered STATUS with OK but without the data of the mailbox.',
      nextStep: 'Run it again; if it happens twice, tell the administrator of the server.',
    },
    'no-search-result': {
      message: 'The server answered SEARCH with OK but without what it found.',
      nextStep: 'Run it again; if it happens twice, tell the administrator of the server.',
    },
    'too-many-mailboxes': {
      message: 'The server lists more than {{limit}} mailboxes.',
      nextStep: 'Name the mailboxes to archive; if there are not so many, the server is at fault.',
    },
    'no-answer': {
      message: 'The server did not answer {{command}} within {{seconds}} s.',
      nextStep: 'Try again; what is stored already is not fetched again.',
    },
    'server-fell-silent': {
      message: 'The server fell silent: nothing came for {{seconds}} s.',
      nextStep: 'Try again; what is stored already is not fetched again.',
    },
    'endless-answer': {
      message: 'The server keeps talking and never answers {{command}}.',
      nextStep: 'Try again; if it stays so, the server or a proxy before it is at fault.',
    },
    'not-a-greeting': {
      message: 'The server does not greet as an IMAP server does.',
      nextStep: 'Check the server name, the port, and whether the port wants TLS from the start.',
    },
    'turned-away': {
      message: 'The server turned the connection away.',
      nextStep: 'Read what the server says; often it helps to try again later.',
    },
    'answer-without-command': {
      message: 'The server sent an answer that belongs to no command.',
      nextStep: 'Try again; if it stays so, the server or a proxy before it is at fault.',
    },
    'unreadable-answer': {
      message: "The server's answer to {{command}} cannot be read: {{reason}}.",
      nextStep: 'Try again; if it stays so, the server or a proxy before it is at fault.',
    },
    'bytes-before-encryption': {
      message: 'Something was sent between the answer to STARTTLS and the start of encryption.',
      nextStep:
        'Somebody may be tampering with the connection; try another network, or TLS from the start.',
    },
    'command-refused': {
      message: 'The server refused the command {{command}}.',
      nextStep: 'Read what the server says; often it helps to try again later.',
    },
    'mailbox-refused': {
      message: 'The server does not open the mailbox {{mailbox}}.',
      nextStep: 'Check the name of the mailbox, and read what the server says.',
    },
    'mailbox-deleted': {
      message: 'The mailbox {{mailbox}} was deleted on the server while it was being archived.',
      nextStep: 'What is stored stays; nothing more can be fetched from it.',
    },
    'starttls-refused': {
      message: 'The server refused to encrypt the connection by STARTTLS.',
      nextStep: 'Use TLS from the start (-T) if the server offers that.',
    },
    'starttls-not-offered': {
      message: 'The server does not offer to encrypt the connection by STARTTLS.',
      nextStep: 'Use TLS from the start (-T) if the server offers that.',
    },
    'line-too-long': {
      message:
        'The server sent a line of more than {{limit}} bytes, so its answers cannot be followed any more.',
      nextStep: 'Run it again; if it happens twice, the server or a proxy before it is at fault.',
    },
    'literal-too-large': {
      message:
        'The server sent a literal larger than any message, so its answers cannot be followed any more.',
      nextStep: 'Run it again; if it happens twice, the server or a proxy before it is at fault.',
    },
    'too-many-literals': {
      message:
        'The server sent a response of more than {{limit}} literals, so its answers cannot be followed any more.',
      nextStep: 'Run it again; if it happens twice, the server or a proxy before it is at fault.',
    },
    'response-too-large': {
      message:
        'The server sent a response of more than {{limit}} bytes in literals, so its answers cannot be followed any more.',
      nextStep: 'Run it again; if it happens twice, the server or a proxy before it is at fault.',
    },
    'mailbox-name-with-half-character': {
      message: 'A mailbox name contains half a character and cannot be sent.',
      nextStep: 'Type the name again; copying it may have cut a character in two.',
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
        'A value for the server contains a character that has no place there and was not sent.',
      nextStep: 'Type it again without that character.',
    },
    // Signing in.
    'no-way-to-sign-in': {
      message: 'The server takes no password on this connection.',
      nextStep:
        'Use an encrypted connection (TLS, -T), or another way of logging in if the provider wants one.',
    },
    'no-way-to-sign-in-unencrypted': {
      message: 'The server takes no password on this connection.',
      nextStep: 'Use an encrypted connection: TLS (-T) or STARTTLS (--starttls).',
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
      message: 'The server does not understand {{command}}.',
      nextStep: 'Read what the server says; it may want another way of logging in.',
    },
    'login-refused': {
      message: 'The server refused the user name or the password.',
      nextStep: 'Check both; many providers want an app password instead of the usual one.',
    },
    'password-needed': {
      message: 'The password of {{user}} is needed.',
      nextStep: 'Type it; it is kept only if you say so.',
    },
    'password-store-refused': {
      message: 'Your system’s password store did not take the password.',
      nextStep: 'Unlock it and try again, or let Mailstow ask for the password each time.',
    },
    // The connection.
    'connect-timeout': {
      message: '{{address}} did not respond within {{seconds}} seconds.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'name-not-found': {
      message: 'The name {{host}} was not found.',
      nextStep: 'Check the spelling of the server name, and that this computer is online.',
    },
    'connection-refused': {
      message: 'No connection to {{address}}: nothing listens there, or it was refused.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'no-route': {
      message: 'No connection to {{address}}: there is no way to it from here.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'host-silent': {
      message: 'No connection to {{address}}: it does not answer.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'connection-failed': {
      message: 'No connection to {{address}}: {{reason}}.',
      nextStep: 'Check the server name, the port and the network, and try again.',
    },
    'not-tls': {
      message: 'No secure connection to {{address}} came about: what it answers is not TLS.',
      nextStep: 'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS).',
    },
    'tls-hung-up': {
      message: 'No secure connection to {{address}} came about: the server hung up.',
      nextStep: 'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS).',
    },
    'tls-failed': {
      message: 'No secure connection to {{address}} came about: {{reason}}.',
      nextStep: 'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS).',
    },
    'tls-too-old': {
      message: "This server's encryption is too old ({{address}}: {{reason}}).",
      nextStep:
        'Ask the provider for a server with TLS 1.2 or later and current ciphers, or the owner to update it.',
    },
    'tls-hung-up-in-app': {
      message: 'No secure connection to {{address}} came about: the server hung up.',
      nextStep:
        'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS). An old server may want a way to encrypt that the app does not know; the command line (imapcl) may still reach it.',
    },
    'tls-failed-in-app': {
      message: 'No secure connection to {{address}} came about: {{reason}}.',
      nextStep:
        'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS). An old server may want a way to encrypt that the app does not know; the command line (imapcl) may still reach it.',
    },
    'tls-too-old-in-app': {
      message: "This server's encryption is too old ({{address}}: {{reason}}).",
      nextStep:
        'Check that this port speaks TLS (993 usually does; 143 usually wants STARTTLS). An old server may want a way to encrypt that the app does not know; the command line (imapcl) may still reach it.',
    },
    'sending-failed': {
      message: 'Sending to {{address}} failed: {{reason}}.',
      nextStep: 'Try again; what is stored already is not fetched again.',
    },
    'connection-lost': {
      message: 'The connection to {{address}} was lost: {{reason}}.',
      nextStep: 'Try again; what is stored already is not fetched again.',
    },
    'connection-closed': {
      message: 'The connection to {{address}} was lost: the server closed it.',
      nextStep: 'Try again; what is stored already is not fetched again.',
    },
    'certificate-file-unreadable': {
      message: 'The certificate file {{path}} cannot be read: {{reason}}.',
      nextStep: 'Give the path of a readable file with certificates in PEM form.',
    },
    'certificate-file-damaged': {
      message: 'The certificate file {{path}} holds a damaged certificate.',
      nextStep: 'Give a file with certificates in PEM form (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-file-empty': {
      message: 'The certificate file {{path}} holds no certificate.',
      nextStep: 'Give a file with certificates in PEM form (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-folder-unreadable': {
      message: 'The certificate folder {{path}} cannot be read: {{reason}}.',
      nextStep: 'Give the path of a readable folder with certificates.',
    },
    'certificate-of-other-name': {
      message:
        'The certificate of {{host}} is made out to another name: it is valid for {{names}}.',
      nextStep:
        'Use the server name that your provider gives; if it is this one, somebody may be in between.',
    },
    'certificate-expired': {
      message: 'The certificate of {{host}} has expired: it was valid until {{date}}.',
      nextStep:
        'Check the date of this computer; if it is right, the owner of the server has to renew the certificate.',
    },
    'issuer-certificate-expired': {
      message:
        'The certificate of {{host}} has expired: its issuer “{{issuer}}” was valid until {{date}}.',
      nextStep:
        'Check the date of this computer; if it is right, the owner of the server has to renew the certificate.',
    },
    'certificate-not-yet-valid': {
      message: 'The certificate of {{host}} is not valid yet: it begins on {{date}}.',
      nextStep: 'Check the date of this computer.',
    },
    'issuer-certificate-not-yet-valid': {
      message:
        'The certificate of {{host}} is not valid yet: its issuer “{{issuer}}” begins on {{date}}.',
      nextStep: 'Check the date of this computer.',
    },
    'certificate-self-signed': {
      message: 'The certificate of {{host}} is self-signed and not among the trusted ones.',
      nextStep: 'If the server is yours, give its certificate as a file to be trusted.',
    },
    'certificate-issuer-unknown': {
      message:
        'The certificate of {{host}} comes from an issuer that is not trusted here: “{{issuer}}”.',
      nextStep: 'If you trust this issuer, give its certificate as a file or folder to be trusted.',
    },
    'certificate-chain-refused': {
      message: 'The certificate of {{host}} was refused by a check of its chain: {{reason}}.',
      nextStep: 'The owner of the server has to mend the certificate.',
    },
    // Threads and defects.
    'writing-out-of-memory': {
      message: 'The part of Mailstow that writes to the disk ran out of memory.',
      nextStep:
        'Try again; if it happens twice, please report it. Nothing that is archived is harmed.',
    },
    'writing-ended': {
      message: 'The part of Mailstow that writes to the disk stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again; nothing that is archived is harmed. The log says more.',
    },
    'library-out-of-memory': {
      message: 'The part of Mailstow that keeps the library ran out of memory.',
      nextStep:
        'Try again; if it happens twice, please report it. Nothing that is archived is harmed.',
    },
    'library-ended': {
      message: 'The part of Mailstow that keeps the library stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again; nothing that is archived is harmed. The log says more.',
    },
    'reading-out-of-memory': {
      message: 'The part of Mailstow that reads messages ran out of memory.',
      nextStep:
        'Try again; if it happens twice, please report it. Nothing that is archived is harmed.',
    },
    'reading-ended': {
      message: 'The part of Mailstow that reads messages stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again; nothing that is archived is harmed. The log says more.',
    },
    'archiving-out-of-memory': {
      message: 'The part of Mailstow that archives mail ran out of memory.',
      nextStep:
        'Try again; if it happens twice, please report it. Nothing that is archived is harmed.',
    },
    'archiving-ended': {
      message: 'The part of Mailstow that archives mail stopped unexpectedly: {{reason}}.',
      nextStep: 'Try again; nothing that is archived is harmed. The log says more.',
    },
    'reading-took-too-long': {
      message: 'Reading this took too long and was given up.',
      nextStep: 'Show the file of the message and open it with another mail program.',
    },
    closing: { message: 'Mailstow is closing.', nextStep: 'Start it again to go on.' },
    'unknown-state': {
      message: 'Mailstow met a state it does not know: {{reason}}',
      nextStep: 'Run it again; if it happens twice, please report it with this message.',
    },
    // The app and its services.
    'log-not-writable': {
      message: 'The log {{path}} cannot be written: {{reason}}.',
      nextStep: 'Name another file, in a folder that you may write to.',
    },
    'trace-not-writable': {
      message: 'The trace {{path}} cannot be written: {{reason}}.',
      nextStep: 'Name another file, in a folder that you may write to.',
    },
    'not-an-address': {
      message: 'This is not a whole e-mail address.',
      nextStep: 'Write it as in name@example.org.',
    },
    'account-gone': {
      message: 'This account is not set up any more.',
      nextStep: 'Set it up again, or choose another one.',
    },
    'damaged-accounts-file': {
      message:
        'The file with your accounts was damaged and could not be read. It is kept as {{path}}.',
      nextStep: 'Nothing archived is lost. Go on, and set up again what is missing.',
    },
    'later-accounts-file': {
      message: 'The file with your accounts was written by a later version of Mailstow.',
      nextStep: 'Install that version, or a later one.',
    },
    'damaged-passwords-file': {
      message:
        'The file with your passwords was damaged and could not be read. It is kept as {{path}}.',
      nextStep: 'Nothing archived is lost. Go on, and set up again what is missing.',
    },
    'later-passwords-file': {
      message: 'The file with your passwords was written by a later version of Mailstow.',
      nextStep: 'Install that version, or a later one.',
    },
    'damaged-settings-file': {
      message:
        'The file with your settings was damaged and could not be read. It is kept as {{path}}.',
      nextStep: 'Nothing archived is lost. Go on, and set up again what is missing.',
    },
    'later-settings-file': {
      message: 'The file with your settings was written by a later version of Mailstow.',
      nextStep: 'Install that version, or a later one.',
    },
    'damaged-server-password-file': {
      message:
        'The file with the password of this server was damaged and could not be read. It is kept as {{path}}.',
      nextStep: 'Nothing archived is lost. Go on, and set up again what is missing.',
    },
    'later-server-password-file': {
      message:
        'The file with the password of this server was written by a later version of Mailstow.',
      nextStep: 'Install that version, or a later one.',
    },
    'unknown-call': {
      message: 'There is no call {{name}}.',
      nextStep: 'Reload the window; it may be of another version than the program behind it.',
    },
    'bad-input': {
      message: '{{name}} cannot be done with what was given: {{reason}}.',
      nextStep: 'Check what you filled in; if all of it is right, please report this message.',
    },
    'no-report-yet': {
      message: 'There is no report for this account yet.',
      nextStep: 'Archive it once; every run leaves a report.',
    },
    'nothing-running': {
      message: 'Nothing of this account is being archived now.',
      nextStep: 'Start it, if you want to.',
    },
    'folder-dialog-not-here': {
      message: 'The folder cannot be chosen in a window of the system.',
      nextStep: 'Choose it in the page.',
    },
    'certificate-dialog-not-here': {
      message: 'The certificate cannot be chosen in a window of the system.',
      nextStep: 'Choose it in the page.',
    },
    'not-opened-in-browser': {
      message: '{{name}} cannot be opened from a browser.',
      nextStep: 'Save it and open it from there.',
    },
    'path-on-other-computer': {
      message: 'It is here: {{path}}',
      nextStep: 'Open it on the computer that Mailstow runs on.',
    },
    'cannot-listen': {
      message: 'Mailstow cannot listen on {{bind}}, port {{port}}.',
      nextStep: 'Give another --bind or --port.',
    },
    'port-taken': {
      message: 'Mailstow cannot listen on {{bind}}, port {{port}}: something else does.',
      nextStep: 'Perhaps Mailstow is running already; else give another --port.',
    },
    'server-without-password': {
      message: 'Anyone who can reach {{bind}} could read all mail: there is no password yet.',
      nextStep: "Set one with 'mailstow serve --set-password', or leave out --bind.",
    },
    'window-not-built': {
      message: 'The window of Mailstow is not there and could not be built.',
      nextStep: 'Run npm ci in the folder of Mailstow, then try again.',
    },
    'not-signed-in': {
      message: 'Your session has ended.',
      nextStep:
        'Reload this page and sign in, or run the command that started Mailstow again to get a new link.',
    },
    'not-reached': {
      message: 'Mailstow does not answer.',
      nextStep: 'Check that it is still running where you started it, then try again.',
    },
    'answer-not-understood': {
      message: 'Mailstow gave an answer that this window does not understand.',
      nextStep: 'Reload the window; if it happens again, reinstall Mailstow.',
    },
  },
  /** For failures that carry no code, of an earlier version for instance: what their kind tells. */
  kinds: {
    arguments: {
      message: 'Mailstow cannot do this with what was given.',
      nextStep: 'Check what you filled in or chose, then try again.',
    },
    'credentials-file': {
      message: 'The file with the user name and password cannot be used.',
      nextStep: 'Check the file, then try again.',
    },
    'output-folder': {
      message: 'A file or folder that Mailstow needs cannot be used.',
      nextStep: 'Check that it is there, that its disk is connected and that you may write to it.',
    },
    'uidvalidity-file-missing': {
      message: 'A file in which Mailstow keeps the numbers of messages is missing.',
      nextStep: 'Bring it back from a copy; the details say which file it is.',
    },
    'uidvalidity-file-malformed': {
      message: 'A file in which Mailstow keeps the numbers of messages is damaged.',
      nextStep: 'Bring it back from a copy; the details say which file it is.',
    },
    'name-not-found': {
      message: 'There is no server of this name, or this computer is offline.',
      nextStep: 'Check the name of the server and your internet connection.',
    },
    connection: {
      message: 'Mailstow could not connect to the server.',
      nextStep: 'Check the server, the port and your internet connection, or try again later.',
    },
    certificate: {
      message: 'The server could not prove that it is the right one.',
      nextStep: 'Ask the administrator of the server about its certificate.',
    },
    'unknown-response': {
      message: 'The server gave an answer that Mailstow did not expect.',
      nextStep: 'Try again; if it happens twice, tell the administrator of the server.',
    },
    transmit: {
      message: 'The connection broke while Mailstow was sending.',
      nextStep: 'Check your internet connection and try again.',
    },
    receive: {
      message: 'The connection broke while the server was sending.',
      nextStep: 'Check your internet connection and try again.',
    },
    'no-answer': { message: 'The server does not answer.', nextStep: 'Try again in a while.' },
    'unparsable-response': {
      message: 'The server gave an answer that cannot be understood.',
      nextStep: 'Try again; if it happens twice, tell the administrator of the server.',
    },
    'no-uids': {
      message: 'The server did not say which messages the folder has.',
      nextStep: 'Try again later; if it stays so, tell the administrator of the server.',
    },
    'no-uidvalidity': {
      message: 'The server does not number the messages of this folder reliably.',
      nextStep: 'Archive again; if it stays so, tell the administrator of the server.',
    },
    'message-not-stored': {
      message: 'A message could not be stored.',
      nextStep: 'Archive again to try it once more; the details say why.',
    },
    removal: {
      message: 'Old copies of messages could not be removed from the archive.',
      nextStep: 'The details say which folder to remove; then archive again.',
    },
    'login-refused': {
      message: 'The server does not let this user in.',
      nextStep: 'Check the user name and the password. Some providers need an app password.',
    },
    'mailbox-not-found': {
      message: 'A mail folder cannot be found or opened on the server.',
      nextStep: 'Check in your mail program whether it is still there, then archive again.',
    },
    'mailbox-not-listed': {
      message: 'A folder was not archived: the server’s line about it cannot be read.',
      nextStep: 'All other folders are archived. Tell your provider what the server says.',
    },
    'folder-in-use': {
      message: 'This archive is in use already.',
      nextStep: 'Wait until the other run has ended, then try again.',
    },
    'disk-full': {
      message: 'The disk is full.',
      nextStep: 'Free some space and try again; everything stored so far is kept.',
    },
    'other-account': {
      message: 'This folder holds the mail of another account.',
      nextStep: 'Choose another folder, so that the mail of two accounts does not mix.',
    },
    stopped: {
      message: 'This was stopped before its end.',
      nextStep: 'Start it again to go on; what is stored stays stored.',
    },
    defect: {
      message: 'Something in Mailstow went wrong.',
      nextStep: 'Try again; if it happens twice, please report it with the details.',
    },
  },
  /** What a code’s {{reason}} or {{issuer}} can be. */
  words: {
    'no-permission': 'the permission is missing',
    'read-only-disk': 'the disk is read-only',
    'file-in-the-way': 'a file stands where a folder is needed',
    'folder-missing': 'a folder on the way to it is missing',
    'disk-error': 'the disk reports a read or write error',
    'no-name': 'without a name',
  },
} as const;
