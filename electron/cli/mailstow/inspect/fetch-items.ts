import type { FetchItem } from '../../../engine/session/session.ts';
import { wrong } from '../../argument-values.ts';

/** What a person asks for. */
export interface AskedItem {
  readonly item: FetchItem;
  /** Brings bytes of the message. */
  readonly isSection: boolean;
  /** Any of these capabilities; none where every server has it. */
  readonly needs: readonly string[];
}

/** RFC 9051 section 6.4.5, RFC 3501 for RFC822…, RFC 7162, RFC 8474, Gmail IMAP extensions. */
const plain: ReadonlyMap<string, readonly string[]> = new Map([
  ['UID', []],
  ['FLAGS', []],
  ['INTERNALDATE', []],
  ['RFC822.SIZE', []],
  ['ENVELOPE', []],
  ['BODY', []],
  ['BODYSTRUCTURE', []],
  ['MODSEQ', ['CONDSTORE', 'QRESYNC']],
  ['EMAILID', ['OBJECTID']],
  ['THREADID', ['OBJECTID']],
  ['X-GM-MSGID', ['X-GM-EXT-1']],
  ['X-GM-THRID', ['X-GM-EXT-1']],
  ['X-GM-LABELS', ['X-GM-EXT-1']],
]);

/** IMAP4rev2 has no more of them than RFC822.SIZE. */
const oldSections: ReadonlySet<string> = new Set(['RFC822', 'RFC822.HEADER', 'RFC822.TEXT']);

const macros: ReadonlyMap<string, readonly string[]> = new Map([
  ['FAST', ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE']],
  ['ALL', ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE']],
  ['FULL', ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY']],
]);

const path = /[1-9]\d{0,8}(?:\.[1-9]\d{0,8})*/.source;
const fields = /HEADER\.FIELDS(?:\.NOT)? \([\w.-]+(?: [\w.-]+)*\)/.source;
/** `section`, RFC 9051 section 9 */
const ofBody = new RegExp(
  `^(?:|HEADER|TEXT|${fields}|${path}(?:\\.(?:HEADER|TEXT|MIME|${fields}))?)$`,
);
/** `section-binary`, RFC 9051 section 9 */
const ofBinary = new RegExp(`^(?:${path})?$`);
const bracketed = /^(BODY|BINARY)(\.PEEK|\.SIZE)?\[([^\]]*)\](?:<(\d{1,10})\.([1-9]\d{0,9})>)?$/;

/**
 * @param words as a person typed them: names, several in one word or in parentheses too, and the macros ALL, FAST, FULL
 * @throws MailstowError of kind `arguments` for what is no item
 */
export function readFetchItems(words: readonly string[]): AskedItem[] {
  // What has no name in it is named as it is.
  const names = words.flatMap(word => word.replace(/^\((.+)\)$/s, '$1').match(namesIn) ?? [word]);
  const asked = names.flatMap(name => macros.get(name.toUpperCase()) ?? [name]);
  const items = new Map(asked.map(readItem).map(each => [each.item, each]));
  return [...items.values()];
}

/** Words apart at spaces that are in no brackets. */
const namesIn = /(?:[^\s[]|\[[^\]]*(?:\]|$))+/g;

function readItem(name: string): AskedItem {
  const upper = name.trim().toUpperCase();
  const needs = plain.get(upper);
  if (needs !== undefined) return { item: upper as FetchItem, isSection: false, needs };
  if (oldSections.has(upper)) {
    return { item: upper as FetchItem, isSection: true, needs: ['IMAP4REV1'] };
  }
  const [, kind, form, section = '', origin, length] = bracketed.exec(upper) ?? [];
  const isSize = form === '.SIZE';
  const isPart = kind === 'BODY' ? ofBody.test(section) && !isSize : ofBinary.test(section);
  const isWithin =
    origin === undefined || (!isSize && Math.max(Number(origin), Number(length)) < 2 ** 32);
  if (kind === undefined || !isPart || !isWithin) {
    throw wrong(
      `'${name}' is nothing that a message can be asked for`,
      "See 'mailstow help fetch' for what there is.",
    );
  }
  // PEEK brings the same, and marks nothing as read even where a server does not keep to EXAMINE.
  const part = origin === undefined ? '' : `<${Number(origin)}.${Number(length)}>`;
  const item = `${kind}${isSize ? '.SIZE' : '.PEEK'}[${section}]${part}` as FetchItem;
  return { item, isSection: !isSize, needs: kind === 'BODY' ? [] : ['BINARY', 'IMAP4REV2'] };
}

/** @throws MailstowError of kind `arguments` for an item that the server does not have */
export function requireOffered(asked: readonly AskedItem[], offered: ReadonlySet<string>): void {
  for (const { item, needs } of asked) {
    if (needs.length === 0 || needs.some(name => offered.has(name))) continue;
    const advice = oldSections.has(item)
      ? 'Use BODY[], BODY[HEADER] or BODY[TEXT].'
      : 'Leave it out.';
    throw wrong(`This server does not offer ${item} (it lacks ${needs.join(' or ')})`, advice);
  }
}
