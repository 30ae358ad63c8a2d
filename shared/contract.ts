import * as z from 'zod';
import type { callNames, eventNames } from './contract-names.ts';
import { languages } from './i18n/languages.ts';
import { presentedCertificate, seenCertificate, server } from './model/account.ts';
import { count, name, path, text, time } from './model/bounds.ts';
import { exportKind, mostPicked } from './model/export.ts';
import { failure as anyFailure } from './model/failure.ts';
import { checkResult, checkState, lastCheck } from './model/history.ts';
import { invitation } from './model/invitation.ts';
import { sortKey, unlistedReason } from './model/library.ts';
import { otherReason } from './model/mailbox.ts';
import { askedPlace } from './model/place.ts';
import { preview, previewKind } from './model/preview.ts';
import { protection } from './model/protection.ts';
import { noteKeys, providerPage, searchWays } from './model/provider.ts';
import {
  client,
  signedInBy,
  signInBegun,
  signInId,
  signInTarget,
  signInWaysOfAccount,
} from './model/provider-sign-in.ts';
import { indexState, leftOutReason, unreadReason } from './model/search.ts';
import { verdict } from './model/verdict.ts';
import { warning as anyWarning } from './model/warning.ts';
import { watchStates } from './model/watch-state.ts';
import { query } from './search/query.ts';

/**
 * Every call and every event between the window and the process that does the work, once, with schemas
 * for both directions. A call answers `{ok: true, value}` or `{ok: false, failure}`.
 */

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

export const failure = z.object({
  ...anyFailure.shape,
  code: z.string().max(64).exactOptional(),
  message: text,
  nextStep: text,
  serverText: text.exactOptional(),
  mailbox: name.exactOptional(),
  rawPath: path.exactOptional(),
  /** What is to be known about the provider that refused. */
  noteKey: z.enum(noteKeys).optional(),
  page: providerPage.optional(),
});

/** What a person should know although nothing failed. */
const warning = z.object({
  ...anyWarning.shape,
  code: z.string().max(64).exactOptional(),
  message: text,
  cause: failure.exactOptional(),
  mailbox: name.exactOptional(),
});

/** Messages, and the bytes of their files. */
const sum = { messages: count, bytes: count };

/** What an archive holds: bytes of message files, and messages by the year of their date (UTC), oldest first. */
const stock = z.object({
  bytes: count,
  years: z.array(z.object({ year: z.int(), messages: count })).max(200),
});

/** What a person chose for an account; holds no secret. */
const profile = z.object({
  email: name,
  user: name,
  server,
  /** Mailboxes that are left out; everything else is archived, new ones too. */
  leftOut: z.array(name).max(10_000),
  headersOnly: z.boolean(),
  unseenOnly: z.boolean(),
  /** Of `selection` in shared/model/mailbox.ts; absent of profiles of the first landing. */
  receivedSince: time.optional(),
  receivedBefore: time.optional(),
  largerThan: count.optional(),
  smallerThan: count.optional(),
  /** Also writes a list of all messages, `index.csv`. */
  index: z.boolean().optional(),
  /** Also makes a folder of links for each of Gmail's labels. */
  labelFolders: z.boolean().optional(),
  /** New mail is saved as it arrives, while Mailstow is open. */
  keepUp: z.boolean().optional(),
  /**
   * By POP3 alone: days between the two readings of a message's file, after which it is deleted on the server. Absent:
   * nothing is ever deleted.
   */
  deleteAfter: z.int().min(1).max(3_650).optional(),
  folder: path,
  rememberPassword: z.boolean(),
});

export const account = z.object({
  id,
  profile,
  /** The folder in which runs stored mail, so that it is missed where it is gone. */
  storedIn: path.optional(),
  /** Of an account that is signed in to with its provider: the sign-in is good, as far as is known. */
  hasPassword: z.boolean(),
  /** The provider whose sign-in it has; absent of an account with a password. */
  signedInBy: signedInBy.optional(),
  lastRun: z
    .object({
      finishedAt: time,
      complete: z.boolean(),
      messages: count,
      /** Absent of runs of the first landing. */
      verdict: verdict.optional(),
      /** What the archive held after it; absent until it was counted. */
      stock: stock.optional(),
      /** What ended it, where it did not come to its end. */
      failure: failure.optional(),
    })
    .optional(),
  /** The last run that found everything archived. */
  lastComplete: z.object({ finishedAt: time, messages: count }).optional(),
  /** The last check of the archive that came to its end. */
  lastCheck: lastCheck.optional(),
});

/** Whose mail an archive holds: user and server, not the port, and by what it came (absent: IMAP). */
const identity = z.object({ user: name, host: name, protocol: server.shape.protocol });

/** An archive that was opened without its account. */
export const openedArchive = z.object({
  id,
  folder: path,
  /** Absent where the archive does not say. */
  account: identity.optional(),
  /** Absent until it was counted. */
  stock: stock.optional(),
});

/** What the last run left in a folder, and when that was. */
const lastLeft = { messages: count.optional(), archivedAt: time.optional() };

const holding = z.object({
  /** `otherWay`: the account's own, that was begun by the other protocol. */
  whose: z.enum(['own', 'other', 'otherWay', 'unknown']),
  account: identity.optional(),
  isOfLaterVersion: z.boolean(),
  ...lastLeft,
});

const tested = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ok'), encryption: text.optional() }),
  z.object({ result: z.literal('untrusted'), failure, certificate: seenCertificate }),
  z.object({ result: z.literal('failed'), failure }),
]);

const mailbox = z.object({
  name,
  /** Levels of the name, outermost first. */
  levels: z.array(name),
  use: z.enum(['inbox', 'all', 'archive', 'drafts', 'flagged', 'junk', 'sent', 'trash']).optional(),
  /** False for a mere level of the tree. */
  selectable: z.boolean(),
  messages: count.optional(),
  /** Of all its messages; absent where the server does not tell it unasked. */
  bytes: count.optional(),
});

/** A folder on the server, or a mere level of the tree. */
const serverFolder = mailbox.extend({
  /** Mail programs that show subscribed folders alone show it. */
  subscribed: z.boolean(),
});

const serverFolders = z.object({
  /** Every level before what is below it. */
  folders: z.array(serverFolder),
  /** Subscribed names of which there is no folder. */
  lost: z.array(name),
  /** Folders can be made inside of others. */
  nests: z.boolean(),
});

/** What a server shows to anyone who connects; nobody signs in for it. */
const serverDetails = z.object({
  server,
  /** Absent where the server's certificate is not trusted: nothing more is said to it. */
  greeting: text.optional(),
  capabilities: z.array(text).optional(),
  encryption: z.object({ protocol: text, cipher: text }).optional(),
  /** Of an encrypted connection. */
  certificate: z.union([presentedCertificate, seenCertificate]).optional(),
  /** Why its certificate is not trusted. */
  failure: failure.optional(),
});

const mailboxProgress = z.object({
  mailbox: name,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  onServer: count.optional(),
  toFetch: count.optional(),
  stored: count,
  storedBytes: count,
  archived: count.optional(),
  missing: count.optional(),
  /** The part of what is to be fetched that has arrived; large messages count while they arrive. */
  share: z.number().min(0).max(1).optional(),
});

const runHead = z.object({
  accountId: id,
  /** Rises with each `run.changed` of this run; a window that missed one asks for the whole. */
  revision: count,
  state: z.enum([
    'connecting',
    'running',
    'paused',
    'waiting',
    'stopping',
    'done',
    'stopped',
    'failed',
  ]),
  startedAt: time,
  finishedAt: time.optional(),
  /** Messages that this run stored, and that it found to be lacking so far. */
  stored: count,
  toFetch: count,
  storedBytes: count,
  /** The bytes of this run with what has arrived of large messages; never falls. */
  received: count,
  /** Messages on the server that need no more doing: on disk, or not asked for. */
  done: count,
  /** Messages and bytes of all mailboxes, where the server told them at the start. */
  messages: count.optional(),
  bytes: count.optional(),
  /** How much of the account is dealt with; never falls, absent while nobody knows. */
  fraction: z.number().min(0).max(1).optional(),
  secondsLeft: count.optional(),
  /** Messages a second, over the last seconds. */
  speed: z.number().nonnegative(),
  bytesPerSecond: z.number().nonnegative(),
  /** `reason` is the engine's own sentence, with the server's words in it. */
  waiting: z
    .object({
      cause: z.enum(['connection-lost', 'pause-asked', 'login-refused', 'mailbox-busy']),
      reason: text,
      until: time,
    })
    .optional(),
  problemCount: count,
  warningCount: count,
  /** Once the run is over. */
  verdict: verdict.optional(),
  /** What ended the run, where it did not come to its end. */
  failure: failure.optional(),
});

export const runState = runHead.extend({
  mailboxes: z.array(mailboxProgress),
  /** The first of them; a run may meet more than anybody reads. */
  problems: z.array(failure),
  /** The first of them too. */
  warnings: z.array(warning),
});

/** What has changed of a run: totals, the mailboxes that changed, problems and warnings from one on. */
export const runChange = runHead.extend({
  /** `at`: the place among the mailboxes of the state. */
  mailboxes: z.array(mailboxProgress.extend({ at: count })),
  problems: z.array(failure),
  problemsFrom: count,
  warnings: z.array(warning),
  warningsFrom: count,
});

/** What the archive has of its last run; where it has more than is shown, the saved report has all. */
const shownReport = z.object({
  startedAt: time,
  finishedAt: time,
  user: name,
  /** The server's name. */
  server: name,
  verdict,
  /** Those that the run came to the end of. */
  mailboxes: z.array(z.object({ mailbox: name, onServer: count, archived: count, missing: count })),
  /** Those that it was not to archive, or could not; '' where it has no name. */
  others: z.array(
    z.object({ mailbox: z.string().max(4_096), reason: otherReason, messages: count.optional() }),
  ),
  notReached: z.array(name),
  problems: z.array(failure),
  problemCount: count,
  warnings: z.array(warning),
  warningCount: count,
  failure: failure.optional(),
});

const historyTimes = {
  startedAt: time,
  finishedAt: time,
  /** What ended it early. */
  failure: failure.optional(),
};

/** One line of the history. */
const historyRow = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('run'),
    ...historyTimes,
    state: verdict.shape.state,
    /** New messages, and their bytes. */
    stored: count,
    bytes: count,
    missing: count,
    /** Folders that could not be archived or were not reached. */
    folders: count,
  }),
  z.object({
    what: z.literal('check'),
    ...historyTimes,
    state: checkState,
    files: count,
    bytes: count,
    damaged: count,
    withServer: z.boolean(),
  }),
]);

const checkProgress = z.object({
  accountId: id,
  state: z.enum(['reading', 'comparing', 'stopping', ...checkState.options]),
  startedAt: time,
  finishedAt: time.optional(),
  /** Read so far, and what there is to read once that is known. */
  files: count,
  bytes: count,
  allFiles: count.optional(),
  allBytes: count.optional(),
  /** The one that is being read. */
  mailbox: name.optional(),
  /** Once it came to its end. */
  result: checkResult.optional(),
  failure: failure.optional(),
  /** Why the archive's history does not have it. */
  notKept: failure.optional(),
});

const watchState = z.object({
  accountId: id,
  state: watchStates,
  /** How the server is heard of. */
  by: z.enum(['notify', 'idle', 'polling']).exactOptional(),
  /** That are being saved. */
  messages: count.exactOptional(),
  /** Why it waits or ended, and until when it waits. */
  failure: failure.exactOptional(),
  until: time.exactOptional(),
});

const messageQuery = z.object({
  /** Absent: all accounts and opened archives in one list, by date; folders and conversations are of one alone. */
  accountId: id.optional(),
  mailbox: name.optional(),
  sort: sortKey,
  descending: z.boolean(),
  offset: count,
  limit: z.int().min(1).max(500),
  /** One row for each conversation, that of its newest message; always by date. */
  conversations: z.boolean().optional(),
});

const messageRow = z.object({
  accountId: id,
  id: count,
  /** The folder that it stands in. */
  mailbox: name,
  sender: text,
  /** Names or addresses of the first it is written to. */
  recipients: text,
  subject: text,
  date: time,
  size: count,
  attachments: count,
  unread: z.boolean(),
  headersOnly: z.boolean(),
  /** No longer on the server; absent where it is or where that is not known. */
  gone: z.boolean().optional(),
});

/** From and to in UTF-16 units of the text that they are of. */
const mark = z.tuple([count, count]);

const foundRow = messageRow.extend({
  flagged: z.boolean(),
  /** Of its text, around what was looked for; `attachment`: of the text of the file of that name. */
  snippet: z.object({ text, marks: z.array(mark), attachment: text.optional() }),
});

const searchQuery = z.object({
  query,
  /** Absent: all accounts and opened archives. */
  narrow: z.object({ accountId: id, mailbox: name.optional() }).optional(),
  /** `relevance`: what is in the subject first, then in sender and names of files, then the rest; each newest first. */
  sort: z.enum(['date', 'relevance']),
  descending: z.boolean(),
  offset: count,
  limit: z.int().min(1).max(500),
});

const searchAnswer = z.object({
  /** Messages that fit; with `atLeast` there are more than that, nobody counted them. */
  total: count,
  atLeast: z.boolean(),
  /** A phrase is still looked for in files: the same question, asked again, goes on from here. */
  goesOn: z.boolean(),
  rows: z.array(foundRow),
  /** Messages in the index, and in the library, of what was searched. */
  searched: z.object({ done: count, of: count }),
  /** Attachments whose text is not in the index because they could not be read. */
  unreadable: count,
  /** What was not searched, and why. */
  leftOut: z.array(z.object({ accountId: id, reason: leftOutReason })),
});

const accountIndex = z.object({
  accountId: id,
  on: z.boolean(),
  /** Of the index on disk. */
  bytes: count,
  /** Messages in it, and in the library. */
  done: count,
  of: count,
  /** Files whose text is still to be read. */
  attachments: count,
  state: indexState,
  failure: failure.optional(),
});

const attachment = z.object({
  index: count,
  name: text,
  type: text,
  size: count,
  /** A program, a script, a macro document…: saved only after a warning. */
  dangerous: z.boolean(),
  /** Of a kind that the system's own program may open; anything else is saved only. */
  openable: z.boolean(),
  /** How it can be looked at here; absent where it cannot. */
  preview: previewKind.optional(),
});

const message = z.object({
  id: count,
  from: text,
  to: text,
  cc: text,
  subject: text,
  date: time,
  headers: z.array(z.object({ name: text, value: text })),
  text: z.string(),
  /** Address of the sanitised page, where the message has one. */
  page: z.string().optional(),
  /** Words of the query that are marked on the page: elements `mailstow-mark-1` and so on. */
  pageMarks: count.optional(),
  blockedRemote: count,
  /** Pictures let through that have an http address: they are asked for with https, and not everywhere to be had so. */
  upgradedRemote: count,
  attachments: z.array(attachment),
  /** Something of it is signed or encrypted: `library.protection` says how. */
  isProtected: z.literal(true).optional(),
  path,
  /** Why the message is not shown whole, where it is not. */
  note: z.enum(['headers-only', 'encrypted', 'signed', 'long', 'malformed']).optional(),
});

export const settings = z.object({
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  panes: z.array(z.number()).max(4),
  /** Of lists of messages. */
  density: z.enum(['comfortable', 'compact']),
  /** Lists of messages have one row for each conversation. */
  conversations: z.boolean(),
  /** Conversations with mail servers are recorded, for anyone who looks into a problem. */
  trace: z.boolean(),
  /** New versions are looked for, once the person said so. */
  updates: z.enum(['unasked', 'on', 'off']),
  /** Accounts and opened archives of which no index is kept; see `search.switch`. */
  unsearched: z.array(id).max(10_000).optional(),
});

/** A file or folder. */
const entry = z.object({ name, path });
const folderSeen = z.object({ path, parent: path.nullable(), folders: z.array(entry) });

/** Bytes free in a folder, and the archive in it, if any. */
const folderLook = z.object({
  free: count,
  /** Nothing can be written there. */
  readOnly: z.literal(true).optional(),
  holds: holding.optional(),
});

const nothing = z.void();
/** What it takes to sign in; what is known of the account, where no password is typed. */
const access = z.object({
  server,
  user: name,
  password: text.optional(),
  /** A sign-in with the provider that was finished. */
  signInId: signInId.optional(),
  accountId: id.optional(),
  /** Names the wait for the answer, so that `accounts.cancel` can end it. */
  waitId: id.optional(),
});
const forAccount = z.object({ accountId: id });
/** `waitId`: as of `access`; `password`: typed now, where none is known. */
const onServer = forAccount.extend({ waitId: id.optional(), password: text.optional() });
const forFolder = onServer.extend({ mailbox: name });
const forMessage = z.object({ accountId: id, messageId: count });

/** Messages that were picked one by one. */
const picked = z
  .array(z.object({ accountId: id, ids: z.array(count).min(1).max(mostPicked) }))
  .max(1_000);

/** Several messages: those that were picked, or all of a list but some. */
const chosenMessages = z.discriminatedUnion('which', [
  z.object({ which: z.literal('these'), messages: picked }),
  z.object({
    which: z.literal('folder'),
    /** Absent: of all accounts and opened archives. */
    accountId: id.optional(),
    mailbox: name.optional(),
    without: picked,
  }),
  z.object({
    which: z.literal('found'),
    query,
    narrow: z.object({ accountId: id, mailbox: name.optional() }).optional(),
    without: picked,
  }),
]);

/** Several messages on their way out of the archive. */
const exportState = z.object({
  exportId: id,
  as: exportKind,
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** Messages that are written, and how many there are to write. */
  done: count,
  of: count,
  /** Of the messages that are written. */
  bytes: count,
  /** Messages that could not be read, and are not in it. */
  lacking: count,
  /** The first of them, and why. */
  problems: z.array(z.object({ subject: text, failure })).max(20),
  /** Of the file or folder. */
  name: text,
  /** What ended it, where it did not come to its end. */
  failure: failure.optional(),
});

const delivered = z.object({ saved: z.boolean(), download: z.string().optional() });

const signInState = z.object({
  signInId,
  /** Of an account that is there. */
  accountId: id.optional(),
  /** `finishing`: the person is through, the provider is asked for the rest. */
  state: z.enum(['waiting', 'finishing', 'done', 'failed']),
  failure: failure.optional(),
});

/** Where the server of an address is, and what is to be known about it. */
const guess = z.object({
  /** What is usual, where none was found. */
  server,
  user: name,
  /** Under `provider` in the catalogue of the window. */
  noteKey: z.enum(noteKeys).optional(),
  page: providerPage.optional(),
  /** A person has to agree that this server is their provider's before a password goes there. */
  isElsewhere: z.boolean().optional(),
  /** Who was asked in vain; absent where a server was found. */
  asked: z.array(z.object({ way: z.enum(searchWays), names: z.array(name) })).optional(),
  /** The provider lets no other program read mail, as the note says. */
  isClosed: z.boolean().optional(),
  /** Where the inbox of the same mail is to be had by POP3, beside IMAP. */
  otherWay: z.object({ server, user: name }).optional(),
});

export const calls = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: text,
      host: z.enum(['desktop', 'browser']),
      language: text,
      /** False where passwords are asked for each time, because they could not be kept safely. */
      keepsPasswords: z.boolean(),
      /** Folder of the log and of recorded conversations. */
      logs: path,
      /** Whether this program can look for new versions of itself. */
      looksForUpdates: z.boolean(),
    }),
  },
  'accounts.list': { input: nothing, output: z.array(account) },
  'accounts.guess': { input: z.object({ email: name, waitId: id.optional() }), output: guess },
  'accounts.test': { input: access, output: tested },
  'accounts.mailboxes': { input: access, output: z.array(mailbox) },
  /**
   * Counts the bytes of the mailboxes whose sizes the server does not tell; they come as `mailboxes.counted`.
   * `whole` is false where there was too much to count.
   */
  'accounts.count': {
    input: access.extend({ waitId: id }),
    output: z.object({ whole: z.boolean() }),
  },
  /** Ends a wait for a server, and the connection that it is for; what has ended already is no fault. */
  'accounts.cancel': { input: z.object({ waitId: id }), output: nothing },
  'accounts.save': {
    input: z.object({
      id: id.optional(),
      profile,
      password: text.optional(),
      /** A sign-in with the provider that was finished, in place of a password. */
      signInId: signInId.optional(),
    }),
    output: account,
  },
  'accounts.remove': { input: forAccount, output: nothing },
  /** The account's archive was moved, and is in this folder now. */
  'accounts.locate': { input: forAccount.extend({ folder: path }), output: account },
  /** What the account's server shows before anyone signs in. */
  'accounts.server': { input: forAccount.extend({ waitId: id.optional() }), output: serverDetails },
  /** The folders on the server, as they are now. */
  'mailboxes.list': { input: onServer, output: serverFolders },
  /** Each of these changes the server, once, and gives the folders as they are then. */
  'mailboxes.create': {
    /** `parent`: absent for the top; `folder`: the name of one level. */
    input: onServer.extend({ parent: name.optional(), folder: name, subscribe: z.boolean() }),
    output: serverFolders,
  },
  'mailboxes.rename': {
    input: forFolder.extend({ parent: name.optional(), folder: name }),
    output: serverFolders,
  },
  'mailboxes.subscribe': {
    input: forFolder.extend({ subscribed: z.boolean() }),
    output: serverFolders,
  },
  /** What would go with it; reads the archive's files of it. Changes nothing. */
  'mailboxes.lookBeforeDeletion': {
    input: forFolder,
    output: z.object({ messages: count, notArchived: count }),
  },
  /** Fails where anything in it is not archived, or it does not hold as many messages as the person was told of. */
  'mailboxes.delete': { input: forFolder.extend({ messages: count }), output: serverFolders },
  /**
   * Messages that fit, that the account archives and its archive does not have. Of terms that servers know, without
   * those of accounts. `problem`: why a folder could not be asked. Changes nothing.
   */
  'mailboxes.search': {
    input: onServer.extend({ query }),
    output: z.object({ notArchived: count, problem: failure.optional() }),
  },
  /** Takes the removal back, password included, for a minute and as long as Mailstow runs. */
  'accounts.restore': { input: forAccount, output: account },
  /** May ask the server where its sign-in is, where nothing is known of it. */
  'signIn.ways': {
    input: z.object({ server, email: name, waitId: id.optional() }),
    output: signInWaysOfAccount,
  },
  /** Only one at a time goes on for an account. Of an account that is there the grant is kept once it is done. */
  'signIn.begin': {
    input: z.object({
      target: signInTarget,
      way: z.enum(['browser', 'device']),
      /** The person's own, remembered for the provider. */
      client: client.optional(),
      /** With another name than the account's: for an alias, or a mailbox that several share. */
      as: name.optional(),
    }),
    output: signInBegun,
  },
  /** The address that the browser ended at, copied from a browser on another machine. */
  'signIn.finish': { input: z.object({ signInId, redirectedTo: text }), output: nothing },
  /** What has ended already is no fault. */
  'signIn.cancel': { input: z.object({ signInId }), output: nothing },
  /** Those that go on, and those that ended in the last minutes. */
  'signIn.list': { input: nothing, output: z.array(signInState) },
  /** Tells the provider that the sign-in is over, and forgets it. */
  'signIn.out': { input: forAccount, output: account },
  'folders.choose': { input: z.object({ start: path.optional() }), output: path.nullable() },
  'folders.browse': { input: z.object({ path: path.optional() }), output: folderSeen },
  /** Where an account's archive may well be kept; null where no place suggests itself. Nothing is made there. */
  'folders.propose': {
    input: z.object({ email: name, account: identity.optional() }),
    output: folderLook.extend({ path }).nullable(),
  },
  'folders.create': { input: z.object({ parent: path, name }), output: path },
  /** What can be kept in a folder, which need not exist yet, by `account`: bytes free, and the archive in it, if any. */
  'folders.look': {
    input: z.object({ path, account: identity.optional() }),
    output: folderLook,
  },
  'certificates.choose': {
    input: z.object({ what: z.enum(['file', 'folder']), start: path.optional() }),
    output: path.nullable(),
  },
  /** Also the files that are called as certificates are; where `path` is a file, those beside it. */
  'certificates.browse': {
    input: z.object({ path: path.optional() }),
    output: folderSeen.extend({ files: z.array(entry) }),
  },
  'runs.start': {
    input: z.object({
      accountId: id,
      password: text.optional(),
      /** The account has a new server or user name, and the archive holds its mail all the same. */
      moved: z.boolean().optional(),
      /** The archive is gone: another one is begun and everything downloaded again. */
      anew: z.boolean().optional(),
    }),
    output: runState,
  },
  'runs.pause': { input: forAccount, output: nothing },
  'runs.resume': { input: forAccount, output: nothing },
  'runs.stop': { input: forAccount, output: nothing },
  'runs.list': { input: nothing, output: z.array(runState) },
  /** Of the accounts that are kept up with their mail. */
  'watches.list': { input: nothing, output: z.array(watchState) },
  'library.mailboxes': {
    input: forAccount,
    output: z.array(z.object({ name, messages: count, unread: count })),
  },
  /** What of an archive a later version of the app made, if anything. */
  'library.later': {
    input: forAccount,
    output: z.object({ madeByLater: z.enum(['archive', 'list']).optional() }),
  },
  'library.messages': {
    input: messageQuery,
    output: z.object({
      /** Messages, or conversations. */
      total: count,
      rows: z.array(messageRow),
      /** Rows are conversations; asked for, they are not until older messages were gone through for them. */
      conversations: z.boolean(),
      /** Of all accounts, those that are not in the list, and why. */
      leftOut: z.array(z.object({ accountId: id, reason: unlistedReason })).optional(),
    }),
  },
  /** The first words of messages, and with `conversations` how many messages theirs have in all accounts; bounded. */
  'library.previews': {
    input: z.object({ accountId: id, ids: z.array(count).max(50), conversations: z.boolean() }),
    output: z.array(z.object({ id: count, text, count: count.optional() })),
  },
  /**
   * The messages of a message's conversation, each once, oldest first; the newest 500. `everywhere`: in all accounts,
   * which may have to look for what is new first.
   */
  'library.conversation': {
    input: forMessage.extend({ everywhere: z.boolean() }),
    output: z.array(messageRow),
  },
  /** All messages that rows of conversations stand for: in all accounts, or with `list` what that list has of them. */
  'library.conversations': {
    input: z.object({
      accountId: id,
      ids: z.array(count).min(1).max(500),
      list: z.object({ mailbox: name.optional() }).optional(),
    }),
    output: z.array(z.object({ accountId: id, ids: z.array(count) })),
  },
  'library.message': {
    /** `query`: whose words are marked. */
    input: forMessage.extend({ remote: z.boolean(), query: query.optional() }),
    output: message,
  },
  'library.source': { input: forMessage, output: z.object({ text: z.string(), cut: z.boolean() }) },
  'library.saveAttachment': {
    input: forMessage.extend({ index: count }),
    output: delivered,
  },
  /** Several at once, into a folder that the person chooses; in browser mode one download each. */
  'library.saveAttachments': {
    input: forMessage.extend({ indexes: z.array(count).min(1).max(2_000) }),
    output: z.object({
      saved: count,
      folder: path.optional(),
      downloads: z.array(z.string()).optional(),
    }),
  },
  'library.previewAttachment': { input: forMessage.extend({ index: count }), output: preview },
  'library.invitations': { input: forMessage, output: z.array(invitation) },
  'library.protection': { input: forMessage, output: protection },
  'library.openAttachment': { input: forMessage.extend({ index: count }), output: nothing },
  'library.showFile': { input: forMessage, output: nothing },
  /** Its file, byte for byte. */
  'library.saveMessage': { input: forMessage, output: delivered },
  /** `remote`: with the pictures from elsewhere that the person allowed for it. In the desktop app alone. */
  'library.savePdf': { input: forMessage.extend({ remote: z.boolean() }), output: delivered },
  /** `page`: what the window is to print, where the host does not print by itself. */
  'library.print': {
    input: forMessage.extend({ remote: z.boolean() }),
    output: z.object({ page: z.string().optional() }),
  },
  /** `address`: what the window is to follow, where the host does not start mail programs by itself. */
  'library.reply': { input: forMessage, output: z.object({ address: text.optional() }) },
  /** Begins to drag copies of messages out of the window, while the button of the mouse is down. In the desktop app alone. */
  'library.drag': { input: z.object({ messages: picked }), output: nothing },
  /** No `exportId` where the person thought better of it; `download`: where the page fetches it, which begins it. */
  'exports.start': {
    input: z.object({ chosen: chosenMessages, as: exportKind }),
    output: z.object({ exportId: id.optional(), download: z.string().optional() }),
  },
  'exports.stop': { input: z.object({ exportId: id }), output: nothing },
  /** Those that go on, and the last that ended. */
  'exports.list': { input: nothing, output: z.array(exportState) },
  /** Shows what was written in the system's file manager. */
  'exports.show': { input: z.object({ exportId: id }), output: nothing },
  /** What fits a query, in all accounts at once. */
  'library.search': { input: searchQuery, output: searchAnswer },
  /** Attachments that could not be read, newest first; at most 500 rows. */
  'library.unreadable': {
    input: z.object({ accountId: id.optional() }),
    output: z.object({
      total: count,
      rows: z.array(
        z.object({
          ...{ accountId: id, messageId: count, sender: text, subject: text, date: time },
          ...{ name: text, type: text, size: count, reason: unreadReason },
        }),
      ),
    }),
  },
  /** How often a query's words are in the texts of a message's attachments; without those where they are not. */
  'library.matchesInside': {
    input: forMessage.extend({ query }),
    output: z.array(z.object({ index: count, count })),
  },
  /** What is stored of an account, or of all, in numbers; each message of an account counted once. */
  'library.numbers': {
    input: z.object({
      accountId: id.optional(),
      /** The first of the years by which messages are counted. */
      firstYear: z.int().min(1).max(9_999),
      /** First milliseconds of them in the person's time zone, and of the one behind the last. */
      starts: z.array(time).min(2).max(300),
    }),
    output: z.object({
      ...sum,
      years: z.array(z.object({ year: z.int(), ...sum })).max(300),
      /** Messages of none of the years. */
      undated: count,
      /** Those with the most messages, and those with the most bytes. */
      senders: z.array(z.object({ name: text, address: text, ...sum })).max(100),
      /** Messages with an attachment of each kind that there is; of those in the search's index. */
      kinds: z.array(z.object({ type: z.string().max(32), ...sum })).max(100),
      indexed: z.object({ done: count, of: count }),
      /** Accounts whose archive is not there, or does not answer. */
      away: count,
    }),
  },
  'search.state': { input: nothing, output: z.array(accountIndex) },
  /** Off: the index is deleted, and none is made until it is on again. */
  'search.switch': { input: forAccount.extend({ on: z.boolean() }), output: nothing },
  /** Deletes the index; where search is on it is made again. */
  'search.delete': { input: forAccount, output: nothing },
  /** Whether the archive is where it was; `silent`: its disk does not answer. */
  'archive.whereabouts': {
    input: forAccount,
    output: z.object({ state: z.enum(['there', 'missing', 'silent']) }),
  },
  /** Archives of the account where its own may have been moved to, the nearest first. */
  'archive.find': {
    input: forAccount,
    output: z.array(z.object({ folder: path, ...lastLeft })).max(3),
  },
  'archive.showFolder': { input: forAccount, output: nothing },
  'archive.saveReport': {
    input: forAccount,
    output: z.object({ saved: z.boolean(), download: z.string().optional() }),
  },
  /** Of the last run, as it is in the archive; null where no run left one. */
  'archive.report': { input: forAccount, output: shownReport.nullable() },
  /** Newest first; `total` may be more than the rows. `lastCheck`: the last one that came to its end. */
  'archive.history': {
    input: forAccount,
    output: z.object({
      total: count,
      rows: z.array(historyRow),
      lastCheck: z
        .object({
          startedAt: time,
          finishedAt: time,
          state: checkState,
          result: checkResult.exactOptional(),
        })
        .optional(),
    }),
  },
  /** `server`: compare with the server too. @returns the check that goes on already, where there is one */
  'archive.check': {
    input: z.object({ accountId: id, server: z.boolean(), password: text.optional() }),
    output: checkProgress,
  },
  'archive.stopCheck': { input: forAccount, output: nothing },
  /** The present or last check of each account since the start. */
  'archive.checks': { input: nothing, output: z.array(checkProgress) },
  'archives.list': { input: nothing, output: z.array(openedArchive) },
  /** To be read without its account; its id stands wherever an account's does for `library.…` and `archive.…`. */
  'archives.open': { input: z.object({ folder: path }), output: forAccount },
  /** Takes it from the list, and nothing else. */
  'archives.remove': { input: forAccount, output: nothing },
  /** What to send to somebody who helps; `named`: addresses and names of folders too. `window`: what shows it. */
  'diagnostics.report': {
    input: z.object({ named: z.boolean(), window: z.string().max(500) }),
    output: z.object({ text: z.string() }),
  },
  'settings.get': { input: nothing, output: settings },
  'settings.set': { input: settings.partial(), output: settings },
} as const satisfies Record<(typeof callNames)[number], unknown>;

export const events = {
  /** At most about ten a second for each run. */
  'run.changed': runChange,
  /** At most about ten a second for each account. */
  'watch.changed': watchState,
  /** At most about ten a second for each check. */
  'check.changed': checkProgress,
  'accounts.changed': z.array(account),
  'signIn.changed': signInState,
  'archives.changed': z.array(openedArchive),
  /** What `accounts.count` found; at most about ten a second for each count. */
  'mailboxes.counted': z.object({
    waitId: id,
    mailboxes: z.array(z.object({ name, bytes: count })),
  }),
  /** Messages were added to the library of this account. */
  'library.changed': z.object({ accountId: id, messages: count }),
  /** At most about two a second for each account. */
  'search.changed': accountIndex,
  /** At most about ten a second for each. */
  'export.changed': exportState,
  'settings.changed': settings,
  /** The menu of the desktop app leads to a place of the window, a file opened from outside to its message. */
  'place.asked': askedPlace,
} as const satisfies Record<(typeof eventNames)[number], unknown>;

export type CallName = keyof typeof calls;
/** What a call takes. */
export type Input<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>;
/** What a call gives where it succeeds. */
export type Output<Name extends CallName> = z.infer<(typeof calls)[Name]['output']>;
/** What crosses the boundary as the answer to a call. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: z.infer<typeof failure> };

export type EventName = keyof typeof events;
export type EventValue<Name extends EventName> = z.infer<(typeof events)[Name]>;

export type { MailProtocol, SeenCertificate, Server } from './model/account.ts';
export { isSameAccess, mailProtocols } from './model/account.ts';
export { type ExportKind, mostPicked } from './model/export.ts';
export type { CheckResult } from './model/history.ts';
export type { Invitation, InvitationAnswer, Moment } from './model/invitation.ts';
export type { SortKey } from './model/library.ts';
export { openedFiles } from './model/library.ts';
export { type SignInWay, signInWays } from './model/sign-in-ways.ts';
export { sumOf, sumParts } from './model/sum.ts';
export type { Verdict } from './model/verdict.ts';
export type ShownFailure = z.infer<typeof failure>;
export type ShownWarning = z.infer<typeof warning>;
export type Stock = z.infer<typeof stock>;
export type { Preview } from './model/preview.ts';
export type { Encryption, NeededKey, Protection, Signature } from './model/protection.ts';
export type { NoteKey, ProviderPage } from './model/provider.ts';
export type { SignInBegun, SignInWaysOfAccount } from './model/provider-sign-in.ts';
export type SignInState = z.infer<typeof signInState>;
export type ProviderSignIn = NonNullable<Output<'signIn.ways'>['provider']>;
export type OpenedArchive = z.infer<typeof openedArchive>;
export type Account = z.infer<typeof account>;
export type Profile = z.infer<typeof profile>;
export type ServerFolders = z.infer<typeof serverFolders>;
export type ServerFolder = z.infer<typeof serverFolder>;
export type ServerDetails = z.infer<typeof serverDetails>;
export type MailboxEntry = z.infer<typeof mailbox>;
export type RunState = z.infer<typeof runState>;
export type RunChange = z.infer<typeof runChange>;
export type WatchState = z.infer<typeof watchState>;
export type Settings = z.infer<typeof settings>;
export type ShownReport = z.infer<typeof shownReport>;
export type HistoryRow = z.infer<typeof historyRow>;
export type CheckProgress = z.infer<typeof checkProgress>;
export type MessageRow = z.infer<typeof messageRow>;
export type FoundRow = z.infer<typeof foundRow>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type Numbers = Output<'library.numbers'>;
export type AccountIndex = z.infer<typeof accountIndex>;
export type Message = z.infer<typeof message>;
export type ChosenMessages = z.infer<typeof chosenMessages>;
export type ExportState = z.infer<typeof exportState>;
export type Attachment = z.infer<typeof attachment>;

/** The one way from the window to the process that does the work; what preload exposes. */
export interface Bridge {
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>>>;
  /** @returns ends the subscription */
  subscribe<Name extends EventName>(
    name: Name,
    listener: (value: EventValue<Name>) => void,
  ): () => void;
  /** Told when events begin to be heard, and again after a break in which some may have been missed. */
  onConnect?(listener: () => void): void;
}
