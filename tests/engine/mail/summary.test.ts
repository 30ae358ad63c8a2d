import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MessageFile, withMessage } from '../../../electron/engine/mail/message-file.ts';
import { summarise } from '../../../electron/engine/mail/summary.ts';
import { temporaryFolder } from '../catalog/an-archive.ts';

/** Tells how far into a file anybody looked. */
class WatchedFile extends MessageFile {
  furthest = 0;

  override read(start: number, end: number): Buffer {
    this.furthest = Math.max(this.furthest, Math.min(end, this.size));
    return super.read(start, end);
  }
}

function fileWith(text: string): WatchedFile {
  const path = join(temporaryFolder(), 'message.eml');
  writeFileSync(path, text);
  const file = new WatchedFile(path);
  onTestFinished(() => file.close());
  return file;
}

const head = ['From: Accounts Team <accounts@example.org>', 'Subject: Minutes'];

test('of a long text no more than its beginning is read', () => {
  const file = fileWith([...head, '', 'Line after line.\r\n'.repeat(100_000)].join('\r\n'));
  expect(summarise(file, false)).toMatchObject({ sender: 'Accounts Team', subject: 'Minutes' });
  expect(file.furthest).toBeLessThanOrEqual(16 * 1024);
});

test('a header of any length that is allowed is read to its end', () => {
  const fields = Array.from({ length: 2_000 }, (_, n) => `X-Trace-${n}: ${'x'.repeat(80)}`);
  const file = fileWith([...fields, ...head, '', 'text'].join('\r\n'));
  expect(summarise(file, false)).toMatchObject({
    subject: 'Minutes',
    author: expect.stringContaining('accounts@example.org'),
  });
});

test.each([14, 15, 16, 17, 18])(
  'a header whose end lies %i bytes around the first look is found',
  shift => {
    const lines = [...head, 'Content-Type: multipart/mixed; boundary=b'].join('\r\n');
    const filling = 'X-Filling: '.padEnd(16 * 1024 - lines.length - shift, 'x');
    const parts = ['--b', 'Content-Disposition: attachment; filename=a.pdf', '', 'a', '--b--'];
    const file = fileWith([lines, filling, '', ...parts].join('\r\n'));
    expect(summarise(file, false)).toMatchObject({ subject: 'Minutes', attachments: 1 });
  },
);

test('authors that look alike up to the sender are told apart', () => {
  const group = (sender: string) => fileWith(`From:\r\nSender: ${sender}\r\n\r\ntext`);
  const senders = ['one@example.org', 'two@example.org', 'one@example.org'];
  expect(senders.map(sender => summarise(group(sender), false).sender)).toEqual(senders);
});

test('messages that are read one after the other in the same memory do not mix', async () => {
  const paths = ['Subject: A longer one\r\n\r\ntext', 'Subject: Two\r\n\r\n', ''].map((text, n) => {
    const path = join(temporaryFolder(), `${n}.eml`);
    writeFileSync(path, text);
    return path;
  });
  const subjects: string[] = [];
  for (const path of paths) {
    subjects.push(await withMessage(path, file => summarise(file, false).subject));
  }
  expect(subjects).toEqual(['A longer one', 'Two', '']);
});
