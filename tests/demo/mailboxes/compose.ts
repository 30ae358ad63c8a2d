import { type Charset, encodeText } from '../../fixtures/mail/charsets.ts';
import { base64Lines, encodeContent, encodedWords } from '../../fixtures/mail/encodings.ts';
import type { Message } from '../../servers/scripted/message.ts';

export interface Attachment {
  readonly type: string;
  readonly name: string;
  readonly content: Buffer;
  /** Set for a picture that the HTML shows as `cid:…`. */
  readonly contentId?: string;
}

export interface Letter {
  /** The part of the Message-ID before the @. */
  readonly id: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  /** Ids of the letters of the thread before this one, oldest first. */
  readonly after?: readonly string[];
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
  /** Default UTF-8. */
  readonly charset?: Charset;
  /** Default read. */
  readonly flags?: readonly string[];
}

/** A letter as a message of the server, received when it was dated. */
export function compose(letter: Letter): Message {
  const date = new Date(letter.date);
  const lines = [...headerLines(letter, date), ...bodyLines(letter)];
  return {
    bytes: Buffer.from(lines.join('\r\n')),
    internalDate: date,
    flags: letter.flags ?? ['\\Seen'],
  };
}

function headerLines(letter: Letter, date: Date): string[] {
  const { charset = 'utf-8', after = [] } = letter;
  const references = after.map(messageId);
  return [
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `From: ${letter.from}`,
    `To: ${letter.to}`,
    ...(letter.cc === undefined ? [] : [`Cc: ${letter.cc}`]),
    `Subject: ${encodedWords(letter.subject, charset)}`,
    `Message-ID: ${messageId(letter.id)}`,
    ...(references.length === 0
      ? []
      : [`In-Reply-To: ${references.at(-1)}`, `References: ${references.join('\r\n ')}`]),
    'MIME-Version: 1.0',
  ];
}

function bodyLines(letter: Letter): string[] {
  const { charset = 'utf-8', html, attachments = [] } = letter;
  const text = textPart(letter.text, 'plain', charset);
  const both =
    html === undefined
      ? text
      : multipart('alternative', letter.id, [text, textPart(html, 'html', charset)]);
  const shown = attachments.filter(each => each.contentId !== undefined).map(filePart);
  const related = shown.length === 0 ? both : multipart('related', letter.id, [both, ...shown]);
  const files = attachments.filter(each => each.contentId === undefined).map(filePart);
  return files.length === 0 ? related : multipart('mixed', letter.id, [related, ...files]);
}

function textPart(text: string, subtype: string, charset: Charset): string[] {
  const encoding = charset === 'utf-8' ? 'quoted-printable' : 'base64';
  const bytes = encodeText(text.replaceAll('\n', '\r\n'), charset);
  return [
    `Content-Type: text/${subtype}; charset=${charset.toUpperCase()}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    encodeContent(bytes, encoding).toString(),
  ];
}

function filePart(file: Attachment): string[] {
  const disposition = file.contentId === undefined ? 'attachment' : 'inline';
  return [
    `Content-Type: ${file.type}; name="${file.name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: ${disposition}; filename="${file.name}"`,
    ...(file.contentId === undefined ? [] : [`Content-ID: <${file.contentId}>`]),
    '',
    base64Lines(file.content),
  ];
}

function multipart(subtype: string, id: string, parts: readonly string[][]): string[] {
  const boundary = `=_${subtype}_${id}`;
  return [
    `Content-Type: multipart/${subtype}; boundary="${boundary}"`,
    '',
    ...parts.flatMap(part => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    '',
  ];
}

function messageId(id: string): string {
  return `<${id}@example.org>`;
}
