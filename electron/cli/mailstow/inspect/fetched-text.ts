import type { Address, Envelope } from '../../../engine/protocol/response.ts';
import { printable } from '../../../engine/report/words.ts';
import type { Described, DescribedPart, Shown } from './fetched-json.ts';

/** A message as `mailstow fetch` prints it for people: a line a thing, bytes of sections indented below their names. */
export function messageText(message: Described): string {
  const lines = [`UID ${message.uid ?? '?'} (message ${message.sequence})`];
  const say = (name: string, value: unknown) => {
    if (value !== undefined && value !== null) lines.push(`  ${name}  ${printable(String(value))}`);
  };
  say('FLAGS', message.flags?.join(' '));
  say('INTERNALDATE', message.internalDate);
  say('RFC822.SIZE', message.size);
  say('MODSEQ', message.modseq);
  say('EMAILID', message.emailId);
  say('THREADID', message.threadId);
  say('X-GM-MSGID', message.gmailMessageId);
  say('X-GM-THRID', message.gmailThreadId);
  say('X-GM-LABELS', message.gmailLabels?.join(', '));
  if (message.envelope) lines.push('  ENVELOPE', ...envelopeLines(message.envelope, '    '));
  if (message.bodyStructure) {
    lines.push('  BODYSTRUCTURE', ...partLines(message.bodyStructure, '    '));
  }
  for (const { section, size } of message.binarySizes ?? []) say(`BINARY.SIZE[${section}]`, size);
  for (const { item, origin, ...section } of message.sections) {
    const from = origin === undefined ? '' : ` from byte ${origin}`;
    lines.push(`  ${printable(item)}${from}  ${sizeText(section)}`, ...contentLines(section));
  }
  return `${lines.join('\n')}\n`;
}

function envelopeLines(envelope: Envelope, indent: string): string[] {
  const people = (addresses: readonly Address[]) => addresses.map(addressText).join(', ');
  const rows: readonly (readonly [string, string | null])[] = [
    ['date', envelope.date],
    ['subject', envelope.subject],
    ['from', people(envelope.from)],
    ['sender', people(envelope.sender)],
    ['reply-to', people(envelope.replyTo)],
    ['to', people(envelope.to)],
    ['cc', people(envelope.cc)],
    ['bcc', people(envelope.bcc)],
    ['in-reply-to', envelope.inReplyTo],
    ['message-id', envelope.messageId],
  ];
  return rows
    .filter(([, value]) => value)
    .map(([name, value]) => `${indent}${`${name}:`.padEnd(13)}${printable(value ?? '')}`);
}

/** A group begins with an address without host, and ends with one without mailbox (RFC 9051 section 7.5.2). */
function addressText({ name, mailbox, host }: Address): string {
  if (host === null) return mailbox === null ? ';' : `${mailbox}:`;
  const address = `${mailbox ?? ''}@${host}`;
  return name === null ? address : `${name} <${address}>`;
}

function partLines(part: DescribedPart, indent: string): string[] {
  const { type, encoding, size, lines, disposition } = part;
  const name = disposition?.parameters.filename ?? part.parameters?.name;
  const words = [
    part.part,
    type,
    part.parameters?.charset,
    encoding?.toLowerCase(),
    size === undefined ? undefined : `${size} bytes`,
    lines === undefined ? undefined : `${lines} lines`,
    disposition?.type.toLowerCase(),
    name === undefined ? undefined : `"${name}"`,
  ].filter(word => word !== undefined && word !== '');
  const own = `${indent}${printable(words.join('  '))}`;
  const envelope = part.envelope ? envelopeLines(part.envelope, `${indent}  | `) : [];
  return [own, ...envelope, ...(part.parts ?? []).flatMap(each => partLines(each, `${indent}  `))];
}

function sizeText(section: Shown): string {
  if (section.bytes === null) return 'NIL';
  const why = 'leftOut' in section ? ', too many to show: use --raw' : '';
  return `${section.bytes} bytes${why}`;
}

function contentLines(section: Shown): string[] {
  if (section.bytes === null || 'leftOut' in section || section.bytes === 0) return [];
  if ('base64' in section) return [`    base64: ${section.base64}`];
  const lines = section.text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.map(line => `    ${line.split('\t').map(printable).join('\t')}`);
}
