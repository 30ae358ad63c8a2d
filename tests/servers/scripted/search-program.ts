import { type Argument, expectText, SyntaxFault } from './arguments.ts';
import type { SelectedView } from './connection.ts';
import { contentOf, fieldValue, headerOf, internalDateOf, type Message } from './message.ts';
import { contains, parseSequenceSet } from './sequence-set.ts';

/** Whether a message, by UID and sequence number, is asked for. */
export type SearchProgram = (uid: number, sequence: number) => boolean;

const flagKeys: Readonly<Record<string, string>> = {
  SEEN: '\\Seen',
  ANSWERED: '\\Answered',
  FLAGGED: '\\Flagged',
  DELETED: '\\Deleted',
  DRAFT: '\\Draft',
};

/** RFC 9051 `search-program`: the keys an archiver uses. */
export function parseSearch(given: readonly Argument[], view: SelectedView): SearchProgram {
  const left = [...given];
  if (peek(left) === 'CHARSET') left.splice(0, 2);
  if (left.length === 0) throw new SyntaxFault('A search key expected');
  const programs: SearchProgram[] = [];
  while (left.length > 0) programs.push(parseKey(left, view));
  return all(programs);
}

function all(programs: readonly SearchProgram[]): SearchProgram {
  return (uid, sequence) => programs.every(each => each(uid, sequence));
}

function peek(left: readonly Argument[]): string {
  const [first] = left;
  return first?.kind === 'atom' ? first.text.toUpperCase() : '';
}

function parseKey(left: Argument[], view: SelectedView): SearchProgram {
  const argument = left.shift();
  if (argument?.kind === 'list') return parseSearch(argument.items, view);
  const key = expectText(argument, 'A search key').toUpperCase();
  const next = (): string => expectText(left.shift(), `What follows ${key}`);
  const { mailbox } = view;
  const flag = flagKeys[key] ?? (key === 'KEYWORD' ? next() : undefined);
  if (flag !== undefined) return uid => mailbox.flags(uid).includes(flag);
  const absent = flagKeys[key.replace(/^UN/, '')] ?? (key === 'UNKEYWORD' ? next() : undefined);
  if (absent !== undefined) return uid => !mailbox.flags(uid).includes(absent);
  switch (key) {
    case 'ALL':
    case 'OLD':
      return () => true;
    case 'NEW':
    case 'RECENT':
      return () => false;
    case 'NOT': {
      const inner = parseKey(left, view);
      return (uid, sequence) => !inner(uid, sequence);
    }
    case 'OR': {
      const one = parseKey(left, view);
      const other = parseKey(left, view);
      return (uid, sequence) => one(uid, sequence) || other(uid, sequence);
    }
    case 'UID': {
      const ranges = parseSequenceSet(next(), view.uids.at(-1) ?? 0);
      return uid => contains(ranges, uid);
    }
    case 'LARGER': {
      const size = Number(next());
      return uid => contentOf(mailbox.message(uid).bytes).size > size;
    }
    case 'SMALLER': {
      const size = Number(next());
      return uid => contentOf(mailbox.message(uid).bytes).size < size;
    }
    case 'SINCE':
      return byDay(view, next(), (day, wanted) => day >= wanted);
    case 'BEFORE':
      return byDay(view, next(), (day, wanted) => day < wanted);
    case 'ON':
      return byDay(view, next(), (day, wanted) => day === wanted);
    case 'TEXT': {
      const text = next().toLowerCase();
      return uid => wholeText(view, uid).includes(text);
    }
    case 'SENTSINCE':
      return byDay(view, next(), (day, wanted) => day >= wanted, sentDate);
    case 'SENTBEFORE':
      return byDay(view, next(), (day, wanted) => day < wanted, sentDate);
    case 'FROM':
    case 'TO':
    case 'CC':
    case 'BCC':
    case 'SUBJECT':
    case 'HEADER': {
      const [name, text] = [key === 'HEADER' ? next() : key, next().toLowerCase()];
      return uid => {
        const header = headerOf(contentOf(mailbox.message(uid).bytes));
        return fieldValue(header, name)?.toLowerCase().includes(text) ?? false;
      };
    }
    case 'MODSEQ': {
      const modseq = BigInt(next());
      return uid => mailbox.modseq(uid) >= modseq;
    }
    default: {
      const ranges = parseSequenceSet(key, view.uids.length);
      return (_uid, sequence) => contains(ranges, sequence);
    }
  }
}

function wholeText({ mailbox }: SelectedView, uid: number): string {
  const chunks = [...contentOf(mailbox.message(uid).bytes).chunks()];
  return Buffer.concat(chunks).toString().toLowerCase();
}

type DateOf = (message: Message) => Date;

const arrived: DateOf = ({ internalDate }) => internalDateOf(internalDate);
const sentDate: DateOf = ({ bytes }) =>
  new Date(fieldValue(headerOf(contentOf(bytes)), 'Date') ?? Number.NaN);

/** Dates are compared by day, disregarding time and zone (RFC 9051 section 6.4.4); ours are UTC. */
function byDay(
  view: SelectedView,
  date: string,
  compare: (day: number, wanted: number) => boolean,
  dateOf = arrived,
): SearchProgram {
  const wanted = Date.parse(`${date.replaceAll('-', ' ')} UTC`);
  if (Number.isNaN(wanted)) throw new SyntaxFault(`Not a date: ${date}`);
  const dayLength = 86_400_000;
  return uid => {
    const time = dateOf(view.mailbox.message(uid));
    return compare(Math.floor(time.getTime() / dayLength), Math.floor(wanted / dayLength));
  };
}
