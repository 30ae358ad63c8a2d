import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fileOf, messageFilesIn, test } from '../../../both-layouts.ts';
import { eventsOf, scriptedAccount, type TestAccount } from '../test-account.ts';
import { gmail, indexOf, letter, mailbox, rowsOf, withIndex } from './some-mail.ts';

const all = { mailboxes: 'all', ...withIndex } as const;

const warningsOf = (account: TestAccount) => eventsOf(account, 'warning').map(each => each.message);

describe('index.csv', () => {
  test('has a row of every message, with all that its columns say', async () => {
    const account = await scriptedAccount({
      mailboxes: [
        mailbox('INBOX', [letter(1, { flags: ['\\Seen', '$Work'] }), letter(2)]),
        mailbox('Work/50% off', [letter(3)]),
      ],
    });
    await account.run(all);
    const { folder } = account;
    expect(indexOf(folder)?.split('\r\n')[0]).toBe(
      '\ufeffpath,folder,date,from,to,subject,flags,labels,size,sha256',
    );
    const rows = rowsOf(folder);
    expect(rows.map(([path]) => path).sort()).toEqual(
      messageFilesIn(folder)
        .map(({ path }) => path)
        .sort(),
    );
    const path = fileOf(folder, 'MSG_INBOX_1.txt').slice(folder.length + 1);
    const bytes = readFileSync(join(folder, path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(rows[0]).toEqual([
      ...[path, 'INBOX', '2020-05-01 08:30:00', 'Jürgen <j1@example.org>'],
      'Doe, Jane <jane@example.org>, list@example.org',
      ...['Invoice 1', '\\Seen $Work', '', String(bytes.length), sha256],
    ]);
    expect(rows.map(row => row[1])).toEqual(['INBOX', 'INBOX', 'Work/50%25 off']);
    expect(statSync(join(folder, '_Mailstow')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, '_Mailstow', 'index.csv')).mode & 0o777).toBe(0o600);
  });

  test('is not there unless it was asked for, and once there kept true by every run', async () => {
    const account = await scriptedAccount({
      capabilities: gmail,
      mailboxes: [mailbox('INBOX', [letter(1), letter(2)])],
    });
    const { folder, run, server } = account;
    await run();
    expect(indexOf(folder)).toBeUndefined();
    await run(withIndex);
    expect(rowsOf(folder).map(row => row[6])).toEqual(['', '']);
    server.mailbox('INBOX').append(letter(3));
    server.mailbox('INBOX').setFlags(1, ['\\Seen']);
    await run();
    expect(rowsOf(folder).map(row => row[6])).toEqual(['\\Seen', '', '']);
    expect(rowsOf(folder).map(row => row[5])).toEqual(['Invoice 1', 'Invoice 2', 'Invoice 3']);
    rmSync(join(folder, '_Mailstow'), { recursive: true });
    await run();
    expect(indexOf(folder)).toBeUndefined();
  });

  test('is not written again where nothing is new, nor are files read that it has', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox('INBOX', [letter(1), letter(2)])],
    });
    const { folder, run, server } = account;
    await run(withIndex);
    const inode = () => statSync(join(folder, '_Mailstow', 'index.csv')).ino;
    const before = inode();
    await run();
    expect(inode()).toBe(before);
    // Of the same size, so that only a reading would tell.
    const file = fileOf(folder, 'MSG_INBOX_1.txt');
    writeFileSync(file, readFileSync(file, 'latin1').replace('Invoice', 'Changed'));
    server.mailbox('INBOX').append(letter(3));
    await run();
    expect(rowsOf(folder).map(row => row[5])).toEqual(['Invoice 1', 'Invoice 2', 'Invoice 3']);
  });

  test('that somebody changed is made anew', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox('INBOX', [letter(1), letter(2)])],
    });
    const { folder, run, server } = account;
    await run(withIndex);
    const text = indexOf(folder) ?? '';
    writeFileSync(join(folder, '_Mailstow', 'index.csv'), text.replaceAll('Invoice', 'Forged'));
    server.mailbox('INBOX').append(letter(3));
    await run();
    expect(rowsOf(folder).map(row => row[5])).toEqual(['Invoice 1', 'Invoice 2', 'Invoice 3']);
  });

  test('has no cell that a spreadsheet would run, whatever a stranger wrote', async () => {
    const bytes = [
      'From: "=cmd|calc" <a@example.org>',
      'To: +1 <b@example.org>',
      'Subject: =HYPERLINK("http://example.org","x")',
      '',
      '',
    ].join('\r\n');
    const account = await scriptedAccount({ mailboxes: [mailbox('-INBOX', [{ bytes }])] });
    await account.run(all);
    const line = indexOf(account.folder)?.split('\r\n')[1] ?? '';
    expect(line).not.toMatch(/(^|,)"?[=+\-@]/);
    expect(rowsOf(account.folder)[0]?.[5]).toBe('=HYPERLINK("http://example.org","x")');
  });

  test('lists a message in every mailbox that it is in, with the labels that Gmail gave it', async () => {
    const labels = ['\\Inbox', 'Work, private', 'Ünicode'];
    const account = await scriptedAccount({
      capabilities: gmail,
      mailboxes: [
        mailbox('INBOX', [letter(1)]),
        {
          ...mailbox('All', [letter(2), letter(1, { gmailLabels: labels })]),
          attributes: ['\\All'],
        },
      ],
    });
    const { folder, run, server } = account;
    await run(all);
    const found = () => rowsOf(folder).map(row => [row[1], row[5], row[7]]);
    const list = '\\Inbox,"Work, private",Ünicode';
    expect(found()).toEqual([
      ['All', 'Invoice 2', ''],
      ['All', 'Invoice 1', list],
      ['INBOX', 'Invoice 1', list],
    ]);
    expect(messageFilesIn(folder)).toHaveLength(2);
    server.mailbox('All').setLabels(1, ['Later']);
    await run({ mailboxes: 'all' });
    expect(found()[0]).toEqual(['All', 'Invoice 2', 'Later']);
  });

  test('asks for no labels unless they are wanted', async () => {
    const account = await scriptedAccount({
      capabilities: gmail,
      mailboxes: [mailbox('INBOX', [letter(1)])],
    });
    await account.run();
    const asked = () => account.server.commands.filter(({ line }) => line.includes('X-GM-LABELS'));
    expect(asked()).toEqual([]);
    await account.run(withIndex);
    expect(asked()).toHaveLength(1);
    await account.run(withIndex);
    expect(asked()).toHaveLength(1);
  });

  test('that cannot be written is warned of, and the mail is stored', async () => {
    const account = await scriptedAccount({ mailboxes: [mailbox('INBOX', [letter(1)])] });
    writeFileSync(join(account.folder, '_Mailstow'), 'a file of the person');
    const result = await account.run(withIndex);
    expect(result).toMatchObject({ stored: 1, verdict: { state: 'complete', warnings: 1 } });
    expect(warningsOf(account).join()).toMatch(/_Mailstow/);
    expect(readFileSync(join(account.folder, '_Mailstow'), 'utf8')).toBe('a file of the person');
  });
});
