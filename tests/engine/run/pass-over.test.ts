import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { readJournalPiece } from '../../../electron/engine/archive/journal/journal-tail.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { fileOf, layoutNow, messageFilesIn, storedMessages, test } from '../../both-layouts.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { eventsOf, numbered, scriptedAccount } from './test-account.ts';
import { type Run, runWhole } from './whole-runs.ts';

/**
 * A mailbox in which nothing changed is passed over; whatever did change is found. Which of the two a run
 * did is told by its report: that of a mailbox passed over has what was written into its seal.
 */
const mark = 4_711;
const inbox = numbered(6);
const second = numbered(2, 'Second');
const mailboxes = [inbox.mailbox, second.mailbox];
const allFiles = { ...inbox.files(), ...second.files() };
const late = 'Subject: Late\r\nMessage-ID: <late@example.org>\r\n\r\nLate.\r\n';

/** @returns the names of the seals that are there now, which are marked */
function markSeals(folder: string): string[] {
  const seals = join(folder, '.mailstow', 'seals');
  const names = existsSync(seals) ? readdirSync(seals) : [];
  for (const name of names) {
    const text = readFileSync(join(seals, name), 'utf8');
    writeFileSync(join(seals, name), text.replace(/"gone":\d+/, `"gone":${mark}`));
  }
  return names.map(name => name.replace(/\.json$/, '')).sort();
}

function passedOver({ result }: Run): string[] {
  return result.mailboxes.filter(({ gone }) => gone === mark).map(({ mailbox }) => mailbox);
}

async function start(options: ServerOptions = {}, request: Partial<RunRequest> = {}) {
  const account = await scriptedAccount({ mailboxes, ...options });
  const { folder, server } = account;
  const run = (changes: Partial<RunRequest> = {}) => runWhole(account, { ...request, ...changes });
  return {
    account,
    folder,
    server,
    run,
    seal: (mailbox: string) => join(folder, '.mailstow', 'seals', `${mailbox}.json`),
    /** Which mailboxes another run passes over; it may change nothing. */
    async passes(changes: Partial<RunRequest> = {}): Promise<string[]> {
      markSeals(folder);
      const before = storedMessages(folder);
      const again = await run(changes);
      expect(again.result.stored).toBe(0);
      expect(storedMessages(folder)).toEqual(before);
      return passedOver(again);
    },
  };
}

const both = ['INBOX', 'Second'];

describe('nothing changed', () => {
  test.each<[string, Partial<RunRequest>]>([
    ['everything', {}],
    ['headers', { selection: { headersOnly: true, unseenOnly: false } }],
    ['a filter', { selection: { headersOnly: false, unseenOnly: false, largerThan: 10 } }],
  ])('every mailbox is passed over, run after run: %s', async (_what, request) => {
    const { run, passes } = await start({}, request);
    expect((await run()).result.stored).toBe(8);
    expect(await passes()).toEqual(both);
    expect(await passes()).toEqual(both);
  });

  test('opens no mailbox where LIST told enough, and compares a few messages elsewhere', async () => {
    const { run, server } = await start();
    await run();
    const sent = async (changes: Partial<RunRequest> = {}) => {
      const before = server.commands.length;
      await run(changes);
      return server.commands.slice(before).map(({ name }) => name);
    };
    expect(await sent()).not.toContain('EXAMINE');
    await run({ mailboxes: ['INBOX'] });
    const names = await sent({ mailboxes: ['INBOX'] });
    expect(names.filter(name => name === 'EXAMINE')).toHaveLength(1);
    expect(names.filter(name => name.startsWith('UID'))).toEqual(['UID SEARCH', 'UID FETCH']);
  });

  test('tells the same as a full look', async () => {
    const { run, folder } = await start();
    await run();
    rmSync(join(folder, '.mailstow', 'seals'), { recursive: true });
    const full = await run();
    const passing = await run();
    const timeless = { verdict: { ...full.result.verdict, milliseconds: expect.any(Number) } };
    expect(passing.events).toEqual([
      ...full.events.slice(0, -1),
      { event: 'verdict', ...timeless },
    ]);
    expect(passing.result).toEqual({ ...full.result, ...timeless });
  });

  test('what is gone from the server stays told', async () => {
    const { run, server, passes } = await start();
    await run();
    server.mailbox('INBOX').expunge(2);
    expect((await run()).report('INBOX')).toMatchObject({ onServer: 5, gone: 1 });
    expect((await run()).report('INBOX')).toMatchObject({ onServer: 5, gone: 1 });
    expect(await passes()).toEqual(both);
  });
});

describe('a change in the folder is found', () => {
  const cases: [string, (folder: string) => void][] = [
    ['a file deleted', folder => rmSync(fileOf(folder, 'MSG_INBOX_3.txt'))],
    ['a file cut', folder => truncateSync(fileOf(folder, 'MSG_INBOX_3.txt'), 10)],
    ['a file grown', folder => truncateSync(fileOf(folder, 'MSG_INBOX_3.txt'), 1_000)],
    ['.uidvalidity edited', folder => writeFileSync(join(folder, '.uidvalidity'), 'INBOX=2\n')],
    ['.uidvalidity deleted', folder => rmSync(join(folder, '.uidvalidity'))],
    ['the journal deleted', folder => rmSync(join(folder, '.mailstow/journal/INBOX.jsonl'))],
    ['the server state deleted', folder => rmSync(join(folder, '.mailstow/server/INBOX.json'))],
    ['the seals deleted', folder => rmSync(join(folder, '.mailstow/seals'), { recursive: true })],
    ['a seal torn', folder => truncateSync(join(folder, '.mailstow/seals/INBOX.json'), 100)],
    ['.mailstow deleted', folder => rmSync(join(folder, '.mailstow'), { recursive: true })],
  ];

  test.each(cases)('%s', async (_what, change) => {
    const { run, folder } = await start();
    await run();
    const listed = readFileSync(join(folder, '.uidvalidity'), 'utf8');
    markSeals(folder);
    change(folder);
    const after = await run();
    expect(passedOver(after)).not.toContain('INBOX');
    expect(after.report('INBOX')).toMatchObject({ selected: 6, archived: 6, missing: 0, gone: 0 });
    expect(storedMessages(folder)).toEqual(allFiles);
    const lines = (text: string) => text.split('\n').sort();
    expect(lines(readFileSync(join(folder, '.uidvalidity'), 'utf8'))).toEqual(lines(listed));
  });

  test('a file added', async () => {
    const { account, run, folder, passes } = await start();
    await run();
    const third = fileOf(folder, 'MSG_INBOX_3.txt');
    copyFileSync(third, third.replace(/3(\.txt|\]\.eml)$/, '9$1'));
    markSeals(folder);
    expect((await run()).report('INBOX').gone).toBe(1);
    expect(eventsOf(account, 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^INBOX: 1 file was not in the journal/),
    ]);
    await run();
    expect(await passes()).toEqual(both);
  });

  test('a cut file behind the place where runs go on to look, in the turn that comes to it', async () => {
    const many = numbered(500);
    const { run, folder, seal, passes } = await start({ mailboxes: [many.mailbox] });
    await run();
    const piece = readJournalPiece(join(folder, '.mailstow/journal/INBOX.jsonl'), undefined);
    expect(piece?.isLast).toBe(false);
    const found: object = JSON.parse(readFileSync(seal('INBOX'), 'utf8'));
    writeFileSync(seal('INBOX'), JSON.stringify({ ...found, looked: piece?.position }));
    truncateSync(fileOf(folder, 'MSG_INBOX_1.txt'), 10);

    expect(await passes()).toEqual(['INBOX']);
    expect((await run()).result.stored).toBe(1);
    expect(storedMessages(folder)).toEqual(many.files());
  });
});

describe('a change on the server is found', () => {
  test.each([
    ['INBOX', 'Second'],
    ['Second', 'INBOX'],
  ])('new mail in %s, in one folder with the sealed %s', async (changed, other) => {
    const { run, folder, server, passes } = await start();
    await run();
    const [uid] = server.mailbox(changed).append(late);
    markSeals(folder);
    const after = await run();
    expect(passedOver(after)).toEqual([other]);
    expect(after.result.stored).toBe(1);
    expect(storedMessages(folder)).toEqual({ ...allFiles, [`MSG_${changed}_${uid}.txt`]: late });
    expect(await passes()).toEqual(both);
  });

  test.each<[string, (server: Awaited<ReturnType<typeof start>>['server']) => void]>([
    ['other flags', server => server.mailbox('INBOX').setFlags(3, ['\\Seen'])],
    ['a message gone', server => server.mailbox('INBOX').expunge(3)],
    ['another UIDVALIDITY', server => server.mailbox('INBOX').rebuild(2)],
  ])('%s', async (_what, change) => {
    const { run, folder, server } = await start();
    await run();
    markSeals(folder);
    change(server);
    const after = await run();
    expect(passedOver(after)).toEqual(['Second']);
    expect(after.report('INBOX').missing).toBe(0);
    expect(storedMessages(folder)).toEqual(allFiles);
  });

  test('mail that only a run saw which was to archive less and was killed', async () => {
    const { run, folder, server, seal } = await start();
    await run();
    const before = readFileSync(seal('INBOX'));
    server.mailbox('INBOX').append(late);
    const less = { headersOnly: false, unseenOnly: false, largerThan: 1_000_000 };
    expect((await run({ selection: less })).result.stored).toBe(0);
    // Seals are written at the end, which a killed run does not come to.
    writeFileSync(seal('INBOX'), before);
    expect((await run()).result.stored).toBe(1);
    expect(storedMessages(folder)).toEqual({ ...allFiles, 'MSG_INBOX_7.txt': late });
  });
});

describe('another question is answered by a full look', () => {
  onceOnly.each<[string, Partial<RunRequest>, number]>([
    ['headers', { selection: { headersOnly: true, unseenOnly: false } }, 8],
    ['unseen messages', { selection: { headersOnly: false, unseenOnly: true } }, 8],
    ['the other layout', { layout: 'folders', extension: '.eml' }, 8],
    ['another ending', { extension: '.eml' }, 8],
    ['larger ones', { selection: { headersOnly: false, unseenOnly: false, largerThan: 1 } }, 0],
    ['nothing from elsewhere', { separate: true }, 0],
  ])('%s', async (_what, changes, stored) => {
    const { run, folder } = await start();
    await run();
    markSeals(folder);
    const other = await run(changes);
    expect(passedOver(other)).toEqual([]);
    expect(other.result).toMatchObject({ stored, problems: [] });
    expect(storedMessages(folder)).toMatchObject(allFiles);
    const back = await run();
    expect(back.report('INBOX')).toMatchObject({ archived: 6, missing: 0 });
    expect(back.result.stored).toBe(0);
  });
});

describe('a file that is deleted while the run goes on is fetched by the next one', () => {
  test.each([
    ['of a mailbox that was looked at', false],
    ['of a mailbox that was passed over', true],
  ])('%s', async (_what, isSealed) => {
    const { account, run, folder, server } = await start();
    if (isSealed) await run();
    markSeals(folder);
    account.onEvent = event => {
      const isDone = event.event === 'mailbox-done' && event.report.mailbox === 'INBOX';
      if (isDone) rmSync(fileOf(folder, 'MSG_INBOX_3.txt'));
    };
    server.mailbox('Second').append(late);
    expect(passedOver(await run())).toEqual(isSealed ? ['INBOX'] : []);
    account.onEvent = () => undefined;
    expect(storedMessages(folder)).not.toHaveProperty(['MSG_INBOX_3.txt']);
    expect((await run()).result.stored).toBe(1);
    expect(storedMessages(folder)).toMatchObject(allFiles);
  });
});

describe('is not passed over', () => {
  test('a mailbox with a message that could not be stored', async () => {
    const { run, folder } = await start({
      beforeFetchResponse: ({ uid, mailbox, items }) =>
        uid === 2 && mailbox === 'INBOX' && items.includes('BODY.PEEK[]')
          ? { refuse: 'NO Broken' }
          : undefined,
    });
    expect((await run()).result.problems).toHaveLength(1);
    expect(markSeals(folder)).toEqual(['Second']);
    const again = await run();
    expect(again.result.problems).toHaveLength(1);
    expect(passedOver(again)).toEqual(['Second']);
  });

  test('a mailbox of which a file is lost that the server no longer has', async () => {
    const { run, folder, server, passes } = await start();
    await run();
    server.mailbox('INBOX').expunge(2);
    rmSync(fileOf(folder, 'MSG_INBOX_2.txt'));
    expect((await run()).report('INBOX')).toMatchObject({ archived: 5, missing: 0, gone: 1 });
    expect(await passes()).toEqual(['Second']);
  });

  test('a mailbox in which a run failed', async () => {
    let isBroken = true;
    const { run, folder } = await start({
      onCommand: ({ name, line, tag }) =>
        isBroken && name === 'EXAMINE' && line.includes('Second')
          ? `${tag} NO [CANNOT] No\r\n`
          : 'default',
    });
    expect((await run()).result.problems).toHaveLength(1);
    expect(markSeals(folder)).toEqual(['INBOX']);
    isBroken = false;
    const after = await run();
    expect(passedOver(after)).toEqual(['INBOX']);
    expect(after.result).toMatchObject({ stored: 2, problems: [] });
  });

  test('a mailbox that a run was stopped in', async () => {
    const { account, run, folder } = await start();
    account.onEvent = event => {
      if (event.event === 'mailbox' && event.mailbox === 'Second') account.stop();
    };
    await expect(run()).rejects.toMatchObject({ failure: { kind: 'stopped' } });
    expect(markSeals(folder)).toEqual(['INBOX']);
  });

  test('a mailbox of a server that does not count changes', async () => {
    const capabilities = ['IMAP4rev1', 'ID', 'LIST-EXTENDED', 'LIST-STATUS', 'ESEARCH'];
    const { run, passes } = await start({ capabilities });
    await run();
    expect(await passes()).toEqual([]);
    expect(await passes()).toEqual([]);
  });

  test('a mailbox of a server whose numbering does not last', async () => {
    const { run, passes } = await start({ mailboxes: [{ ...inbox.mailbox, uidValidity: 0 }] });
    const first = await run();
    expect(await passes()).toEqual([]);
    expect((await run()).events).toEqual(
      expect.arrayContaining(first.events.filter(({ event }) => event === 'warning')),
    );
  });

  test('a mailbox in a folder without parts of a second, as long as it is fresh', async () => {
    const { account, run, folder, passes } = await start();
    const setTime = (time: number) => {
      account.onEvent = event => {
        if (event.event !== 'mailbox-done') return;
        const { mailbox } = event.report;
        utimesSync(layoutNow() === 'flat' ? folder : join(folder, mailbox), time, time);
      };
    };
    const now = Math.floor(Date.now() / 1_000);
    setTime(now + 600);
    await run();
    expect(await passes()).toEqual([]);
    setTime(now - 600);
    expect(await passes()).toEqual([]);
    expect(await passes()).toEqual(both);
  });
});

describe('beside a mailbox of all mail', () => {
  const all = { ...numbered(6, 'All').mailbox, attributes: ['\\All'] };

  test('nothing is passed over', async () => {
    const { run, passes } = await start({ mailboxes: [inbox.mailbox, all] });
    expect((await run()).report('INBOX').elsewhere).toBe(6);
    expect(await passes()).toEqual([]);
    expect(await passes()).toEqual([]);
  });

  test('what is kept there is missed, even where a run does not ask for it', async () => {
    const { run, folder } = await start({ mailboxes: [inbox.mailbox, all] });
    await run();
    const alone = { mailboxes: ['INBOX'] };
    expect((await run(alone)).report('INBOX')).toMatchObject({ archived: 6, elsewhere: 6 });
    for (const { path } of messageFilesIn(folder)) rmSync(join(folder, path));
    expect((await run(alone)).result.stored).toBe(6);
  });
});
