import type { Way } from '../../../renderer/parts/failure-ways.ts';
import type { FilterFault } from '../../../renderer/store/filters.ts';
import type { Wanted } from '../../../renderer/store/folder-browser.ts';
import type { View } from '../../../renderer/store/message.ts';
import type { Measure } from '../../../renderer/store/numbers.ts';
import type { MessageAct } from '../../../renderer/store/outgoing.ts';
import type { AccountTab } from '../../../renderer/store/place.ts';
import type { SearchSort } from '../../../renderer/store/search.ts';
import type { ServerFind } from '../../../renderer/store/server-finds.ts';
import type { Step } from '../../../renderer/store/setup.ts';
import type { SignInMeans } from '../../../renderer/store/sign-in.ts';
import type { FieldName } from '../../../renderer/store/suggestions.ts';
import type {
  EventValue,
  ExportKind,
  Invitation,
  MailProtocol,
  Message,
  NoteKey,
  Output,
  Preview,
  RunState,
  SortKey,
} from '../../../shared/contract.ts';
import type { app } from '../../../shared/i18n/en/app.ts';
import type { Damage } from '../../../shared/model/history.ts';
import type { UnlistedReason } from '../../../shared/model/library.ts';
import type { OtherReason } from '../../../shared/model/mailbox.ts';
import type { SearchWay } from '../../../shared/model/provider.ts';
import type { WaitCause } from '../../../shared/model/run.ts';
import type { LeftOutReason, UnreadReason } from '../../../shared/model/search.ts';
import type { AttachmentKind } from '../../../shared/search/attachment-kinds.ts';
import type { Term } from '../../../shared/search/query.ts';

type Kind<Name extends Term['kind']> = Extract<Term, { kind: Name }>;

const keys = <Key extends string>(all: Readonly<Record<Key, true>>) => Object.keys(all);

/**
 * Keys that are chosen at run time, as in `t(`run.${state}`)`: by level, all that their union has. The compiler
 * refuses one that is missing here and one that the union does not have.
 */
export const families: Readonly<Record<string, readonly string[]>> = {
  'preview.nothing': keys<Extract<Preview, { shows: 'nothing' }>['reason']>({
    encrypted: true,
    damaged: true,
    'too-large': true,
    failed: true,
    unsupported: true,
  }),
  'invitation.kind': keys<Invitation['kind']>({
    invitation: true,
    update: true,
    cancelled: true,
    answer: true,
    event: true,
  }),
  'invitation.every': keys<NonNullable<Invitation['repeats']>['every']>({
    day: true,
    week: true,
    month: true,
    year: true,
    other: true,
  }),
  ways: keys<Way>({
    locate: true,
    'try-again': true,
    archive: true,
    password: true,
    signIn: true,
    client: true,
    server: true,
    certificate: true,
    'inbox-only': true,
    'all-folders': true,
    folder: true,
    'show-folder': true,
    'set-up': true,
    reload: true,
    report: true,
  }),
  'where.otherWay': keys<MailProtocol>({ imap: true, pop3: true }),
  numbers: keys<Measure>({ messages: true, bytes: true }),
  'what.wrong': keys<FilterFault>({ dates: true, sizes: true }),
  places: keys<Exclude<EventValue<'place.asked'>['place'], 'report' | 'message'>>({
    accounts: true,
    library: true,
    settings: true,
  }),
  steps: keys<Step>({ who: true, what: true, where: true, start: true }),
  'standing.label': keys<keyof typeof app.standing.label>({
    safe: true,
    working: true,
    needs: true,
    never: true,
  }),
  'help.sign': keys<keyof typeof app.standing.label>({
    safe: true,
    working: true,
    needs: true,
    never: true,
  }),
  help: keys<'kept' | 'without' | 'again' | 'private' | 'trouble'>({
    kept: true,
    without: true,
    again: true,
    private: true,
    trouble: true,
  }).flatMap(chapter => [`${chapter}.title`, `${chapter}.text`, `${chapter}.more`]),
  keys: keys<Exclude<keyof typeof app.keys, 'title'>>({
    sheet: true,
    search: true,
    nextMatch: true,
    move: true,
    ends: true,
    open: true,
    pick: true,
    pickMore: true,
    pickAll: true,
    leave: true,
    next: true,
  }),
  provider: keys<NoteKey>({
    gmail: true,
    outlook: true,
    outlookNoClient: true,
    yahoo: true,
    aol: true,
    icloud: true,
    fastmail: true,
    gmx: true,
    webde: true,
    seznam: true,
    proton: true,
    zoho: true,
    qq: true,
    netease163: true,
    netease126: true,
    yandex: true,
    googleWorkspace: true,
    microsoft365: true,
    microsoft365NoClient: true,
    appPassword: true,
    imapOff: true,
    imapOffAppPassword: true,
    ownPassword: true,
    noImap: true,
  }),
  'signIn.use': keys<SignInMeans>({ device: true, browser: true }),
  'who.mechanism': keys<Exclude<keyof typeof app.who.mechanism, 'label' | 'automatic'>>({
    bound: true,
    protected: true,
    outdated: true,
    asTyped: true,
    command: true,
    provider: true,
  }),
  'search.asked': keys<SearchWay>({
    provider: true,
    directory: true,
    settings: true,
    dns: true,
    guess: true,
  }),
  'away.answer': keys<keyof typeof app.away.answer>({ missing: true, silent: true }),
  'away.was': keys<keyof typeof app.away.was>({ missing: true, silent: true }),
  'browse.title': keys<Wanted>({
    'archive-folder': true,
    'existing-archive': true,
    'certificate-file': true,
    'certificate-folder': true,
  }),
  run: keys<RunState['state']>({
    connecting: true,
    running: true,
    paused: true,
    waiting: true,
    stopping: true,
    done: true,
    stopped: true,
    failed: true,
  }),
  'run.state': keys<RunState['mailboxes'][number]['state']>({
    waiting: true,
    running: true,
    done: true,
    failed: true,
  }),
  'run.sum': keys<keyof typeof app.run.sum>({
    onServer: true,
    archived: true,
    leftOut: true,
    missing: true,
  }),
  'run.wait': keys<WaitCause>({
    'connection-lost': true,
    'pause-asked': true,
    'login-refused': true,
    'mailbox-busy': true,
  }),
  'library.later': keys<NonNullable<Output<'library.later'>['madeByLater']>>({
    archive: true,
    list: true,
  }),
  'library.leftOut': keys<UnlistedReason>({ away: true, failed: true }),
  'library.sort': keys<SortKey>({
    date: true,
    sender: true,
    subject: true,
    size: true,
    attachments: true,
    unread: true,
  }),
  'find.sort': keys<SearchSort>({ newest: true, oldest: true, relevance: true }),
  'find.leftOut': keys<LeftOutReason>({ off: true, away: true, failed: true }),
  'find.server': keys<Exclude<ServerFind['state'], 'told' | 'failed'>>({
    asking: true,
    archiving: true,
  }),
  'find.field': keys<FieldName>({ from: true, to: true, subject: true, filename: true }),
  'find.name': keys<Kind<'name'>['what']>({ in: true, account: true, label: true }),
  'find.date': keys<Kind<'date'>['how']>({ before: true, after: true, on: true }),
  'find.size': keys<Kind<'size'>['how']>({ larger: true, smaller: true }),
  'find.flag': keys<Kind<'flag'>['flag']>({ unread: true, read: true, flagged: true }),
  'find.type': keys<AttachmentKind>({
    pdf: true,
    word: true,
    sheet: true,
    slides: true,
    picture: true,
    sound: true,
    film: true,
    calendar: true,
    contact: true,
    message: true,
    text: true,
    page: true,
    zip: true,
  }),
  'find.list.reason': keys<UnreadReason>({
    encrypted: true,
    damaged: true,
    'too-large': true,
    'too-slow': true,
    'too-much-memory': true,
    crashed: true,
  }),
  specialFolders: keys<keyof typeof app.specialFolders>({
    inbox: true,
    sent: true,
    drafts: true,
    trash: true,
    junk: true,
    archive: true,
    all: true,
    flagged: true,
  }),
  message: keys<View | MessageAct>({
    page: true,
    text: true,
    headers: true,
    source: true,
    saveFile: true,
    savePdf: true,
    printPaper: true,
    reply: true,
  }),
  several: keys<ExportKind>({ eml: true, zip: true, mbox: true, pdf: true }),
  'message.note': keys<NonNullable<Message['note']>>({
    'headers-only': true,
    encrypted: true,
    signed: true,
    long: true,
    malformed: true,
  }),
  // Of the report.
  sum: keys<keyof typeof app.run.sum>({
    onServer: true,
    archived: true,
    leftOut: true,
    missing: true,
  }),
  reasons: keys<OtherReason>({
    'left-out': true,
    shared: true,
    nameless: true,
    unreadable: true,
    failed: true,
    'no-longer-listed': true,
  }),
  columns: keys<
    'onServer' | 'excluded' | 'selected' | 'archived' | 'elsewhere' | 'missing' | 'gone' | 'total'
  >({
    onServer: true,
    excluded: true,
    selected: true,
    archived: true,
    elsewhere: true,
    missing: true,
    gone: true,
    total: true,
  }),
  proof: keys<AccountTab>({ report: true, history: true, check: true }),
  'proof.file': keys<Damage['what']>({ missing: true, altered: true }),
  'proof.difference': keys<keyof typeof app.proof.difference>({
    renumbered: true,
    'not-archived': true,
    failed: true,
  }),
  'proof.state': keys<keyof typeof app.proof.state>({
    reading: true,
    comparing: true,
    stopping: true,
  }),
  'proof.why': keys<OtherReason>({
    'left-out': true,
    shared: true,
    nameless: true,
    unreadable: true,
    failed: true,
    'no-longer-listed': true,
  }),
};
