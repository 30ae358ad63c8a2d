import { contentsOf } from './bodies.ts';
import { addressLine, parseAddresses, shortName } from './header/addresses.ts';
import type { Header } from './header/header.ts';
import { type ThreadIds, threadIds } from './header/message-ids.ts';
import type { MessageFile } from './message-file.ts';
import { opened } from './opened.ts';
import { isInline, mentionedPictures } from './pictures.ts';
import { readStructure, type Structure } from './structure.ts';

/** What a list shows of a message. */
export interface Summary extends ThreadIds {
  /** Name or address of its author. */
  readonly sender: string;
  /** The author with the address, for sorting. */
  readonly author: string;
  /** Names or addresses of the first it is written to. */
  readonly recipients: string;
  readonly subject: string;
  /** As the author's clock said; milliseconds since 1970 UTC. */
  readonly date: number | undefined;
  readonly attachments: number;
}

/** Characters of each that are kept: more than any list shows. */
const longest = 500;

/** Bytes of a text that are searched for files written into it: a list reads no long text. */
const searched = 8 * 1024;

/** Reads what a list needs of a message of any size. */
export function summarise(file: MessageFile, headersOnly: boolean): Summary {
  const structure = readStructure(file);
  const { root } = structure;
  const { subject, date } = root.header;
  return {
    ...authorOf(root.header),
    ...threadIds(root.header),
    recipients: recipientsOf(root.header),
    subject: subject.slice(0, longest),
    date,
    attachments: headersOnly ? 0 : attachmentsOf(structure, file),
  };
}

function attachmentsOf(structure: Structure, whole: MessageFile): number {
  const { root, file } = opened(structure, whole);
  const contents = contentsOf(root, file, searched);
  const mentioned = mentionedPictures(contents, file);
  return contents.files.filter(part => !isInline(part, mentioned)).length;
}

/** Characters of a field of recipients that are read, and names that are kept. */
const readOfRecipients = 2_000;
const mostRecipients = 5;

/** Fields of recipients that were read last: most mail is to the person whose archive it is. */
const knownRecipients = new Map<string, string>();

function recipientsOf(header: Header): string {
  const fields = [header.first('to'), header.first('cc'), header.first('bcc')];
  const field = (fields.find(each => each) ?? '').slice(0, readOfRecipients);
  const before = knownRecipients.get(field);
  if (before !== undefined) return before;
  const names = parseAddresses(field)
    .slice(0, mostRecipients)
    .map(address => shortName([address]))
    .filter(name => name !== '');
  const recipients = names.join(', ').slice(0, longest);
  if (knownRecipients.size >= mostKnown) knownRecipients.clear();
  knownRecipients.set(field, recipients);
  return recipients;
}

type Author = Pick<Summary, 'sender' | 'author'>;

/** Fields that were read last: most mail is from few. */
const known = new Map<string, Author>();
const mostKnown = 1_000;

function authorOf(header: Header): Author {
  // Without an author, the sender's field counts as well.
  const field = `${header.first('from') ?? ''}\n${header.first('sender') ?? ''}`;
  const before = known.get(field);
  if (before !== undefined) return before;
  const { from } = header;
  const author = {
    sender: shortName(from).slice(0, longest),
    author: addressLine(from).slice(0, longest),
  };
  if (known.size >= mostKnown) known.clear();
  known.set(field, author);
  return author;
}
