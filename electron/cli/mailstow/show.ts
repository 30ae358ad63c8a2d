import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { MailstowError } from '../../engine/errors.ts';
import { MailReader } from '../../engine/mail/mail-reader.ts';
import type { MessageView } from '../../engine/mail/message-view.ts';
import { moment, printable, size } from '../../engine/report/words.ts';
import { wrong } from '../argument-values.ts';
import type { Action } from './command.ts';
import type { showOptions } from './option-tables.ts';

export const show: Action<typeof showOptions> = async (
  { values, operands },
  { stdout, signal },
): Promise<'SUCCESS'> => {
  const [file = ''] = operands;
  const path = existing(file);
  const number = values.attachment === undefined ? undefined : attachmentNumber(values.attachment);
  if (number !== undefined && values.json) {
    throw wrong('--json and --attachment cannot be used together', 'Use one of them.');
  }
  const reader = new MailReader();
  try {
    const view = await reader.view(path, { headersOnly: false, remote: false });
    if (number !== undefined) {
      const { place } = chosen(view, number);
      for await (const piece of reader.part(path, place)) {
        if (signal.aborted) break;
        stdout.write(piece);
      }
    } else if (values.json) {
      stdout.write(`${JSON.stringify(await messageJson(reader, path, view), undefined, 2)}\n`);
    } else {
      stdout.write(asText(view));
    }
  } finally {
    await reader.close();
  }
  return 'SUCCESS';
};

/** A link that a person names is followed; messages of an archive are read without. */
function existing(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // The reader says what is wrong with it.
    return resolve(file);
  }
}

function attachmentNumber(given: string): number {
  if (/^[1-9]\d{0,4}$/.test(given)) return Number(given);
  throw wrong(`'${given}' is not an attachment number`, 'Use 1 for the first attachment.');
}

function chosen({ attachments }: MessageView, number: number): MessageView['attachments'][number] {
  const attachment = attachments[number - 1];
  if (attachment !== undefined) return attachment;
  throw new MailstowError('no-such-attachment', {
    args: { number, attachments: attachments.length },
  });
}

/** What `--json` prints. @param path absolute, of the message that was viewed */
export async function messageJson(reader: MailReader, path: string, view: MessageView) {
  const { subject, from, to, cc, date, text, page, note, attachments } = view;
  const files = [];
  for (const { name, type, dangerous, place } of attachments) {
    const sum = createHash('sha256');
    let bytes = 0;
    for await (const piece of reader.part(path, place)) {
      bytes += piece.length;
      sum.update(piece);
    }
    files.push({ name, type, size: bytes, sha256: sum.digest('hex'), dangerous });
  }
  return {
    ...{ subject, from, to, cc },
    date: date === undefined ? null : new Date(date).toISOString(),
    text,
    html: page ?? null,
    note: note ?? null,
    attachments: files,
  };
}

/** What each note says to somebody who reads the message here. */
const notes: Readonly<Record<NonNullable<MessageView['note']>, string>> = {
  'headers-only': 'Only the headers of this message were archived.',
  encrypted: 'This message is encrypted. Open it in the mail app that has your key.',
  signed:
    'This message is signed in a way that wraps its text. Open its file in a mail app to read it.',
  long: 'This message is very long. Only the first part is shown.',
  malformed: 'This message is damaged. We show what could be read; the original is in its file.',
};

function asText(view: MessageView): string {
  const { subject, from, to, cc, date, note, attachments } = view;
  const fields = [
    ['From', from],
    ['To', to],
    ['Cc', cc],
    ['Date', date === undefined ? '' : moment(date)],
    ['Subject', subject],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${`${name}:`.padEnd(9)}${printable(value ?? '')}`);
  if (note !== undefined) lines.push('', notes[note]);
  lines.push('', ...view.text.trimEnd().split('\n').map(printable));
  if (attachments.length > 0) lines.push('', 'Attachments:');
  for (const [index, { name, type, size: bytes, dangerous }] of attachments.entries()) {
    const warning = dangerous ? ', may be harmful' : '';
    lines.push(`  ${index + 1}. ${printable(`${name} (${type}, ${size(bytes)}${warning})`)}`);
  }
  return `${lines.join('\n')}\n`;
}
