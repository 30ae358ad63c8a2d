import { MailstowError } from '../errors.ts';
import { type MailboxName, mailboxName } from '../mailbox-name.ts';
import { encodeModifiedUtf7 } from '../wire/modified-utf7.ts';

/** Where new names stand, as the server says. */
export interface NameSpace {
  /** Its hierarchy separator; null where it has none. */
  readonly delimiter: string | null;
  /** What the names of a person's own mailboxes begin with: '' or, for instance, `INBOX.`. */
  readonly prefix: string;
}

/** Bytes of one level: what the file systems of servers take. */
const longestLevel = 255;

/**
 * The name of a new mailbox as a person typed it whole, with the server's separator between levels. Where the server
 * wants a prefix, it is put in front.
 * @throws MailstowError of kind `arguments` for a name that no server should be sent
 */
export function typedName(text: string, { delimiter, prefix }: NameSpace): MailboxName {
  const typed = text.normalize('NFC');
  // INBOX at its head has no case.
  const begins = typed.slice(0, prefix.length).toUpperCase() === prefix.toUpperCase();
  const rest = begins ? typed.slice(prefix.length) : typed;
  const whole = isInbox(prefix, typed) ? typed : `${prefix}${rest}`;
  return checked(mailboxName(whole, delimiter), typed);
}

/**
 * The name of a new mailbox below another one.
 * @param parent undefined for the top
 * @param level one level, without the separator
 * @throws MailstowError of kind `arguments` for a name that no server should be sent
 */
export function nameBelow(
  parent: MailboxName | undefined,
  level: string,
  { delimiter, prefix }: NameSpace,
): MailboxName {
  const typed = level.normalize('NFC');
  if (delimiter !== null && typed.includes(delimiter)) {
    throw new MailstowError('new-mailbox-with-separator', { args: { name: typed, delimiter } });
  }
  if (parent === undefined) return checked(mailboxName(`${prefix}${typed}`, delimiter), typed);
  if (delimiter === null) throw new MailstowError('mailboxes-without-levels');
  const name = checked(mailboxName(`${parent.text}${delimiter}${typed}`, delimiter), typed);
  const raw = oddlySpelled(parent);
  return raw === undefined ? name : { ...name, raw: raw + delimiter + encodeModifiedUtf7(typed) };
}

/** The spelling of a name that encoding its text again would not give; the server knows it by no other. */
function oddlySpelled({ text, raw }: MailboxName): string | undefined {
  if (raw === undefined || text === 'INBOX') return undefined;
  const usual = [encodeModifiedUtf7(text), Buffer.from(text, 'utf8').toString('latin1')];
  return usual.includes(raw) ? undefined : raw;
}

function isInbox(prefix: string, typed: string): boolean {
  return typed.toUpperCase() === 'INBOX' || prefix.slice(0, -1) === typed;
}

/** @param typed as the person knows it */
function checked(name: MailboxName, typed: string): MailboxName {
  const { text, delimiter } = name;
  if (typed.trim() === '') throw new MailstowError('new-mailbox-without-name');
  if (/\p{Cc}|[\u2028\u2029]/u.test(text)) throw new MailstowError('new-mailbox-with-control');
  if (!text.isWellFormed()) throw new MailstowError('mailbox-name-with-half-character');
  const levels = delimiter === null ? [text] : text.split(delimiter);
  for (const level of levels) {
    if (level.trim() === '') {
      throw new MailstowError('new-mailbox-with-empty-level', { args: { name: typed } });
    }
    if (level === '.' || level === '..') {
      throw new MailstowError('new-mailbox-reserved', { args: { name: level } });
    }
    const bytes = Math.min(Buffer.byteLength(level), encodeModifiedUtf7(level).length);
    if (bytes > longestLevel) {
      throw new MailstowError('new-mailbox-too-long', { args: { bytes, longest: longestLevel } });
    }
  }
  if (text.toUpperCase() === 'INBOX') {
    throw new MailstowError('new-mailbox-reserved', { args: { name: typed } });
  }
  return name;
}
