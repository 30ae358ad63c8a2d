import { existsSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailboxName } from '../../electron/engine/mailbox-name.ts';
import { run, someDate, store, temporaryFolder } from '../engine/catalog/an-archive.ts';
import { storeFiles } from '../engine/search/an-archive-of-files.ts';
import { absentWords, plantedMessages } from '../fixtures/search/planted-messages.ts';
import { said as saidAll } from './command-line.ts';

const day = 24 * 60 * 60 * 1000;
/** A page of text in a file of its own. */
const withNote = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  '',
  'See the note.',
  '--x',
  'Content-Type: text/plain; name=note.txt',
  'Content-Disposition: attachment; filename=note.txt',
  '',
  'The heron stands in the reeds.',
  '--x--',
  '',
].join('\r\n');

/** Without what it says only where indexing takes more than two seconds. */
async function said(...line: string[]) {
  const { stderr, ...rest } = await saidAll(...line);
  return { ...rest, stderr: stderr.replace(/^(Indexing|Looking through the archive): .*\n/gm, '') };
}

describe.each(['flat', 'folders'] as const)('in the %s layout', layout => {
  async function anArchive(): Promise<string> {
    const folder = temporaryFolder();
    const extension = layout === 'flat' ? '.txt' : '.eml';
    await run(
      folder,
      async archive => {
        const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
        await mailbox.setUidValidity(7);
        await store(mailbox, [
          { uid: 1, subject: 'Marsh', body: '\r\nA heron, early in the morning.' },
          { uid: 2, subject: 'Note', body: withNote, date: someDate + day },
        ]);
      },
      { layout, extension },
    );
    return folder;
  }

  test('finds words in messages and in their files', { timeout: 60_000 }, async () => {
    const folder = await anArchive();
    const text = await said('search', folder, 'heron');
    expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
    expect(text.stdout).toBe(`2 March 2024 at 09:12 UTC, Accounts Team: Note
  INBOX [2] (in note.txt) The heron stands in the reeds.
1 March 2024 at 09:12 UTC, Accounts Team: Marsh
  INBOX [1] A heron, early in the morning.
2 messages found.
`);
    const json = await said('search', '--json', folder, 'heron', 'stands');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toEqual({
      ...{ path: expect.stringMatching(/2(\.txt|\]\.eml)$/), mailbox: 'INBOX', uid: 2 },
      ...{ subject: 'Note', from: 'Accounts Team <accounts@example.org>' },
      ...{ date: '2024-03-02T09:12:30.000Z', where: ['attachment'] },
    });
    const files = await said('search', '--files', folder, '"early in the morning" or subject:note');
    const paths = files.stdout.trimEnd().split('\n');
    expect(paths).toHaveLength(2);
    for (const path of paths) expect(existsSync(path)).toBe(true);
  });

  test('finds every planted word in its message and in no other', {
    timeout: 120_000,
  }, async () => {
    const folder = temporaryFolder();
    const planted = plantedMessages();
    await run(
      folder,
      async archive => {
        const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
        await storeFiles(
          mailbox,
          planted.map(({ bytes }) => bytes),
        );
      },
      { layout, extension: layout === 'flat' ? '.txt' : '.eml' },
    );
    // As many of each message as stand in one query: the first of all, the second of all …
    const most = Math.max(...planted.map(({ planted: words }) => words.length));
    for (let nth = 0; nth < most; nth += 1) {
      const asked = planted.flatMap(({ planted: words }, index) => {
        const word = words[nth]?.word;
        return word === undefined ? [] : [{ word, uid: index + 1 }];
      });
      const query = asked.map(({ word }) => word).join(' or ');
      const { stdout } = await said('search', '--json', folder, query);
      const rows = stdout.trimEnd().split('\n');
      const uids = rows.map(row => JSON.parse(row).uid).sort((one, other) => one - other);
      expect({ nth, uids }).toEqual({ nth, uids: asked.map(({ uid }) => uid) });
    }
    const none = await said('search', '--json', folder, absentWords.join(' or '));
    expect(none).toMatchObject({ code: 1, stdout: '' });
  });

  test('ends with 1 where nothing is found; what is made is private', {
    timeout: 60_000,
  }, async () => {
    const folder = await anArchive();
    const inVain = await said('search', folder, 'heron stork');
    expect(inVain).toMatchObject({ code: 1, stdout: 'Nothing found.\n', stderr: '' });
    expect(await said('search', '--files', folder, 'stork')).toMatchObject({ code: 1, stdout: '' });
    const own = join(folder, '.mailstow');
    const names = (await readdir(own)).filter(name => name.startsWith('search-'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect((await stat(join(own, name))).mode & 0o077).toBe(0);
  });
});

test('anything may be typed, what is too long is said', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  await run(folder, async archive => {
    await store(await archive.mailbox(mailboxName('INBOX', '/')), [{ uid: 1, subject: 'One' }]);
  });
  for (const query of ['"', 'AND', 'one AND (two', "'; DROP TABLE words; --", '* NEAR(']) {
    const { code, stderr } = await said('search', folder, '--', query);
    expect({ query, stderr }).toEqual({ query, stderr: '' });
    expect([0, 1]).toContain(code);
  }
  const long = await said('search', folder, `one ${'x'.repeat(11_000)}`);
  expect(long.stderr).toBe('Only the first 10,000 characters of the query are used.\n');
  const both = await said('search', folder, 'one', '--json', '--files');
  expect(both.code).toBe(2);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('a folder without an archive is said to be none', async () => {
  const { code, stderr } = await said('search', temporaryFolder(), 'one');
  expect(code).toBe(249);
  expect(stderr).toMatch(/^Error: No Mailstow archive was found/);
});
