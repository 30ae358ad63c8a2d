import { closeSync, openSync, writeSync } from 'node:fs';
import { memoryUsage } from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MailReader } from '../../../electron/engine/mail/mail-reader.ts';
import { bigMessage } from '../../fixtures/mail/big-message.ts';
import { lines, messageFile, summary } from './a-message.ts';

const options = { headersOnly: false, remote: false };

function reader(): MailReader {
  const opened = new MailReader();
  onTestFinished(() => opened.close());
  return opened;
}

function bigFile(bytes: number): string {
  const path = messageFile('');
  const file = openSync(path, 'w');
  for (const chunk of bigMessage(bytes, 1).chunks()) writeSync(file, chunk);
  closeSync(file);
  return path;
}

describe('messages of any size', () => {
  test('of 200 MB: its row, its view and its file need next to no memory', async () => {
    const path = bigFile(200_000_000);
    const before = memoryUsage().rss;
    const mail = reader();
    const { attachments, text, note } = await mail.view(path, options);
    expect([text, note]).toEqual(['', undefined]);
    expect(attachments.map(({ name, type }) => [name, type])).toEqual([
      ['drawings.bin', 'application/octet-stream'],
    ]);
    const [attachment] = attachments;
    if (attachment === undefined) throw new Error('There is an attachment.');
    let bytes = 0;
    for await (const chunk of mail.part(path, attachment.place)) bytes += chunk.length;
    expect(Math.abs(bytes - attachment.size) / bytes).toBeLessThan(0.01);
    expect(memoryUsage().rss - before).toBeLessThan(120_000_000);
    const source = await mail.source(path);
    expect(source).toMatchObject({ cut: true });
    expect(source.text).toMatch(/^Date: Mon, 15 Jan 2024/);
  });

  test('20 MB of HTML, 100,000 levels deep: cut, noted, and others are answered in the meantime', async () => {
    const page = `${'<div>'.repeat(100_000)}${'<p>words</p>'.repeat(1_700_000)}`;
    const hostile = messageFile(lines('Content-Type: text/html', '', page));
    const plain = messageFile(lines('Subject: plain', '', 'text'));
    const mail = reader();
    const [shown, other] = await Promise.all([
      mail.view(hostile, options),
      mail.view(plain, options),
    ]);
    expect(shown.note).toBe('long');
    expect(shown.page?.length).toBeLessThan(6_000_000);
    expect(other.text).toBe('text');
  });

  test('of a hundred thousand parts and of boundaries that are none', async () => {
    const head = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n';
    const start = performance.now();
    expect((await summary(`${head}${'--b\r\n\r\nx\r\n'.repeat(100_000)}`)).attachments).toBe(0);
    await summary(`${head}${'--bx\r\n'.repeat(1_000_000)}`);
    const deep = Array.from({ length: 5_000 }, (_, level) => {
      return `--${level}\r\nContent-Type: multipart/mixed; boundary=${level + 1}\r\n\r\n`;
    });
    await summary(`Content-Type: multipart/mixed; boundary=0\r\n\r\n${deep.join('')}`);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test('a file that is gone is a failure that says so, and the next one is read', async () => {
  const mail = reader();
  await expect(mail.view('/nowhere/message.eml', options)).rejects.toMatchObject({
    failure: { kind: 'message-not-stored', scope: 'message' },
  });
  expect((await mail.view(messageFile('Subject: here\r\n\r\n'), options)).subject).toBe('here');
});

test('who waits when it closes hears so', async () => {
  const mail = new MailReader();
  const waiting = mail.view(messageFile('Subject: here\r\n\r\n'), options);
  await Promise.all([
    expect(waiting).rejects.toMatchObject({ failure: { kind: 'stopped' } }),
    mail.close(),
  ]);
});
