import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { fileOf, messageFilesIn, test } from '../../../both-layouts.ts';
import { eventsOf, scriptedAccount } from '../test-account.ts';
import { filesBelow, gmail, letter, mailbox } from './some-mail.ts';

const links = vi.hoisted(() => ({ failure: undefined as string | undefined }));
vi.mock('../../../../electron/engine/archive/disk/guarded-files.ts', async importOriginal => {
  const files =
    await importOriginal<
      typeof import('../../../../electron/engine/archive/disk/guarded-files.ts')
    >();
  return {
    ...files,
    linkTo: (path: string, second: string) => {
      if (links.failure === undefined) return files.linkTo(path, second);
      throw Object.assign(new Error(links.failure), { code: links.failure });
    },
  };
});

function disk(failure: string): void {
  links.failure = failure;
  onTestFinished(() => {
    links.failure = undefined;
  });
}

const labelled = { mailboxes: 'all', labelFolders: true } as const;

async function account() {
  const made = await scriptedAccount({
    capabilities: gmail,
    mailboxes: [
      {
        ...mailbox('All', [
          letter(1, { gmailLabels: ['\\Important', 'Work/2024'] }),
          letter(2, { gmailLabels: ['Work/2024', 'a/../..', 'CON'] }),
          letter(3),
        ]),
        attributes: ['\\All'],
      },
    ],
  });
  const top = join(made.folder, '_Mailstow', 'Labels');
  const nameOf = (uid: number) => fileOf(made.folder, `MSG_All_${uid}.txt`).split('/').at(-1) ?? '';
  return { ...made, top, nameOf, found: () => filesBelow(top) };
}

const warnings = (made: Parameters<typeof eventsOf>[0]) =>
  eventsOf(made, 'warning').map(({ message }) => message);

describe('label folders', () => {
  test('hold a link to every message that has the label, by safe names', async () => {
    const made = await account();
    await made.run(labelled);
    const [one, two] = [made.nameOf(1), made.nameOf(2)];
    expect(made.found()).toEqual(
      [
        `%43ON/${two}`,
        `Important/${one}`,
        `Work/2024/${one}`,
        `Work/2024/${two}`,
        `a/%2E%2E/%2E%2E/${two}`,
      ].sort(),
    );
    const file = statSync(fileOf(made.folder, 'MSG_All_1.txt'));
    expect(statSync(join(made.top, 'Important', one)).ino).toBe(file.ino);
    expect(file.nlink).toBe(3);
    expect(messageFilesIn(made.folder)).toHaveLength(3);
  });

  test('are kept true by later runs; nothing but links of ours goes', async () => {
    const made = await account();
    await made.run(labelled);
    const [one, two] = [made.nameOf(1), made.nameOf(2)];
    const own = join(made.top, 'Work', '2024', 'notes.txt');
    writeFileSync(own, 'of the person');
    const elsewhere = join(made.folder, '..', `${made.folder.split('/').at(-1)}-elsewhere`);
    writeFileSync(elsewhere, 'of the person, too');
    onTestFinished(() => rmSync(elsewhere, { force: true }));
    linkSync(elsewhere, join(made.top, 'Work', '2024', 'linked.txt'));
    made.server.mailbox('All').setLabels(1, ['Later']);
    made.server.mailbox('All').setLabels(2, ['Work/2024']);
    await made.run({ mailboxes: 'all' });
    expect(made.found()).toEqual(
      [`Later/${one}`, 'Work/2024/linked.txt', 'Work/2024/notes.txt', `Work/2024/${two}`].sort(),
    );
    expect(messageFilesIn(made.folder)).toHaveLength(3);
    expect(readFileSync(own, 'utf8')).toBe('of the person');
  });

  test('keep the last that is left of a message', async () => {
    const made = await account();
    await made.run(labelled);
    const last = join(made.top, 'Important', made.nameOf(1));
    const bytes = readFileSync(last);
    // Nothing but the label folder has it now.
    rmSync(fileOf(made.folder, 'MSG_All_1.txt'));
    rmSync(join(made.top, 'Work', '2024', last.split('/').at(-1) ?? ''));
    made.server.mailbox('All').expunge(1);
    made.server.mailbox('All').setLabels(2, []);
    await made.run({ mailboxes: 'all' });
    expect(readFileSync(last)).toEqual(bytes);
    expect(made.found()).toEqual([`Important/${last.split('/').at(-1)}`]);
  });

  test('follow messages whose server renumbers them', async () => {
    const made = await account();
    await made.run(labelled);
    made.server.mailbox('All').rebuild(77, uid => uid + 10);
    await made.run({ mailboxes: 'all' });
    expect(made.found()).toHaveLength(5);
    expect(made.found()).toContain(`Important/${made.nameOf(11)}`);
  });

  test('have no place for a name that somebody else took', async () => {
    const made = await account();
    await made.run({ mailboxes: 'all' });
    mkdirSync(join(made.top, 'Important'), { recursive: true });
    writeFileSync(join(made.top, 'Work'), 'a file in the place of a folder');
    await made.run({ mailboxes: 'all' });
    expect(warnings(made).join()).toMatch(/2 messages are not in the folder of a label/);
    expect(readFileSync(join(made.top, 'Work'), 'utf8')).toBe('a file in the place of a folder');
    expect(made.found()).toContain(`Important/${made.nameOf(1)}`);
  });

  test.each(['EPERM', 'ENOTSUP', 'EXDEV'])(
    'a disk without hard links (%s) is said, and the run goes on',
    async failure => {
      disk(failure);
      const made = await account();
      const result = await made.run({ ...labelled, index: true });
      expect(result).toMatchObject({ stored: 3, verdict: { state: 'complete' } });
      expect(warnings(made)).toEqual([
        'This disk has no hard links, so labels cannot be folders here; index.csv lists the labels of every message',
      ]);
      expect(made.found()).toEqual([]);
      expect(filesBelow(join(made.folder, '_Mailstow'))).toEqual(['index.csv']);
    },
  );

  test('two labels and two messages that look alike have places of their own', async () => {
    const twin = (labels: string[]) => letter(1, { gmailId: 7n, gmailLabels: labels });
    const made = await scriptedAccount({
      capabilities: gmail,
      mailboxes: [
        mailbox('A', [letter(1, { gmailId: 1n, gmailLabels: ['work', 'Work'] })]),
        mailbox('B', [twin(['work'])]),
      ],
    });
    await made.run(labelled);
    const top = join(made.folder, '_Mailstow', 'Labels');
    const folders = new Set(filesBelow(top).map(path => path.split('/')[0]?.toLowerCase()));
    expect(filesBelow(top)).toHaveLength(3);
    expect(folders.size).toBe(2);
    const inodes = filesBelow(top).map(path => statSync(join(top, path)).ino);
    expect(new Set(inodes).size).toBe(2);
    const before = filesBelow(top);
    await made.run(labelled);
    expect(filesBelow(top)).toEqual(before);
  });
});
