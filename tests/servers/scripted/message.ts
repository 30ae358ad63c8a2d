/** The bytes of a message, possibly far more than anyone wants in memory. */
export interface Content {
  readonly size: number;
  /** The bytes in pieces, from the start, as often as it is called. */
  chunks(): Iterable<Buffer>;
}

/** A message as a test gives it. */
export interface Message {
  readonly bytes: Buffer | string | Content;
  readonly flags?: readonly string[];
  readonly internalDate?: Date;
  /** Left out: one more than the message before. */
  readonly uid?: number;
  /** What RFC822.SIZE says, where it is to lie. */
  readonly reportedSize?: number;
  /** X-GM-MSGID; told where X-GM-EXT-1 is offered. */
  readonly gmailId?: bigint;
  /** X-GM-LABELS */
  readonly gmailLabels?: readonly string[];
  /** EMAILID (RFC 8474); told where OBJECTID is offered. */
  readonly emailId?: string;
}

export function contentOf(bytes: Buffer | string | Content): Content {
  if (typeof bytes === 'string') return contentOf(Buffer.from(bytes));
  return Buffer.isBuffer(bytes) ? { size: bytes.length, chunks: () => [bytes] } : bytes;
}

/** Bytes `start` to `start + size` of a message. */
export function* slice(content: Content, start: number, size: number): Generator<Buffer> {
  let position = 0;
  const end = start + size;
  for (const chunk of content.chunks()) {
    if (position >= end) return;
    const part = chunk.subarray(Math.max(0, start - position), end - position);
    if (part.length > 0) yield part;
    position += chunk.length;
  }
}

/** The header with the empty line that ends it; a message without that line is all header. */
export function headerOf(content: Content): Buffer {
  let read: Buffer = Buffer.alloc(0);
  for (const chunk of content.chunks()) {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
    if (read.length >= 2 && read.subarray(0, 2).equals(Buffer.from('\r\n')))
      return read.subarray(0, 2);
    const end = read.indexOf('\r\n\r\n');
    if (end >= 0) return read.subarray(0, end + 4);
  }
  return read;
}

/** The fields of a header in order, each with its continuation lines and line ends, as latin1. */
export function fieldsOf(header: Buffer): { name: string; lines: string }[] {
  const lines = header.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const fields: { name: string; lines: string }[] = [];
  for (const line of lines) {
    const before = fields.at(-1);
    if (/^[ \t]/.test(line) && before !== undefined) before.lines += line;
    else if (line.trim() !== '') fields.push({ name: line.split(':', 1)[0] ?? '', lines: line });
  }
  return fields;
}

/** A field's unfolded value, as latin1, or undefined. */
export function fieldValue(header: Buffer, name: string): string | undefined {
  const field = fieldsOf(header).find(
    each => each.name.trim().toLowerCase() === name.toLowerCase(),
  );
  return field?.lines
    .slice(field.name.length + 1)
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .trim();
}

/** When a message arrived; one that was given no date arrived at the start of 2024. */
export function internalDateOf(given: Date | undefined): Date {
  return given ?? new Date(Date.UTC(2024, 0, 1, 12));
}
