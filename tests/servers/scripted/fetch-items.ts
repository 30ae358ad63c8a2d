import { type Argument, expectText, SyntaxFault } from './arguments.ts';
import { describeEnvelope, describeStructure } from './descriptions.ts';
import type { Mailbox } from './mailbox.ts';
import {
  type Content,
  contentOf,
  fieldsOf,
  headerOf,
  internalDateOf,
  type Message,
  slice,
} from './message.ts';
import { encodeModifiedUtf7 } from './modified-utf7.ts';

/** The message an item is asked of. */
interface Subject {
  readonly mailbox: Mailbox;
  readonly uid: number;
  readonly message: Message;
}

/** One item of a FETCH: its name in the answer, and its value as text or as the bytes of a literal. */
export interface FetchItem {
  readonly label: string;
  /** RFC 9051: BODY[…], unlike BODY.PEEK[…], sets \Seen. */
  readonly setsSeen: boolean;
  value(subject: Subject): string | Content;
}

const macros: Readonly<Record<string, readonly string[]>> = {
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

/** The names of the items asked for, macros resolved, as they were written. */
export function parseItemNames(argument: Argument | undefined): readonly string[] {
  if (argument?.kind === 'list') return argument.items.map(each => expectText(each, 'An item'));
  const name = expectText(argument, 'Items');
  return macros[name.toUpperCase()] ?? [name];
}

const plain: Readonly<Record<string, FetchItem['value']>> = {
  UID: ({ uid }) => `${uid}`,
  FLAGS: ({ mailbox, uid }) => `(${mailbox.flags(uid).join(' ')})`,
  INTERNALDATE: ({ message }) => internalDateText(internalDateOf(message.internalDate)),
  'RFC822.SIZE': ({ message }) => `${message.reportedSize ?? contentOf(message.bytes).size}`,
  MODSEQ: ({ mailbox, uid }) => `(${mailbox.modseq(uid)})`,
  ENVELOPE: ({ message }) => describeEnvelope(headerOf(contentOf(message.bytes))),
  BODYSTRUCTURE: ({ message }) => describeStructure(contentOf(message.bytes)),
  BODY: ({ message }) => describeStructure(contentOf(message.bytes)),
  'X-GM-MSGID': ({ message }) => `${message.gmailId ?? 0}`,
  'X-GM-LABELS': ({ message }) =>
    `(${(message.gmailLabels ?? []).map(each => JSON.stringify(encodeModifiedUtf7(each))).join(' ')})`,
  EMAILID: ({ message }) => `(${message.emailId ?? 'none'})`,
};

/** The capability that an item needs, beside the base protocol. */
export const itemNeeds: Readonly<Record<string, string>> = {
  MODSEQ: 'CONDSTORE',
  'X-GM-MSGID': 'X-GM-EXT-1',
  'X-GM-LABELS': 'X-GM-EXT-1',
  EMAILID: 'OBJECTID',
};

const rfc822: Readonly<Record<string, { section: string; setsSeen: boolean }>> = {
  RFC822: { section: '', setsSeen: true },
  'RFC822.HEADER': { section: 'HEADER', setsSeen: false },
  'RFC822.TEXT': { section: 'TEXT', setsSeen: true },
};

/** RFC 9051 `fetch-att`: whole messages, their header, text or chosen fields; no MIME parts. */
export function parseItem(name: string): FetchItem {
  const upper = name.toUpperCase();
  const value = plain[upper];
  if (value !== undefined) return { label: upper, setsSeen: false, value };
  const old = rfc822[upper];
  if (old !== undefined) {
    const { section, setsSeen } = old;
    return { label: upper, setsSeen, value: ({ message }) => sectionOf(message, section) };
  }
  const match = /^BODY(\.PEEK)?\[(.*)\](?:<(\d+)\.([1-9]\d*)>)?$/s.exec(upper);
  if (match === null) throw new SyntaxFault(`Unknown item ${name}`);
  const [, peek, section = '', start, length] = match;
  if (!/^(|HEADER|TEXT|HEADER\.FIELDS(\.NOT)? \(.+\))$/.test(section)) {
    throw new SyntaxFault(`Unknown section ${section}`);
  }
  return {
    label: `BODY[${section}]${start === undefined ? '' : `<${start}>`}`,
    setsSeen: peek === undefined,
    value({ message }) {
      const content = sectionOf(message, section);
      return start === undefined ? content : partOf(content, Number(start), Number(length));
    },
  };
}

function sectionOf(message: Message, section: string): Content {
  const content = contentOf(message.bytes);
  if (section === '') return content;
  const header = headerOf(content);
  if (section === 'HEADER') return contentOf(header);
  if (section === 'TEXT') return partOf(content, header.length, content.size - header.length);
  const names = section
    .slice(section.indexOf('(') + 1, -1)
    .replaceAll('"', '')
    .split(' ');
  const wanted = !section.startsWith('HEADER.FIELDS.NOT');
  const fields = fieldsOf(header)
    .filter(field => names.includes(field.name.trim().toUpperCase()) === wanted)
    .map(field => field.lines);
  return contentOf(Buffer.from(`${fields.join('')}\r\n`, 'latin1'));
}

function partOf(content: Content, start: number, length: number): Content {
  const size = Math.max(0, Math.min(length, content.size - start));
  return { size, chunks: () => slice(content, start, size) };
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 9051 `date-time`, in UTC. */
function internalDateText(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const time = date.toISOString().slice(11, 19);
  return `"${day}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()} ${time} +0000"`;
}
