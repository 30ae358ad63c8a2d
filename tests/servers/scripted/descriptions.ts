import { type Content, fieldValue, headerOf } from './message.ts';

/** RFC 9051 `envelope`, from the header alone. */
export function describeEnvelope(header: Buffer): string {
  const text = (name: string): string => quote(fieldValue(header, name));
  const from = addresses(fieldValue(header, 'From'));
  const orFrom = (name: string): string => {
    const found = addresses(fieldValue(header, name));
    return found === 'NIL' ? from : found;
  };
  const lists = ['To', 'Cc', 'Bcc'].map(name => addresses(fieldValue(header, name)));
  const people = [from, orFrom('Sender'), orFrom('Reply-To'), ...lists].join(' ');
  return `(${text('Date')} ${text('Subject')} ${people} ${text('In-Reply-To')} ${text('Message-ID')})`;
}

/** RFC 9051 `body`, told as a single part whatever the message is made of. */
export function describeStructure(content: Content): string {
  const header = headerOf(content);
  const type = fieldValue(header, 'Content-Type')?.split(';', 1)[0]?.trim() ?? 'text/plain';
  const encoding = fieldValue(header, 'Content-Transfer-Encoding') ?? '7BIT';
  const size = content.size - header.length;
  const [, subtype = 'plain'] = type.toLowerCase().startsWith('text/') ? type.split('/') : [];
  return `("TEXT" ${quote(subtype.toUpperCase())} NIL NIL NIL ${quote(encoding)} ${size} 0)`;
}

function addresses(value: string | undefined): string {
  const found = (value ?? '').split(',').flatMap(each => {
    const match = /^\s*(?:(.*?)\s*<)?([^<>@\s]+)@([^<>\s]+?)>?\s*$/.exec(each);
    if (match === null) return [];
    const name = match[1]?.replaceAll(/^"|"$/g, '') || undefined;
    return [`(${quote(name)} NIL ${quote(match[2])} ${quote(match[3])})`];
  });
  return found.length === 0 ? 'NIL' : `(${found.join('')})`;
}

/** A nstring: quoted, with 8-bit bytes replaced, because a description need not be faithful. */
function quote(value: string | undefined): string {
  if (value === undefined) return 'NIL';
  return `"${value.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/["\\]/g, '\\$&')}"`;
}
