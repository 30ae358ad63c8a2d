import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished } from 'vitest';
import { ArchiveReader } from '../../../../electron/engine/archive/archive-reader.ts';
import { indexHeading } from '../../../../electron/engine/archive/index/index-row.ts';
import { type MailboxVerdict, verifyMailbox } from '../../../../electron/engine/archive/verify.ts';
import { fileOf, messageFilesIn, test } from '../../../both-layouts.ts';
import { catalogOf, rowsOf as listOf } from '../../catalog/an-archive.ts';
import { eventsOf, scriptedAccount } from '../test-account.ts';
import { gmail, indexOf, letter, mailbox, rowsOf } from './some-mail.ts';

const all = { mailboxes: 'all', index: true } as const;
const labels = ['\\Important', 'Work, private'];

const deep = `Work/${'Ž'.repeat(150)}`;

async function archived(capabilities = gmail) {
  const account = await scriptedAccount({
    capabilities,
    mailboxes: [
      mailbox('INBOX', [
        letter(1, { flags: ['\\Seen', '\\Flagged'], gmailLabels: labels }),
        letter(2),
        letter(3, { flags: ['\\Seen'], gmailLabels: ['=1+1'] }),
      ]),
      mailbox('new_year', [letter(4)]),
      mailbox(deep, [letter(5, { flags: ['\\Seen'] })]),
    ],
  });
  await account.run(all);
  return account;
}

/** What is left is index.csv and the message files. */
function lose(folder: string): void {
  rmSync(join(folder, '.mailstow'), { recursive: true });
  rmSync(join(folder, '.uidvalidity'));
}

const bodiesSent = (account: Awaited<ReturnType<typeof archived>>) =>
  account.server.commands.filter(({ line }) => /BODY\.PEEK\[\]/.test(line)).length;

describe('index.csv and message files alone', () => {
  test('are the library again: mailboxes, messages, what was read', async () => {
    const { folder } = await archived();
    lose(folder);
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    const found = await listOf(catalog);
    expect(found.map(({ subject, unread }) => [subject, unread])).toEqual([
      ['Invoice 1', false],
      ['Invoice 2', true],
      ['Invoice 3', false],
      ['Invoice 4', true],
      ['Invoice 5', false],
    ]);
    expect((await catalog.mailboxes()).map(({ name }) => name).sort()).toEqual(
      ['INBOX', deep, 'new_year'].sort(),
    );
  });

  test('are verified against the hashes of the list', async () => {
    const { folder } = await archived();
    lose(folder);
    const file = fileOf(folder, 'MSG_INBOX_2.txt');
    writeFileSync(file, readFileSync(file, 'latin1').replace('Invoice', 'Changed'));
    const verdicts: MailboxVerdict[] = [];
    for (const each of new ArchiveReader(folder).mailboxes()) {
      verdicts.push(await verifyMailbox(folder, each));
    }
    const sum = (of: (each: MailboxVerdict) => number) =>
      verdicts.reduce((total, each) => total + of(each), 0);
    expect(sum(each => each.ok)).toBe(4);
    expect(sum(each => each.unhashed)).toBe(0);
    expect(verdicts.flatMap(each => each.altered.map(({ uid }) => uid))).toEqual([2]);
  });

  test('tell labels and flags, and the next run downloads nothing', async () => {
    const account = await archived();
    const before = { rows: rowsOf(account.folder), bodies: bodiesSent(account) };
    lose(account.folder);
    const [inbox] = [...new ArchiveReader(account.folder).mailboxes()].filter(
      each => each.name === 'INBOX',
    );
    expect(inbox?.counts().files).toBe(3);
    expect(inbox?.record('full', 1)?.flags).toEqual(['\\Seen', '\\Flagged']);
    expect(inbox?.identities.get(1)?.labels).toEqual(labels);
    const result = await account.run({ mailboxes: 'all' });
    expect(result).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
    expect(bodiesSent(account)).toBe(before.bodies);
    expect(rowsOf(account.folder)).toEqual(before.rows);
    expect((await account.run({ mailboxes: 'all' })).stored).toBe(0);
    expect(rowsOf(account.folder)).toEqual(before.rows);
  });

  test('keep the labels where the server has none any more', async () => {
    const account = await archived();
    const before = rowsOf(account.folder);
    const other = await scriptedAccount({
      mailboxes: [
        mailbox('INBOX', [letter(1, { flags: ['\\Seen', '\\Flagged'] }), letter(2), letter(3)]),
        mailbox('new_year', [letter(4)]),
        mailbox(deep, [letter(5)]),
      ],
    });
    lose(account.folder);
    const { folder } = account;
    const result = await other.run({ mailboxes: 'all', folder });
    expect(result.stored).toBe(0);
    expect(rowsOf(folder).map(row => [row[0], row[6], row[7]])).toEqual(
      before.map(row => [row[0], row[6], row[7]]),
    );
  });

  test('say nothing of a message that is not the one in the file', async () => {
    const account = await archived();
    lose(account.folder);
    account.server.mailbox('INBOX').restore(letter(7), letter(2), letter(3));
    const result = await account.run({ mailboxes: 'all' });
    expect(result.stored).toBe(1);
    expect(rowsOf(account.folder)[0]?.slice(5, 8)).toEqual(['Invoice 7', '', '']);
  });

  test('rows that are not ours are counted, and lead nowhere', async () => {
    const account = await archived();
    const { folder } = account;
    const outside = join(folder, '..', `${folder.split('/').at(-1)}-outside.eml`);
    writeFileSync(outside, 'of somebody else');
    onTestFinished(() => rmSync(outside, { force: true }));
    const lines = (indexOf(folder) ?? '').split('\r\n');
    const bad = [
      `../${outside.split('/').at(-1)},INBOX,,,,,,,16,`,
      `/etc/passwd,INBOX,,,,,,,1,`,
      'no row at all',
      `"open,INBOX,,,,,,,1,`,
      `${lines[1]?.replace(/,\d+,[0-9a-f]{64}$/, ',-1,x')}`,
      'x'.repeat(2_000_000),
    ];
    lose(folder);
    writeFileSync(
      join(folder, '_Mailstow', 'index.csv'),
      [...lines.slice(0, -1), ...bad, ''].join('\r\n'),
    );
    const result = await account.run({ mailboxes: 'all' });
    expect(result.stored).toBe(0);
    const said = eventsOf(account, 'warning').map(({ message }) => message);
    expect(said).toContain('6 rows of index.csv are not as Mailstow writes them; not used.');
    expect(readFileSync(outside, 'utf8')).toBe('of somebody else');
    expect(rowsOf(folder)).toHaveLength(5);
  });

  test('a list that is a link is not followed', async () => {
    const account = await archived();
    const { folder } = account;
    lose(folder);
    const path = join(folder, '_Mailstow', 'index.csv');
    cpSync(path, join(folder, 'elsewhere.csv'));
    rmSync(path);
    symlinkSync(join(folder, 'elsewhere.csv'), path);
    const [first] = [...new ArchiveReader(folder).mailboxes()];
    expect(first).toBeUndefined();
    expect((await account.run({ mailboxes: 'all' })).stored).toBe(0);
  });

  test('a file that was copied since is the message all the same', async () => {
    const account = await archived();
    lose(account.folder);
    for (const { path } of messageFilesIn(account.folder)) {
      utimesSync(join(account.folder, path), new Date(), new Date());
    }
    expect((await account.run({ mailboxes: 'all' })).stored).toBe(0);
  });
});

test('any index.csv is read in peace, in time that grows with its length', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', 'MSG_a_1.txt', 'INBOX/a [1].eml', '1', '/'),
    }),
  );
  fc.assert(
    fc.property(fc.array(text), fc.boolean(), (lines, isHeaded) => {
      const folder = emptyArchive();
      writeFileSync(
        join(folder, '_Mailstow', 'index.csv'),
        `${isHeaded ? indexHeading : ''}${lines.join('\r\n')}\r\n`,
      );
      for (const each of new ArchiveReader(folder).mailboxes()) each.counts();
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 200 },
  );
  const timeOf = (count: number) => {
    const folder = emptyArchive();
    const rows = Array.from(
      { length: count },
      (_, index) => `MSG_f${index}_1.txt,f${index},,,,,,,1,`,
    );
    writeFileSync(
      join(folder, '_Mailstow', 'index.csv'),
      `${indexHeading}${rows.join('\r\n')}\r\n`,
    );
    writeFileSync(join(folder, 'MSG_f1_1.txt'), 'x');
    const start = performance.now();
    for (const each of new ArchiveReader(folder).mailboxes()) each.counts();
    return performance.now() - start;
  };
  const bestOf = (count: number) => Math.min(timeOf(count), timeOf(count), timeOf(count));
  timeOf(100);
  const [few, many] = [bestOf(500), bestOf(2_000)];
  console.log(`${few.toFixed(0)} ms for 500 rows, ${many.toFixed(0)} ms for 2,000`);
  expect(many).toBeLessThan(10 * Math.max(few, 20));
});

let made = 0;

function emptyArchive(): string {
  const folder = join(process.env.TMPDIR ?? '/tmp', `mailstow-index-${process.pid}-${++made}`);
  mkdirSync(join(folder, '_Mailstow'), { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
