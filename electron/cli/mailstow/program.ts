import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import { version } from '../../../shared/version.ts';
import { filled } from '../argument-values.ts';
import { CommandLine } from '../command-line.ts';
import type { Shell } from '../completion/script.ts';
import { exitCodeLines } from '../manual/exit-code-lines.ts';
import type { OptionTable, ValuesOf } from '../option-table.ts';
import type { Action, Surroundings } from './command.ts';
import * as tables from './option-tables.ts';

/** A sub-command that was found on the command line, with what was given to it. */
export type Found = (surroundings: Surroundings) => Promise<ExitCodeName>;

/** What help, completion and manual say of a command. */
interface Words<Table> {
  /** Its name, and what it takes besides options. */
  readonly usage: string;
  /** A line in the list of commands. */
  readonly summary: string;
  readonly description: string;
  readonly options?: Table;
  readonly isHidden?: boolean;
}

const run = `Downloads every message of the account that is not in the folder yet, and writes a completeness report. NAME is a profile saved by 'mailstow profile save'; options you add here replace the saved ones.`;

const watching = `Downloads what is new like 'mailstow archive', then stays connected and saves new mail as it arrives, until you press Ctrl+C: within seconds where the server tells of it (in every mailbox with NOTIFY, in the inbox with IDLE; others are asked for every minute), otherwise every half minute, and by POP3 every 5 minutes. It prints a line for each batch of new messages, reconnects by itself, and holds the folder only while it saves something. When you end it, the exit code says how complete the archive is: 0 if nothing was missing. NAME and the options are those of 'mailstow archive'.`;

const shells: readonly Shell[] = ['bash', 'zsh', 'fish'];

const look = `Needs no account or connection, changes nothing, and works even during a run.`;

const asks = `Works by IMAP alone, and nothing changes on the server.`;

const lookForMail = `Needs no account or connection, changes no message, and works even during a run.`;

/**
 * The commands of `mailstow`: what is parsed, helped with, completed and written into the manual.
 * @param found told the sub-command that was asked for; its code is loaded when it runs
 * @param print told help and version
 */
export function mailstowProgram(
  found: (action: Found) => Promise<void>,
  print: (text: string) => void,
): CommandLine {
  const program = new CommandLine('mailstow')
    .usage('COMMAND …')
    .description(
      'Saves a whole email account as plain message files on your own disk, and proves that nothing is missing.',
    )
    .version(`mailstow ${version}`, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .enablePositionalOptions()
    .addHelpText('after', () => `\nExit codes:\n${exitCodeLines()}`)
    .configureOutput({ writeOut: print })
    .exitOverride();

  /** @param load the code of the command, which need not be there for its help */
  function define<const Table extends OptionTable>(
    parent: CommandLine,
    { usage, summary, description, options, isHidden = false }: Words<Table>,
    load: () => Promise<Action<Table>>,
  ): CommandLine {
    const command = parent
      .command(usage, { hidden: isHidden })
      .summary(summary)
      .description(description)
      .addOptions(options ?? {});
    return command.action(() => {
      const operands = command.args.map((each, index) =>
        filled(each, command.registeredArguments[index]?.name() ?? ''),
      ) as string[];
      const values = valuesOf<Table>(command);
      return found(async surroundings => (await load())({ values, operands }, surroundings));
    });
  }

  define(
    program,
    {
      usage: 'archive [NAME]',
      summary: 'download new mail, and prove that nothing is missing',
      description: run,
      options: tables.archiveRunOptions,
    },
    async () => (await import('./archive.ts')).archive,
  );
  define(
    program,
    {
      usage: 'watch [NAME]',
      summary: 'download new mail, and go on with whatever arrives',
      description: watching,
      options: tables.archiveRunOptions,
    },
    async () => (await import('./watch.ts')).watch,
  );
  define(
    program,
    {
      usage: 'verify <FOLDER>',
      summary: 'check that every file is still as it was saved',
      description:
        'Reads every message file of the archive in FOLDER and compares it with what was saved. No message is changed or deleted. The result goes into the history of the archive, and the next run downloads altered files again. With --server it also compares the messages, their sizes and dates with those on the server. Exits with 0 if every file is as it was saved and, with --server, nothing on the server is missing here.',
      options: tables.verifyOptions,
    },
    async () => (await import('./verify.ts')).verify,
  );
  define(
    program,
    {
      usage: 'status <FOLDER>',
      summary: 'what is in an archive, and how its last runs went',
      description: `Shows what is in the archive in FOLDER and how its last runs went. ${look}`,
      options: tables.statusOptions,
    },
    async () => (await import('./status.ts')).status,
  );
  define(
    program,
    {
      usage: 'history <FOLDER>',
      summary: 'the runs and checks of an archive, newest first',
      description: `Lists the runs and checks of the archive in FOLDER, newest first: when, how it ended, what was new, how long it took. ${look}`,
      options: tables.historyOptions,
    },
    async () => (await import('./history.ts')).history,
  );
  const report = {
    summary: 'the completeness report of the last run',
    description: `Shows what the last run proved about the archive in FOLDER, folder by folder. ${look}`,
    options: tables.reportOptions,
  };
  const loadReport = async () => (await import('./report.ts')).report;
  define(program, { ...report, usage: 'report <FOLDER>' }, loadReport);
  // What it was called before "certificate" was only the word for those of TLS.
  define(program, { ...report, usage: 'certificate <FOLDER>', isHidden: true }, loadReport);

  const profile = program
    .command('profile')
    .summary('save the options of a run under a name')
    .description(
      "Saves options of 'mailstow archive' under a name, for 'mailstow archive NAME'. Passwords are never saved in it; for unattended runs, sign in once ('mailstow sign-in NAME'), or use --password-command, --password-variable or --auth-file.",
    );
  define(
    profile,
    {
      usage: 'save <NAME>',
      summary: 'save options under a name, replacing earlier ones',
      description:
        "Saves options of 'mailstow archive' under NAME. Files and folders are saved as absolute paths.",
      options: tables.archiveOptions,
    },
    async () => (await import('./profile.ts')).save,
  );
  define(
    profile,
    {
      usage: 'move <NAME> <FOLDER>',
      summary: 'say where the archive of a profile is now',
      description:
        'Use this after you moved or renamed the archive of the profile NAME: FOLDER is where it is now. Nothing is downloaded again.',
    },
    async () => (await import('./profile.ts')).move,
  );
  define(
    profile,
    {
      usage: 'list',
      summary: 'list all profiles',
      description: 'Lists all profiles, one per line.',
    },
    async () => (await import('./profile.ts')).list,
  );
  define(
    profile,
    {
      usage: 'remove <NAME>',
      summary: 'remove a profile',
      description: 'Removes the profile NAME.',
    },
    async () => (await import('./profile.ts')).remove,
  );
  define(
    program,
    {
      usage: 'sign-in <ACCOUNT>',
      summary: 'sign in once, so that runs need no password',
      description:
        "Signs in to ACCOUNT, an email address or a saved profile, and saves the sign-in for 'mailstow archive' and 'mailstow verify'. Where the provider has a sign-in of its own, you sign in on its page: in the browser that opens here, or with a code on any device. Elsewhere, or with --password, it asks for the password and checks it. What is saved is encrypted with a key that your system's keyring keeps; without a keyring, or for runs without it, with a password of your choice (--vault-password-variable, --vault-password-file). The app has sign-ins of its own.",
      options: tables.signInOptions,
    },
    async () => (await import('./sign-in.ts')).signIn,
  );
  define(
    program,
    {
      usage: 'sign-out <ACCOUNT>',
      summary: 'end a sign-in and delete what is saved of it',
      description:
        "Deletes the sign-in that 'mailstow sign-in' saved for ACCOUNT, and tells the provider that it is over. Nothing archived is changed.",
      options: tables.signOutOptions,
    },
    async () => (await import('./sign-out.ts')).signOut,
  );
  const mailboxes = program
    .command('mailboxes')
    .summary('list and change the folders on the server')
    .description(
      "Lists the folders (mailboxes) on the server, and makes, renames or deletes one. Nothing else in Mailstow changes folders there. The archive keeps everything; the next run recognises a renamed folder and downloads nothing again. Names are written as 'mailstow mailboxes list' prints them.",
    );
  const loadMailboxes = () => import('./mailboxes.ts');
  define(
    mailboxes,
    {
      usage: 'list',
      summary: 'list them with counts and sizes',
      description:
        'Lists the folders on the server, with their messages, bytes and subscriptions. Changes nothing.',
      options: tables.mailboxesOptions,
    },
    async () => (await loadMailboxes()).list,
  );
  define(
    mailboxes,
    {
      usage: 'create <NAME>',
      summary: 'make a folder',
      description:
        "Makes the folder NAME on the server; the server's separator in it makes a folder inside another.",
      options: tables.createMailboxOptions,
    },
    async () => (await loadMailboxes()).create,
  );
  define(
    mailboxes,
    {
      usage: 'rename <NAME> <NEW-NAME>',
      summary: 'rename or move a folder, with those inside',
      description:
        'Renames the folder NAME on the server, with all folders inside it. What is subscribed stays so. The inbox and special folders (sent, drafts, junk, trash …) are not renamed.',
      options: tables.mailboxesOptions,
    },
    async () => (await loadMailboxes()).rename,
  );
  define(
    mailboxes,
    {
      usage: 'delete <NAME>',
      summary: 'delete a folder whose mail is archived',
      description:
        'Deletes the folder NAME on the server with all messages in it, after it asked. Every message has to be in the archive, whole and with its file read again just now; otherwise nothing is deleted, unless you add --even-if-not-archived. The inbox, special folders and folders with others inside are not deleted. The archive keeps everything.',
      options: tables.deleteMailboxOptions,
    },
    async () => (await import('./delete-mailbox.ts')).deleteOnServer,
  );
  define(
    mailboxes,
    {
      usage: 'subscribe <NAME>',
      summary: 'subscribe to a folder, so that mail programs show it',
      description: 'Subscribes to the folder NAME: many mail programs show no others.',
      options: tables.mailboxesOptions,
    },
    async () => (await loadMailboxes()).subscribe,
  );
  define(
    mailboxes,
    {
      usage: 'unsubscribe <NAME>',
      summary: 'end a subscription',
      description:
        'Ends the subscription to NAME, which need not exist any more. The folder itself stays as it is.',
      options: tables.mailboxesOptions,
    },
    async () => (await loadMailboxes()).unsubscribe,
  );
  define(
    program,
    {
      usage: 'server <HOST>',
      summary: "look at a server's certificate and what it can do",
      description:
        'Connects to the mail server HOST and shows its greeting, encryption, certificate and capabilities, also where everything is in order. Nobody is signed in. A certificate that is not trusted is shown too; then the exit code says why not.',
      options: tables.serverLookOptions,
    },
    async () => (await import('./server.ts')).lookAt,
  );
  define(
    program,
    {
      usage: 'serve',
      summary: 'run the app in a browser',
      description:
        'Runs the app in a browser: prints the address, opens it where there is a desktop, and serves it until you press Ctrl+C. If it is running already, opens that one again. Only this computer can reach it, unless you use --bind.',
      options: tables.serveOptions,
    },
    async () => (await import('./serve.ts')).serve,
  );
  define(
    program,
    {
      usage: 'show <FILE>',
      summary: 'show a message file and its attachments',
      description:
        'Shows the message in FILE as the app does: sender, recipients, date, subject, text and attachments. Changes nothing, and loads nothing from the network.',
      options: tables.showOptions,
    },
    async () => (await import('./show.ts')).show,
  );
  define(
    program,
    {
      usage: 'search <FOLDER> <QUERY...>',
      summary: 'find messages by their words, attachments included',
      description: `Finds messages in the archive in FOLDER whose sender, recipients, subject, text, attachment names and attachments have all words of QUERY, newest first. A word is found by its beginning; "exact phrase", -without and or work, and so do from: to: subject: in: before: after: on: larger: smaller: has:attachment filename: type: is:unread is:flagged label:. Put QUERY in single quotes, so that your shell leaves it alone. First brings the index up to date, in the archive or, where that can't be written, in your own data. ${lookForMail} Exits with 0 if something was found, else with 1.`,
      options: tables.searchOptions,
    },
    async () => (await import('./search.ts')).search,
  );
  define(
    program,
    {
      usage: 'fetch <MAILBOX> <UIDS> <ITEMS...>',
      summary: 'look at what the server says of messages',
      description: `Asks the server about the messages UIDS (such as 5, 5:9 or 1:*) of MAILBOX and prints what it says: ITEMS are FLAGS, INTERNALDATE, RFC822.SIZE, ENVELOPE, BODY, BODYSTRUCTURE, RFC822, RFC822.HEADER, RFC822.TEXT, BODY[SECTION] or part of it, BODY[SECTION]<FROM.LENGTH>, where SECTION is empty, HEADER, TEXT, 'HEADER.FIELDS (NAMES)' or the number of a part, such as 1.2 or 1.2.MIME; ALL, FAST, FULL; where the server has them, MODSEQ, EMAILID, THREADID, BINARY[PART], BINARY.SIZE[PART] and Gmail's X-GM-MSGID, X-GM-THRID, X-GM-LABELS. ${asks} Exits with 1 if there is no such message.`,
      options: tables.fetchOptions,
    },
    async () => (await import('./inspect/fetch.ts')).fetch,
  );
  define(
    program,
    {
      usage: 'search-server <MAILBOX> <KEYS...>',
      summary: 'find messages on the server, and which of them are not archived',
      description: `Asks the server which messages of MAILBOX match all KEYS, and prints their UIDs. KEYS are those of IMAP: FROM, TO, CC, BCC, SUBJECT, BODY, TEXT and HEADER NAME with a text; SINCE, BEFORE, ON, SENTSINCE, SENTBEFORE and SENTON with a day such as 2024-03-01; LARGER and SMALLER with a size such as 10M; SEEN, ANSWERED, FLAGGED, DELETED, DRAFT and the same with UN; KEYWORD and UNKEYWORD; NEW, OLD, RECENT, ALL; UID with numbers; NOT, OR and parentheses, such as: OR FROM alice NOT SEEN; where the server has them, MODSEQ, EMAILID, THREADID, OLDER, YOUNGER, SAVEDSINCE, SAVEDBEFORE, SAVEDON, FUZZY and Gmail's X-GM-RAW, X-GM-LABELS, X-GM-MSGID, X-GM-THRID. A text of several words is one argument. ${asks} Exits with 0 if something was found, else with 1.`,
      options: tables.searchServerOptions,
    },
    async () => (await import('./inspect/search-server.ts')).searchServer,
  );
  define(
    program,
    {
      usage: 'discover <ADDRESS>',
      summary: 'find the mail server of an email address',
      description:
        'Finds the mail server of ADDRESS: in the tables that come with Mailstow, else, within five seconds, from the settings that its domain publishes, from DNS, or by trying the usual names. Only the domain is sent, nobody is signed in. Exits with 0 if a server was found, else with 1.',
      options: tables.discoverOptions,
    },
    async () => (await import('./discover.ts')).discoverServer,
  );
  const { registeredArguments } = define(
    program,
    {
      usage: 'completion <SHELL>',
      summary: 'print a completion script for bash, zsh or fish',
      description:
        'Prints a script that completes commands, options and values in SHELL: bash, zsh or fish. For bash, add this line to ~/.bashrc: source <(mailstow completion bash)',
    },
    async () => (await import('../completion/script.ts')).completionOf(program),
  );
  registeredArguments[0]?.choices(shells);
  return program;
}

function valuesOf<Table>(command: CommandLine): ValuesOf<Table> {
  const given = command.options.map(option => [
    option.name(),
    command.getOptionValue(option.attributeName()),
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
