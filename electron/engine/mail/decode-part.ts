import PostalMime from 'postal-mime';
import type { OctetFile } from './octet-file.ts';
import type { Part } from './structure.ts';

/** Octets of a page in which it may name its character set (HTML standard, "prescan a byte stream"). */
const prescanned = 1024;

/** A part's body as octets; at most `limit` octets of the file are read. */
export async function decodeOctets(file: OctetFile, part: Part, limit: number): Promise<Buffer> {
  const { attachments } = await parse(file, part, limit, 'application/octet-stream');
  const content = attachments[0]?.content;
  if (content === undefined || typeof content === 'string') return Buffer.alloc(0);
  return Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content));
}

/** A part's body as text, in whatever character set it is written (RFC 2046 section 4.1, RFC 3676). */
export async function decodeText(file: OctetFile, part: Part, limit: number): Promise<string> {
  const charset = charsetOf(part, await decodeOctets(file, part, limit));
  const format = token(part.parameters.get('format'));
  const delsp = token(part.parameters.get('delsp'));
  const type = `text/plain; charset=${token(charset)}; format=${format}; delsp=${delsp}`;
  const { text = '' } = await parse(file, part, limit, type);
  // The library ends every text with a line end of its own.
  return text.replace(/\r\n?/g, '\n').replace(/^\uFEFF|\n$/g, '');
}

/** The name of a part as a file (RFC 2183 section 2.3, RFC 2231), not made safe; '' where none is given. */
export async function fileNameOf(part: Part): Promise<string> {
  const fields = part.header.fields.flatMap(({ name, value }) => {
    const field = name.toLowerCase();
    if (field === 'content-disposition') return [`Content-Disposition: ${value}`];
    if (field !== 'content-type' || !value.includes(';')) return [];
    // Of a type that the library never takes for the text of the message.
    return [`Content-Type: application/octet-stream${value.slice(value.indexOf(';'))}`];
  });
  const kind = fields.some(field => field.startsWith('Content-Type'))
    ? fields
    : [...fields, 'Content-Type: application/octet-stream'];
  const { attachments } = await PostalMime.parse(`${kind.join('\r\n')}\r\n\r\n.`);
  return attachments[0]?.filename?.trim() ?? '';
}

/** Has the library take the transfer encoding off and read the rest as `type`. */
function parse(file: OctetFile, part: Part, limit: number, type: string) {
  const body = file.read(part.start, Math.min(part.end, part.start + limit));
  const encoding = token(part.encoding);
  const head = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return PostalMime.parse(Buffer.concat([Buffer.from(head), body]));
}

/** What the message says goes into a header of ours only as far as it can end nothing there. */
function token(text: string | undefined): string {
  return (text ?? '').replace(/[^\w.:+-]/g, '');
}

/** The set that is stated, else UTF-8 where the octets can be that, else Windows-1252. */
function charsetOf(part: Part, octets: Buffer): string {
  const named = part.type === 'text/html' ? namedWithin(octets) : undefined;
  const stated = token(part.parameters.get('charset') ?? named);
  if (/^utf-?8$/i.test(stated)) return isRatherUtf8(octets) ? 'utf-8' : 'windows-1252';
  if (!/^(|(us-)?ascii|unknown(-8bit)?|x-unknown)$/i.test(stated)) return stated;
  return isRatherUtf8(octets) ? 'utf-8' : 'windows-1252';
}

function namedWithin(octets: Buffer): string | undefined {
  const start = octets.toString('latin1', 0, prescanned);
  return /<meta\s[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
}

/** A broken letter here and there does not make it another set. */
function isRatherUtf8(octets: Buffer): boolean {
  const foreign = octets.toString('utf8').match(/[^\0-\x7f]/g) ?? [];
  const broken = foreign.filter(letter => letter === '\uFFFD').length;
  return broken * 2 <= foreign.length;
}
