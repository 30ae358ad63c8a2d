import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { catalogFailure, isDamage } from '../../../electron/engine/catalog/database.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { renumber } from '../archive/renumber/renumber.ts';
import {
  catalogOf,
  rowsOf,
  run,
  someDate,
  store,
  subjectsOf,
  temporaryFolder,
} from './an-archive.ts';

const firstPage = { descending: false, offset: 0, limit: 1 };
const day = 24 * 60 * 60 * 1000;
const three = [
  { uid: 1, subject: 'One', date: someDate, flags: [] },
  { uid: 2, subject: 'Two', date: someDate + day },
  { uid: 3, subject: 'Three', date: someDate + 2 * day },
];

async function anArchive(layout: 'flat' | 'folders' = 'folders'): Promise<string> {
  const folder = temporaryFolder();
  await run(
    folder,
    async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await inbox.setUidValidity(7);
      await store(inbox, three);
    },
    { layout },
  );
  return folder;
}

describe('the list', () => {
  test.each(['flat', 'folders'] as const)(
    'holds what is stored, in the %s layout',
    async layout => {
      const folder = await anArchive(layout);
      const catalog = catalogOf(folder);
      await catalog.catchUp();
      expect(await catalog.mailboxes()).toEqual([{ name: 'INBOX', messages: 3, unread: 1 }]);
      const [first, ...others] = await rowsOf(catalog);
      expect(first).toMatchObject({
        sender: 'Accounts Team',
        subject: 'One',
        date: Math.floor(someDate / 1000) * 1000,
        attachments: 0,
        unread: true,
        headersOnly: false,
        gone: false,
      });
      expect(others.map(row => [row.subject, row.unread])).toEqual([
        ['Two', false],
        ['Three', false],
      ]);
      const place = await catalog.place(first?.id ?? 0);
      expect(place?.path.startsWith(folder)).toBe(true);
      expect(place?.path).toMatch(/1\]?\.(txt|eml)$/);
      expect(await catalog.place(4711)).toBeUndefined();
    },
  );

  test('is empty where there is no archive yet, and fills once there is one', async () => {
    const folder = join(temporaryFolder(), 'later');
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    expect(await catalog.mailboxes()).toEqual([]);
    expect(await rowsOf(catalog)).toEqual([]);
    await run(folder, async archive =>
      store(await archive.mailbox(mailboxName('INBOX', '/')), three),
    );
    await catalog.catchUp();
    expect(await subjectsOf(catalog)).toEqual(['One', 'Two', 'Three']);
  });

  test('fills while a run goes on, which it neither waits for nor disturbs', async () => {
    const folder = temporaryFolder();
    let changes = 0;
    const catalog = catalogOf(folder, () => {
      changes += 1;
    });
    await run(folder, async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await store(inbox, three.slice(0, 2));
      await catalog.catchUp();
      expect(await subjectsOf(catalog)).toEqual(['One', 'Two']);
      await store(inbox, three.slice(2));
      await catalog.catchUp();
      expect(await subjectsOf(catalog)).toEqual(['One', 'Two', 'Three']);
      const before = changes;
      await catalog.catchUp();
      expect(changes).toBe(before);
      await store(await archive.mailbox(mailboxName('Sent', '/')), [{ uid: 1, subject: 'Sent' }]);
    });
    await catalog.catchUp();
    expect((await catalog.mailboxes()).map(each => each.name)).toEqual(['INBOX', 'Sent']);
    expect(changes).toBeGreaterThanOrEqual(3);
  });

  test('knows messages whose headers alone were asked for, and lists the fullest file', async () => {
    const folder = temporaryFolder();
    await run(
      folder,
      async archive => {
        const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
        await store(inbox, [
          { uid: 1, kind: 'header', subject: 'Head' },
          { uid: 2, kind: 'header', subject: 'Both' },
        ]);
        await store(inbox, [{ uid: 2, kind: 'full', subject: 'Both' }]);
      },
      { layout: 'flat', extension: '.txt' },
    );
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    const rows = await rowsOf(catalog, { sort: 'subject' });
    expect(rows.map(row => [row.subject, row.headersOnly])).toEqual([
      ['Both', false],
      ['Head', true],
    ]);
  });

  test('a journal that is read again leaves the fullest file listed', async () => {
    const folder = temporaryFolder();
    await run(folder, async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await store(inbox, [{ uid: 1, kind: 'header', subject: 'Both' }]);
      await store(inbox, [{ uid: 1, kind: 'full', subject: 'Both' }]);
    });
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    const before = await rowsOf(catalog);
    expect(before.map(row => row.headersOnly)).toEqual([false]);
    const [journal = ''] = readdirSync(join(folder, '.mailstow/journal'));
    const path = join(folder, '.mailstow/journal', journal);
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
    await catalog.catchUp();
    expect(await rowsOf(catalog)).toEqual(before);
  });

  test('believes the clock of the author unless it is impossible', async () => {
    const folder = temporaryFolder();
    const head = (date: string) => ({ body: `Date: ${date}\r\n\r\ntext` });
    await run(folder, async archive => {
      const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await store(mailbox, [
        {
          uid: 1,
          date: someDate,
          from: `a@example.org\r\n${head('Fri, 01 Jan 2038 00:00:00 +0000').body}`,
        },
      ]);
      await store(mailbox, [
        {
          uid: 2,
          date: someDate,
          from: `a@example.org\r\n${head('Fri, 01 Jan 1999 00:00:00 +0000').body}`,
        },
      ]);
      await store(mailbox, [
        { uid: 3, date: someDate, from: `a@example.org\r\n${head('once').body}` },
      ]);
    });
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    const dates = (await rowsOf(catalog)).map(row => row.date);
    const received = Math.floor(someDate / 1000) * 1000;
    expect(dates).toEqual([Date.UTC(1999, 0, 1), received, received]);
  });
});

describe('what there is of each year', () => {
  const dated = (uid: number, year: number, month = 5) => ({ uid, date: Date.UTC(year, month, 1) });

  async function stockOf(folder: string) {
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    return catalog.stock();
  }

  /** Of the message files. */
  function bytesIn(folder: string): number {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(eml|txt)$/.test(name))
      .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  }

  test.each(['flat', 'folders'] as const)(
    'is counted with its bytes over all mailboxes, oldest first, in the %s layout',
    async layout => {
      const folder = temporaryFolder();
      await run(
        folder,
        async archive => {
          const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
          await store(inbox, [dated(1, 2024), dated(2, 2019), dated(3, 2024)]);
          const sent = await archive.mailbox(mailboxName('Sent', '/'));
          await store(sent, [dated(1, 2019), { ...dated(2, 1999), body: '\r\nlong'.repeat(900) }]);
        },
        { layout },
      );
      expect(await stockOf(folder)).toEqual({
        bytes: bytesIn(folder),
        years: [
          { year: 1999, messages: 1 },
          { year: 2019, messages: 2 },
          { year: 2024, messages: 2 },
        ],
      });
    },
  );

  test.each(['flat', 'folders'] as const)(
    'counts once what stands in two mailboxes, in the %s layout',
    async layout => {
      const folder = temporaryFolder();
      await run(
        folder,
        async archive => {
          const all = await archive.mailbox(mailboxName('All', '/'));
          const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
          await all.setUidValidity(7);
          await inbox.setUidValidity(8);
          inbox.links.add(all, new Map([[1, 10]]));
          await store(all, [dated(10, 2019), dated(20, 2024)]);
        },
        { layout },
      );
      const catalog = catalogOf(folder);
      await catalog.catchUp();
      expect((await catalog.mailboxes()).map(each => each.messages)).toEqual([2, 1]);
      expect(await catalog.stock()).toEqual({
        bytes: bytesIn(folder),
        years: [
          { year: 2019, messages: 1 },
          { year: 2024, messages: 1 },
        ],
      });
    },
  );

  test('begins and ends with the year in UTC', async () => {
    const folder = temporaryFolder();
    const second = 1_000;
    const newYear = Date.UTC(2020, 0, 1);
    await run(folder, async archive =>
      store(await archive.mailbox(mailboxName('INBOX', '/')), [
        { uid: 1, date: newYear - second },
        { uid: 2, date: newYear },
      ]),
    );
    expect((await stockOf(folder)).years).toEqual([
      { year: 2019, messages: 1 },
      { year: 2020, messages: 1 },
    ]);
  });

  test('leaves out years that no mail is of, and counts the bytes all the same', async () => {
    const folder = temporaryFolder();
    const next = new Date().getUTCFullYear() + 1;
    await run(folder, async archive =>
      store(await archive.mailbox(mailboxName('INBOX', '/')), [
        { uid: 1, date: 0 },
        dated(2, 1971),
        dated(3, next, 0),
        dated(4, next + 1, 0),
      ]),
    );
    const { bytes, years } = await stockOf(folder);
    expect(years.map(({ year }) => year)).toEqual([1971, next]);
    expect(bytes).toBe(bytesIn(folder));
  });

  test('is not known where there is no archive', async () => {
    await expect(stockOf(join(temporaryFolder(), 'later'))).rejects.toMatchObject({
      failure: { code: 'no-archive' },
    });
  });
});

describe('what later runs say', () => {
  test('flags, messages that are gone and that are back', async () => {
    const folder = await anArchive();
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    await run(folder, async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      inbox.updateFlags(1, ['\\Seen', '\\Flagged']);
      inbox.updateFlags(2, ['\\Answered']);
      inbox.noteServerHas(uid => uid !== 3);
    });
    await catalog.catchUp();
    const shown = async () => (await rowsOf(catalog)).map(row => [row.unread, row.gone]);
    expect(await shown()).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    await run(folder, async archive => {
      (await archive.mailbox(mailboxName('INBOX', '/'))).noteServerHas(() => true);
    });
    await catalog.catchUp();
    expect((await rowsOf(catalog)).some(row => row.gone)).toBe(false);
  });

  test('another UIDVALIDITY: the files are the same under other numbers', async () => {
    const folder = await anArchive();
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    await run(folder, async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await renumber(inbox, 8, [
        { kind: 'full', from: 1, to: 30 },
        { kind: 'full', from: 2, to: 1 },
      ]);
      inbox.change.finish();
    });
    await catalog.catchUp();
    expect(await subjectsOf(catalog)).toEqual(['One', 'Two']);
    const [first] = await rowsOf(catalog);
    expect((await catalog.place(first?.id ?? 0))?.path).toMatch(/One \[30\]\.eml$/);
  });

  test('a journal that was rewritten names what there is, and keeps the rows', async () => {
    const folder = await anArchive();
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    const before = await rowsOf(catalog);
    const [journal] = readdirSync(join(folder, '.mailstow/journal'));
    const path = join(folder, '.mailstow/journal', journal ?? '');
    await run(folder, async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      for (let change = 0; change < 10; change++)
        inbox.updateFlags(1, change % 2 ? [] : ['\\Seen']);
      inbox.noteServerHas(uid => uid !== 2);
    });
    const lines = JSON.stringify({ mailbox: 'INBOX' });
    const kept = before.filter(row => row.subject !== 'Three');
    await catalog.catchUp();
    rmSync(path);
    const stored = [1, 2].map((uid, index) => {
      const { size } = kept[index] ?? { size: 0 };
      const name = index === 0 ? 'One' : 'Two';
      const date = Math.floor((someDate + index * day) / 1000);
      const stamp = new Date(date * 1000).toISOString();
      const file = `${stamp.slice(0, 10)} ${stamp.slice(11, 13)}${stamp.slice(14, 16)} ${name} [${uid}].eml`;
      return JSON.stringify(['f', uid, size, null, date, '', file]);
    });
    writeFileSync(path, `${[lines, '{"uidValidity":7}', ...stored].join('\n')}\n`);
    await catalog.catchUp();
    const after = await rowsOf(catalog);
    expect(after.map(row => [row.id, row.subject, row.unread, row.gone])).toEqual(
      kept.map(row => [row.id, row.subject, true, false]),
    );
  });

  test('messages kept under another mailbox stand in both and count once', async () => {
    const folder = temporaryFolder();
    await run(folder, async archive => {
      const all = await archive.mailbox(mailboxName('All', '/'));
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await all.setUidValidity(7);
      await inbox.setUidValidity(8);
      inbox.links.add(
        all,
        new Map([
          [1, 10],
          [2, 20],
        ]),
      );
      await store(all, [
        { uid: 10, subject: 'Ten', flags: [] },
        { uid: 20, subject: 'Twenty' },
        { uid: 30, subject: 'Thirty' },
      ]);
    });
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    expect(await catalog.mailboxes()).toEqual([
      { name: 'All', messages: 3, unread: 1 },
      { name: 'INBOX', messages: 2, unread: 1 },
    ]);
    expect(await rowsOf(catalog)).toHaveLength(3);
    const rows = await rowsOf(catalog, { mailbox: 'INBOX' });
    expect(rows.map(row => row.subject)).toEqual(['Ten', 'Twenty']);
    expect((await catalog.place(rows[0]?.id ?? 0))?.path).toMatch(/All\/.* Ten \[10\]\.eml$/);
    await run(folder, async archive => {
      const all = await archive.mailbox(mailboxName('All', '/'));
      all.updateFlags(10, ['\\Seen']);
      await archive.mailbox(mailboxName('INBOX', '/'));
    });
    await catalog.catchUp();
    expect((await catalog.mailboxes()).map(each => each.unread)).toEqual([0, 0]);
  });
});

describe('the catalog is a cache', () => {
  const file = (folder: string) => join(folder, '.mailstow/catalog.sqlite');
  const filled = async (folder: string) => {
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    const rows = (await rowsOf(catalog)).map(({ id: _id, ...row }) => row);
    await catalog.close();
    return rows;
  };

  test('it is there at once when it is opened again', async () => {
    const folder = await anArchive();
    const rows = await filled(folder);
    const again = await rowsOf(catalogOf(folder));
    expect(again.map(({ id: _id, ...row }) => row)).toEqual(rows);
  });

  test.each<[string, (folder: string) => void]>([
    ['deleted', folder => rmSync(file(folder))],
    ['no database', folder => writeFileSync(file(folder), 'nothing of the kind'.repeat(1_000))],
    ['empty', folder => writeFileSync(file(folder), '')],
  ])('%s, it is rebuilt', async (_name, harm) => {
    const folder = await anArchive();
    const rows = await filled(folder);
    for (const ending of ['-wal', '-shm']) rmSync(file(folder) + ending, { force: true });
    harm(folder);
    expect(await filled(folder)).toEqual(rows);
  });

  test('of another version it is rebuilt', async () => {
    const folder = await anArchive();
    const rows = await filled(folder);
    const database = new DatabaseSync(file(folder));
    database.exec('PRAGMA user_version = 4711; DROP TABLE messages;');
    database.close();
    expect(await filled(folder)).toEqual(rows);
  });

  test('damaged while it is open, it is rebuilt at the next look', async () => {
    const folder = await anArchive();
    const rows = await filled(folder);
    const catalog = catalogOf(folder);
    expect(await rowsOf(catalog)).toHaveLength(3);
    const database = new DatabaseSync(file(folder));
    database.exec('DROP TABLE messages;');
    database.close();
    expect(await rowsOf(catalog)).toEqual([]);
    await catalog.catchUp();
    expect((await rowsOf(catalog)).map(({ id: _id, ...row }) => row)).toEqual(rows);
  });

  test('files of an archive whose own folder is lost are listed as they are found', async () => {
    const folder = await anArchive('flat');
    rmSync(join(folder, '.mailstow'), { recursive: true });
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    expect(await subjectsOf(catalog)).toEqual(['One', 'Two', 'Three']);
    expect(readdirSync(folder)).not.toContain('.mailstow');
  });

  test('where it cannot be written it is kept in memory', async () => {
    const folder = await anArchive();
    mkdirSync(file(folder));
    expect(await filled(folder)).toHaveLength(3);
    expect(readdirSync(file(folder))).toEqual([]);
  });

  test('on a full disk it says so', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE t (a); PRAGMA max_page_count = 2;');
    const fill = () => database.exec('INSERT INTO t VALUES (zeroblob(100000))');
    try {
      fill();
      expect.unreachable();
    } catch (error) {
      expect(catalogFailure(error, '/mail')).toMatchObject({ failure: { kind: 'disk-full' } });
      expect(isDamage(error)).toBe(false);
    }
    const other = new RangeError('of ours');
    expect(catalogFailure(other, '/mail')).toBe(other);
    database.close();
  });

  test('ended in the middle of filling, it goes on where it was', {
    timeout: 120_000,
  }, async () => {
    const folder = temporaryFolder();
    const uids = Array.from({ length: 4_000 }, (_, index) => index + 1);
    await run(folder, async archive =>
      store(
        await archive.mailbox(mailboxName('INBOX', '/')),
        uids.map(uid => ({ uid })),
      ),
    );
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = catalogOf(folder, resolve);
    const ended = first.catchUp().catch(() => 'ended');
    await promise;
    await first.close();
    expect(await ended).toBe('ended');
    const second = catalogOf(folder);
    const { total } = await second.messages({ ...firstPage, sort: 'date' });
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(4_000);
    await second.catchUp();
    const [mailbox] = await second.mailboxes();
    expect(mailbox?.messages).toBe(4_000);
  });

  test('two processes may keep it at once', async () => {
    const folder = await anArchive();
    const catalogs = [catalogOf(folder), catalogOf(folder)];
    await Promise.all(catalogs.map(each => each.catchUp()));
    for (const catalog of catalogs) {
      expect(await subjectsOf(catalog)).toEqual(['One', 'Two', 'Three']);
    }
  });

  test('a file that is not there is not listed; one that was renamed is found', async () => {
    const folder = await anArchive('folders');
    const inbox = join(folder, 'INBOX');
    const names = readdirSync(inbox);
    rmSync(join(inbox, names.find(name => name.includes('Two')) ?? ''));
    const catalog = catalogOf(folder);
    await catalog.catchUp();
    expect(await subjectsOf(catalog)).toEqual(['One', 'Three']);
    const [first] = await rowsOf(catalog);
    renameSync(
      join(inbox, names.find(name => name.includes('One')) ?? ''),
      join(inbox, 'mine [1].eml'),
    );
    expect((await catalog.place(first?.id ?? 0))?.path).toBe(join(inbox, 'mine [1].eml'));
  });
});
