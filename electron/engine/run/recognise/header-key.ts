import { createHash } from 'node:crypto';

/** The header fields that tell one message from another; asked of the server and read from the file alike. */
const identifyingFields = ['DATE', 'FROM', 'MESSAGE-ID', 'SUBJECT', 'TO'];

const carriageReturn = 13;

const wanted: ReadonlySet<string> = new Set(identifyingFields);

/** The item of FETCH that brings what {@link headerKey} looks at. */
export const identifyingHeader =
  `BODY.PEEK[HEADER.FIELDS (${identifyingFields.join(' ')})]` as const;

/**
 * A short digest of the identifying fields in a header block (RFC 5322 section 2.2), the same whether
 * the block is whole or was cut to these fields by the server. Folding and blanks do not count.
 * @param header bytes that begin with the first header line; what follows the first empty line is ignored
 */
export function headerKey(header: Buffer): string {
  const text = header.toString('latin1', 0, endOf(header));
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  const fields: string[] = [];
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toUpperCase();
    if (!wanted.has(name)) continue;
    const value = line.slice(colon + 1).replace(/\s+/g, ' ');
    fields.push(`${name}:${value.trim()}`);
  }
  fields.sort();
  return createHash('sha256').update(fields.join('\n')).digest('base64url').slice(0, 22);
}

/** Whether a header block names its message (RFC 5322 section 3.6.4), so that hardly any other has the same key. */
export function hasMessageId(header: Buffer): boolean {
  return /^message-id[ \t]*:[ \t]*(?:\r?\n[ \t]+)*\S/im.test(
    header.toString('latin1', 0, endOf(header)),
  );
}

/** Where the first empty line begins. */
function endOf(header: Buffer): number {
  const ends = ['\n\r\n', '\n\n'].map(each => header.indexOf(each)).filter(at => at >= 0);
  const end = Math.min(header.length, ...ends);
  return header[end - 1] === carriageReturn ? end - 1 : end;
}
