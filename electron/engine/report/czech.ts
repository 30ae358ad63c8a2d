import type { OtherReason, Selection } from '../../../shared/model/mailbox.ts';
import type { MailboxSum } from '../../../shared/model/verdict.ts';
import { inCzech } from '../../../shared/words/failures-cs.ts';
import type { ReportWords } from './report-words.ts';
import { size as englishSize } from './words.ts';

const numbers = new Intl.NumberFormat('cs');
const plural = new Intl.PluralRules('cs');
const moments = new Intl.DateTimeFormat('cs', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const days = new Intl.DateTimeFormat('cs', { dateStyle: 'long', timeZone: 'UTC' });

/** The form of a word that goes with a number: for one, for two to four, for the others. */
type Forms = readonly [one: string, few: string, other: string];

const messages: Forms = ['zpráva', 'zprávy', 'zpráv'];
const folders: Forms = ['složka', 'složky', 'složek'];

export const czech: ReportWords = {
  language: 'cs',
  number,
  moment: milliseconds => `${moments.format(milliseconds)} UTC`,

  heading: 'Zpráva Mailstow o úplnosti',
  complete: 'Úplné',
  incomplete: 'Neúplné',
  unfinished: 'Nedokončené',
  pageTitle: (title, user, host) => `${title}: archiv účtu ${user} na serveru ${host}`,

  nothingAsked: 'Nebylo co archivovat a nic nechybí.',
  allArchived: (count, inFolders) =>
    `V archivu je vše, co bylo žádáno: ${counted(count, messages)}, ${counted(inFolders, folders)}. Nic nechybí.`,
  news(count, bytes, period) {
    const when =
      period === undefined
        ? ''
        : `, přijato od ${days.format(period.oldest)} do ${days.format(period.newest)}`;
    return `Nově uloženo: ${counted(count, messages)} (${size(bytes)})${when}.`;
  },
  noFolderFinished: 'Nedokončila se žádná složka.',
  finished: (done, archived, selected) =>
    `Dokončeno: ${counted(done, folders)}. V archivu je ${number(archived)} z ${counted(selected, ['žádané zprávy', 'žádaných zpráv', 'žádaných zpráv'])}.`,
  endedEarly: message => `Archivace skončila předčasně: ${message}`,
  stopped: (archived, selected) =>
    `Archivaci jste zastavili. Uloženo: ${number(archived)} z ${counted(selected, ['zprávy', 'zpráv', 'zpráv'])}.`,
  missing: count => `${chosen(count, ['Chybí', 'Chybějí', 'Chybí'])} ${counted(count, messages)}.`,
  unnamed: count =>
    `Server počítá o ${counted(count, ['zprávu', 'zprávy', 'zpráv'])} víc, než kolik jich jmenuje; co nejmenuje, nemůže nikdo stáhnout.`,
  failed: count => `Nepodařilo se archivovat: ${counted(count, folders)}.`,
  notFinished: count => `Archivace nedokončila: ${counted(count, ['složku', 'složky', 'složek'])}.`,
  selection,
  leftOut: count => `Tím se vynechalo na serveru: ${counted(count, messages)}.`,

  foldersLeftOut({ messages: count, ...which }) {
    const what = count === 0 ? '' : ` (${counted(count, messages)})`;
    return `Podle vaší volby se vynechalo: ${listed(which)}${what}.`;
  },
  foldersShared: which => `Sdílené složky se nearchivovaly, nežádali jste o ně: ${listed(which)}.`,
  foldersKept: ({ messages: count, ...which }) =>
    `Na serveru už nejsou složky ${listed(which)}; jejich zprávy v archivu zůstávají (${counted(count, messages)}).`,

  account: 'Účet',
  accountOn: (user, host) => `${user} na serveru ${host}`,
  archive: 'Archiv',
  started: 'Začátek',
  ended: 'Konec',
  thisRun: 'Tato archivace',
  written(files, bytes, renamed) {
    const again = renamed === 0 ? '' : `; přejmenováno souborů: ${number(renamed)}`;
    return `zapsáno souborů: ${number(files)} (${size(bytes)})${again}`;
  },
  madeBy: 'Vytvořil',

  folderByFolder: 'Složku po složce',
  folder: 'Složka',
  onServer: 'Na serveru',
  excluded: 'Vynecháno vaší volbou',
  selected: 'Žádáno',
  archived: 'V archivu',
  lacking: 'Chybí',
  gone: 'Uchováno, na serveru už není',
  folders: count => counted(count, folders),
  notNamed: count => `${number(count)} nejmenováno`,
  elsewhere: count => `${number(count)} v jiné složce`,
  countsNote: 'Počty zpráv. Zpráva, která se na serveru smaže, v archivu zůstane.',
  details: 'Podrobnosti',

  notReached: 'Touto archivací nedokončeno',
  notReachedNote:
    'Archivace nedošla na konec těchto složek. Co z nich už je v archivu, v něm zůstává, a příští archivace naváže.',

  otherFolders: 'Složky, které se touto archivací nearchivovaly',
  otherFolder(reason, count) {
    return `${reasons[reason]}${count === undefined ? '' : `, ${counted(count, messages)}`}`;
  },
  withoutName: '(beze jména)',

  toKnow: 'Co byste měli vědět',
  wentWrong: 'Co se nepovedlo',
  theAccount: 'Účet',
  message: uid => `Zpráva ${uid}.`,
  keptIn: 'Co server poslal, je uloženo v souboru',
  serverWords: 'Slova serveru:',
  kind: 'Druh:',
  failure(failure) {
    const { message, nextStep } = failure;
    return { ...inCzech(failure), original: `${message} ${nextStep}`.trim() };
  },
};

const reasons: Readonly<Record<OtherReason, string>> = {
  'left-out': 'vynechána podle vaší volby',
  shared: 'sdílená jinými, nežádali jste o ni',
  nameless: 'server jí nedává jméno, takže ji nelze otevřít',
  unreadable: 'řádek serveru o ní nelze přečíst',
  failed: 'nepodařilo se ji archivovat',
  'no-longer-listed': 'na serveru už není; co se archivovalo, zůstává',
};

function listed({ names, mailboxes }: Omit<MailboxSum, 'messages'>): string {
  const rest = mailboxes - names.length;
  const more = rest === 0 ? [] : [`další ${counted(rest, folders)}`];
  return [...names, ...more].join(', ');
}

function selection(asked: Selection): string {
  const { receivedSince, receivedBefore, largerThan, smallerThan } = asked;
  const limits = [
    asked.unseenOnly ? 'nepřečtené' : '',
    receivedSince === undefined ? '' : `přijaté ${days.format(receivedSince)} nebo později`,
    receivedBefore === undefined ? '' : `přijaté před datem ${days.format(receivedBefore)}`,
    largerThan === undefined ? '' : `větší než ${size(largerThan)}`,
    smallerThan === undefined ? '' : `menší než ${size(smallerThan)}`,
  ].filter(limit => limit !== '');
  const what = asked.headersOnly ? 'hlavičky zpráv' : 'zprávy';
  if (limits.length === 0) {
    return asked.headersOnly ? 'Žádány byly jen hlavičky, ne celé zprávy.' : '';
  }
  const which = asked.headersOnly ? ', které jsou ' : ' ';
  return `Žádány byly jen ${what}${which}${limits.join(' a ')}.`;
}

function number(value: number): string {
  return numbers.format(value);
}

function size(bytes: number): string {
  return englishSize(bytes).replace('.', ',');
}

function counted(count: number, forms: Forms): string {
  return `${number(count)} ${chosen(count, forms)}`;
}

function chosen(count: number, [one, few, other]: Forms): string {
  const form = plural.select(count);
  if (form === 'one') return one;
  return form === 'few' ? few : other;
}
