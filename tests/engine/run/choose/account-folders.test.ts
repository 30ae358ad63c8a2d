import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parseReport } from '../../../../electron/engine/report/parse-report.ts';
import { storedMessages, test } from '../../../both-layouts.ts';
import { fetchedBodies } from '../../../imapcl/scripted-account.ts';
import { runsOnScripted } from '../whole-runs.ts';

/** No folder of an account disappears from what a run says. */
const letters = (count: number, subject: string) =>
  Array.from(
    { length: count },
    (_, at) =>
      `Subject: ${subject} ${at + 1}\r\nMessage-ID: <${subject}${at + 1}@example.org>\r\n\r\nText ${at + 1}.\r\n`,
  );
const inbox = { name: 'INBOX', messages: letters(2, 'In') };
const work = { name: 'Work', messages: letters(21, 'Work'), uidValidity: 77 };

describe('a folder that the server does not list any more', () => {
  test('is told of with what is kept of it', async () => {
    const before = await runsOnScripted({ mailboxes: [inbox, work] });
    await before.run();
    const { folder } = before;
    const files = storedMessages(folder);
    const after = await runsOnScripted({ mailboxes: [inbox] });
    const { result } = await after.run({ folder });
    expect(result.others).toEqual([{ mailbox: 'Work', reason: 'no-longer-listed', messages: 21 }]);
    expect(result.verdict).toMatchObject({
      state: 'complete',
      kept: { mailboxes: 1, messages: 21, names: ['Work'] },
    });
    expect(storedMessages(folder)).toEqual(files);
    const json = readFileSync(join(folder, '.mailstow/certificate.json'), 'utf8');
    expect(parseReport(json)).toMatchObject({ others: result.others });
  });

  test.each([
    ['with its numbering', 77],
    ['with another numbering', 78],
  ])(
    'but another one with the same messages was renamed, %s: nothing is fetched again',
    async (_how, uidValidity) => {
      const before = await runsOnScripted({ mailboxes: [inbox, work] });
      await before.run();
      const { folder } = before;
      const files = Object.values(storedMessages(folder)).sort();
      const [news = ''] = letters(1, 'News');
      const renamed = { name: 'Job', uidValidity, messages: [...work.messages, news] };
      const after = await runsOnScripted({ mailboxes: [inbox, renamed] });
      const { result, report } = await after.run({ folder });
      expect(result.stored).toBe(1);
      expect(report('Job')).toMatchObject({
        onServer: 22,
        archived: 22,
        elsewhere: 21,
        missing: 0,
      });
      expect(result.verdict).toMatchObject({ state: 'complete', kept: { messages: 21 } });
      expect(result.warnings.map(({ mailbox }) => mailbox)).toEqual(['Job']);
      expect(Object.values(storedMessages(folder)).sort()).toEqual([...files, news].sort());
      const bodies = fetchedBodies(after.server).length;
      const again = await after.run({ folder });
      expect(again.result).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
      expect(fetchedBodies(after.server)).toHaveLength(bodies);
    },
  );

  test('and was renamed, where headers alone are archived: nothing is fetched again', async () => {
    const selection = { headersOnly: true, unseenOnly: false };
    const before = await runsOnScripted({ mailboxes: [inbox, work] });
    await before.run({ selection });
    const { folder } = before;
    const files = storedMessages(folder);
    const after = await runsOnScripted({ mailboxes: [inbox, { ...work, name: 'Job' }] });
    const { result, report } = await after.run({ folder, selection });
    expect(result).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
    expect(report('Job')).toMatchObject({ archived: 21, elsewhere: 21, missing: 0 });
    expect(storedMessages(folder)).toEqual(files);
  });

  test('and a new one with other messages has nothing to do with it', async () => {
    const before = await runsOnScripted({ mailboxes: [inbox, work] });
    await before.run();
    const other = { name: 'Job', uidValidity: 77, messages: letters(21, 'Job') };
    const after = await runsOnScripted({ mailboxes: [inbox, other] });
    const { result, report } = await after.run({ folder: before.folder });
    expect(result).toMatchObject({ stored: 21, warnings: [] });
    expect(report('Job')).toMatchObject({ archived: 21, elsewhere: 0 });
  });
});

describe('INBOX, which LIST leaves out', () => {
  const listOf = (...lines: readonly string[]) => ({
    onCommand: ({ name, tag }: { name: string; tag: string }) =>
      name === 'LIST' ? `${lines.join('')}${tag} OK done\r\n` : ('default' as const),
  });

  test('is archived all the same', async () => {
    const mailboxes = [inbox, { ...work, messages: letters(1, 'Work') }];
    const { run } = await runsOnScripted({ mailboxes, ...listOf('* LIST () "/" Work\r\n') });
    const { result, report } = await run();
    expect(report('INBOX')).toMatchObject({ onServer: 2, archived: 2 });
    expect(result).toMatchObject({ stored: 3, others: [], verdict: { state: 'complete' } });
  });

  test('is no matter where there is none', async () => {
    const mailboxes = [{ ...work, messages: letters(1, 'Work') }];
    const { run } = await runsOnScripted({ mailboxes, ...listOf('* LIST () "/" Work\r\n') });
    const { result } = await run();
    expect(result).toMatchObject({ stored: 1, others: [], problems: [] });
    expect(result.verdict.state).toBe('complete');
  });

  test('a folder without a name is told of and costs nothing', async () => {
    const { run } = await runsOnScripted({
      mailboxes: [inbox],
      ...listOf('* LIST () "/" ""\r\n', '* LIST () "/" INBOX\r\n'),
    });
    const { result } = await run();
    expect(result.others).toEqual([{ mailbox: '', reason: 'nameless' }]);
    expect(result).toMatchObject({ stored: 2, verdict: { state: 'complete' } });
  });

  test('a line that cannot be read is a folder that is not archived', async () => {
    const { run } = await runsOnScripted({
      mailboxes: [inbox],
      ...listOf('* LIST (\\Sent "/" "Lost"\r\n', '* LIST () "/" INBOX\r\n'),
    });
    const { result } = await run();
    expect(result.others).toEqual([{ mailbox: '', reason: 'unreadable' }]);
    expect(result.problems).toMatchObject([
      { kind: 'mailbox-not-listed', serverText: '* LIST (\\Sent "/" "Lost"' },
    ]);
    expect(result).toMatchObject({ stored: 2, verdict: { state: 'incomplete' } });
  });
});

test('shared folders that were not asked for are named with their messages', async () => {
  const { run } = await runsOnScripted({
    mailboxes: [inbox, { name: 'Shared/Office', messages: letters(4, 'Office') }],
    namespaces: '(("" "/")) NIL (("Shared/" "/"))',
  });
  const { result } = await run();
  expect(result.others).toEqual([{ mailbox: 'Shared/Office', reason: 'shared', messages: 4 }]);
  expect(result.verdict).toMatchObject({ state: 'complete', shared: { messages: 4 } });
  const { result: all } = await run({ mailboxes: { includeShared: true } });
  expect(all).toMatchObject({ others: [], verdict: { archived: 6 } });
});

test('a folder that fails is in the report with its messages, and what warns is kept', async () => {
  const { run, folder } = await runsOnScripted({
    mailboxes: [inbox, { name: 'Broken', messages: letters(3, 'Broken') }],
    capabilities: ['IMAP4rev1', 'LIST-EXTENDED', 'LIST-STATUS'],
    onCommand: ({ name, line }) => {
      if (name !== 'EXAMINE') return 'default';
      if (line.includes('Broken')) return { completion: 'NO [CORRUPTION] no such thing' };
      return { before: '* OK [ALERT] Maintenance tonight\r\n' };
    },
  });
  const { result } = await run();
  expect(result.others).toEqual([{ mailbox: 'Broken', reason: 'failed', messages: 3 }]);
  expect(result.warnings.map(({ message }) => message)).toEqual([
    'The server says: Maintenance tonight',
  ]);
  expect(result.verdict).toMatchObject({
    state: 'incomplete',
    warnings: 1,
    failed: { mailboxes: 1, messages: 3, names: ['Broken'] },
  });
  const text = readFileSync(join(folder, '.mailstow/certificate.txt'), 'utf8');
  expect(text).toContain('Broken: could not be archived, 3 messages');
  expect(text).toContain('Maintenance tonight');
});
