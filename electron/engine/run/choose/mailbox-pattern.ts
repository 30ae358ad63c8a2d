import { canonicalText, type MailboxName } from '../../mailbox-name.ts';

/** What a pattern looks at. */
export interface Nameable {
  readonly name: MailboxName;
  readonly attributes: readonly string[];
}

/**
 * Whether a mailbox fits a pattern as `MailboxPatterns` describes it: by its special use (RFC 6154
 * section 2) where the pattern begins with `\`, else by its name (RFC 9051 section 6.3.9).
 */
export function fitsPattern({ name, attributes }: Nameable, pattern: string): boolean {
  const { text, delimiter } = name;
  if (pattern.startsWith('\\')) return hasUse({ attributes }, pattern);
  const level = delimiter === null ? '.*' : `[^${escaped(delimiter)}]*`;
  const source = escaped(canonical(pattern, delimiter))
    .replaceAll('\\*', '.*')
    .replaceAll('%', level);
  const flags = text === 'INBOX' ? 'is' : 's';
  return new RegExp(`^${source}$`, flags).test(canonical(text, delimiter));
}

/** Whether the server marks a mailbox with a use such as `\All`. */
export function hasUse({ attributes }: Pick<Nameable, 'attributes'>, use: string): boolean {
  return attributes.some(attribute => attribute.toUpperCase() === use.toUpperCase());
}

/** False for a name that stands for no mailbox, or for none any more (RFC 9051 section 7.3.1). */
export function canBeOpened(mailbox: Pick<Nameable, 'attributes'>): boolean {
  return !hasUse(mailbox, '\\Noselect') && !hasUse(mailbox, '\\NonExistent');
}

/** INBOX has no case (RFC 9051 section 5.1), nor has it at the head of what is below it. */
function canonical(name: string, delimiter: string | null): string {
  const text = name.normalize();
  const [head = ''] = delimiter === null ? [text] : text.split(delimiter, 1);
  return `${canonicalText(head)}${text.slice(head.length)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
}
