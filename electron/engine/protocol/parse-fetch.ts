import type { Lexer } from '../wire/lexer.ts';
import { decodeModifiedUtf7 } from '../wire/modified-utf7.ts';
import { parseInternalDate } from './internal-date.ts';
import { expectBodyStructure } from './parse-body-structure.ts';
import { expectEnvelope } from './parse-envelope.ts';
import { expectSection, expectSectionData } from './parse-section.ts';
import { expectFlagList } from './parse-server-words.ts';
import { quirkMissingSpace, quirkNilList, quirkOldSectionNames } from './quirks.ts';
import type { BinarySize, BodySection, FetchResponse } from './response.ts';

/** A response while its items are read. */
type FetchDraft = {
  -readonly [Item in keyof Omit<FetchResponse, 'binarySizes'>]: FetchResponse[Item];
} & {
  readonly sections: BodySection[];
  binarySizes?: BinarySize[];
};

type OptionalField = Exclude<keyof FetchDraft, 'kind' | 'sequence' | 'sections'>;

const mostUnreadable = 20;

/** X-GM-MSGID and X-GM-THRID are unsigned 64-bit numbers (Gmail IMAP extensions). */
const maxGmailId = 2n ** 64n - 1n;

/** A number cut short is another one: mail.ru says `RFC822.SIZE 9.3736e+06`. */
function whole(lexer: Lexer, number: number): number {
  return lexer.isBetween ? number : lexer.fail('the end of a number');
}

/** What an item may have left behind before it turned out to be unreadable. */
function forget(message: FetchDraft, name: string): void {
  for (const field of fieldsOf.get(name) ?? []) delete message[field];
}

const fieldsOf: ReadonlyMap<string, readonly OptionalField[]> = new Map([
  ['UID', ['uid']],
  ['FLAGS', ['flags']],
  ['RFC822.SIZE', ['size']],
  ['MODSEQ', ['modseq']],
  ['EMAILID', ['emailId']],
  ['THREADID', ['threadId']],
]);

/** RFC 9051 section 7.5.2; MODSEQ RFC 7162, EMAILID and THREADID RFC 8474, X-GM-… Gmail IMAP extensions */
const items: ReadonlyMap<string, Item> = new Map([
  ['UID', (lexer, message) => (message.uid = whole(lexer, lexer.expectNumber()))],
  ['FLAGS', (lexer, message) => (message.flags = expectFlagList(lexer))],
  ['INTERNALDATE', readInternalDate],
  [
    'RFC822.SIZE',
    (lexer, message) => (message.size = whole(lexer, Number(lexer.expectBigNumber()))),
  ],
  [
    'MODSEQ',
    (lexer, message) => lexer.expectList(() => (message.modseq = lexer.expectBigNumber())),
  ],
  ['ENVELOPE', (lexer, message) => (message.envelope = expectEnvelope(lexer))],
  ['BODYSTRUCTURE', (lexer, message) => (message.bodyStructure = expectBodyStructure(lexer))],
  ['BODY', (lexer, message) => (message.bodyStructure = expectBodyStructure(lexer))],
  ['X-GM-MSGID', (lexer, message) => (message.gmailMessageId = lexer.expectBigNumber(maxGmailId))],
  ['X-GM-THRID', (lexer, message) => (message.gmailThreadId = lexer.expectBigNumber(maxGmailId))],
  ['X-GM-LABELS', readGmailLabels],
  [
    'EMAILID',
    (lexer, message) => lexer.expectList(() => (message.emailId = lexer.expectAtom('an id'))),
  ],
  ['THREADID', readThreadId],
]);

/**
 *     message-data = nz-number SP "FETCH" SP msg-att
 *     msg-att      = "(" (msg-att-dynamic / msg-att-static)
 *                    *(SP (msg-att-dynamic / msg-att-static)) ")"       RFC 9051 section 9
 *
 * @param isDamaged for the second reading of what could not be read: an attribute costs itself then
 */
export function parseFetch(lexer: Lexer, sequence: number, isDamaged = false): FetchResponse {
  const message: FetchDraft = { kind: 'fetch', sequence, sections: [] };
  const spare = isDamaged ? sparing(lexer, message) : undefined;
  lexer.expectList(() => {
    const name = (lexer.until(' \0\t[("){') ?? lexer.fail('an item of FETCH')).toUpperCase();
    if (lexer.take('[')) readSection(lexer, name, message);
    else readItem(lexer, name, message, spare);
  });
  return message;
}

function readSection(lexer: Lexer, name: string, message: FetchDraft): void {
  const { section, origin } = expectSection(lexer);
  quirkMissingSpace(lexer);
  const place = { section, ...(origin !== undefined && { origin }) };
  if (name === 'BODY') message.sections.push({ ...place, data: expectSectionData(lexer) });
  else if (name === 'BINARY') {
    message.sections.push({ ...place, isBinary: true, data: expectSectionData(lexer) });
  } else if (name === 'BINARY.SIZE') {
    message.binarySizes ??= [];
    message.binarySizes.push({ section, size: whole(lexer, Number(lexer.expectBigNumber())) });
  } else lexer.skipValue();
}

function readItem(lexer: Lexer, name: string, message: FetchDraft, spare?: Sparing): void {
  quirkMissingSpace(lexer);
  const item = items.get(name);
  const oldSection = quirkOldSectionNames.get(name);
  if (item && spare) spare(name, item);
  else if (item) item(lexer, message);
  else if (oldSection === undefined) lexer.skipValue();
  else message.sections.push({ section: oldSection, data: expectSectionData(lexer) });
}

type Item = (lexer: Lexer, message: FetchDraft) => void;
type Sparing = (name: string, item: Item) => void;

/** Passes over values that cannot be read, as far as there are few of them: each costs a thousand good ones. */
function sparing(lexer: Lexer, message: FetchDraft): Sparing {
  let unreadable = 0;
  return (name, item) => {
    if (lexer.attempt(() => item(lexer, message))) return;
    if (++unreadable > mostUnreadable) lexer.fail('attributes that can be read');
    forget(message, name);
    lexer.skipValue();
  };
}

function readInternalDate(lexer: Lexer, message: FetchDraft): void {
  const date = parseInternalDate(lexer.expectNstring() ?? '');
  if (date !== undefined) message.internalDate = date;
}

/** Labels are written like mailbox names, modified UTF-7 included. */
function readGmailLabels(lexer: Lexer, message: FetchDraft): void {
  const labels: string[] = [];
  quirkNilList(lexer, () => {
    labels.push(decodeModifiedUtf7(lexer.string() ?? lexer.word() ?? lexer.fail('a label')));
  });
  message.gmailLabels = labels;
}

function readThreadId(lexer: Lexer, message: FetchDraft): void {
  message.threadId = null;
  quirkNilList(lexer, () => {
    message.threadId = lexer.expectAtom('an id');
  });
}
