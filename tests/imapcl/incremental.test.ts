import { readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { fileOf, test as inBoth } from '../both-layouts.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import {
  type AccountHere,
  cleanUpAfterEach,
  inbox,
  letters,
  setUpHere,
  stored,
} from './scripted-account.ts';

/** What a second run asks for: no more than what changed. */
cleanUpAfterEach();

/** Runs again and tells the commands of that run between login and logout. */
async function secondRun({ run, server }: AccountHere, ...more: string[]) {
  const before = server.commands.length;
  const ended = await run(...more);
  const preparing = /^(CAPABILITY|LOGIN|ID|ENABLE|NAMESPACE|LOGOUT)$/;
  const commands = server.commands.slice(before).filter(({ name }) => !preparing.test(name));
  return { ...ended, commands: commands.map(({ line }) => line.replace(/^\S+ /, '')) };
}

async function journal({ place }: AccountHere): Promise<string[]> {
  const text = await readFile(join(place.out, '.mailstow/journal/INBOX.jsonl'), 'utf8');
  return text.trimEnd().split('\n');
}

const wholeSet = ['IMAP4rev1', 'LITERAL+', 'ID', 'ENABLE', 'UNSELECT', 'ESEARCH'];
const offers: readonly (readonly [string, readonly string[]])[] = [
  ['QRESYNC', [...wholeSet, 'CONDSTORE', 'QRESYNC']],
  ['CONDSTORE', [...wholeSet, 'CONDSTORE']],
  ['neither', ['IMAP4rev1']],
];

describe.each(offers)('with %s', (name, capabilities) => {
  // What a server offers is a matter of the wire, the layout one of the disk: not each with each.
  const test = name === 'CONDSTORE' ? onceOnly : inBoth;
  /** In the round trip of the opening: what may have come since, whatever the server says of changes. */
  const arrivals = name === 'neither' ? [] : ['UID SEARCH RETURN (ALL COUNT) UID 5:4294967295'];
  /** A server may have been restored: some of what is stored is compared. */
  const sample = 'UID FETCH 1:4 (UID INTERNALDATE RFC822.SIZE)';
  const setUpAndRun = async () => {
    const account = await setUpHere({ capabilities });
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    return account;
  };

  test('nothing new: the mailbox is opened, and at most its flags are asked for', async () => {
    const account = await setUpAndRun();
    const { code, stdout, commands } = await secondRun(account);
    expect([code, stdout]).toEqual([0, 'Stored 0 Messages\n']);
    const [opening, ...rest] = commands.filter(line => !line.startsWith('LIST'));
    expect(opening).toMatch(/^EXAMINE "INBOX"/);
    const flags = name === 'neither' ? ['UID FETCH 1:* (UID FLAGS)'] : [];
    expect(rest).toEqual([...arrivals, sample, ...flags]);
  });

  test('a new message is fetched, and no other', async () => {
    const account = await setUpAndRun();
    account.server.mailbox('INBOX').append('Subject: Five\r\n\r\nNew.\r\n');
    const { stdout, commands } = await secondRun(account);
    expect(stdout).toBe('Stored 1 Messages\n');
    expect(commands.filter(line => line.includes('BODY'))).toEqual([
      expect.stringMatching(/^UID FETCH 5 /),
    ]);
    expect(commands.filter(line => line.includes('SEARCH'))).toEqual(arrivals);
  });

  test('a message that is gone from the server stays, is marked, and is marked back', async () => {
    const account = await setUpAndRun();
    const box = account.server.mailbox('INBOX');
    box.expunge(2);
    const { stderr, stdout } = await secondRun(account);
    expect(stdout).toBe('Stored 0 Messages\n');
    expect(stderr).toMatch(/3 on the server, 3 selected, 3 archived, 0 missing/);
    expect((await stored(account.place.out))['MSG_INBOX_2.txt']).toBe(letters[1]);
    expect(await journal(account)).toContain('["gone",[2]]');
    box.append({ bytes: letters[1] ?? '', uid: 9 });
    await secondRun(account);
    expect((await journal(account)).filter(line => line.includes('gone'))).toHaveLength(1);
  });

  test('flags that changed on the server are noted', async () => {
    const account = await setUpAndRun();
    account.server.mailbox('INBOX').setFlags(4, ['\\Seen', '\\Answered']);
    expect(await secondRun(account)).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(await journal(account)).toContain(String.raw`["flags",4,"\\Seen \\Answered"]`);
  });

  test('a file that was deleted is fetched although nothing changed on the server', async () => {
    const account = await setUpAndRun();
    await unlink(fileOf(account.place.out, 'MSG_INBOX_3.txt'));
    const { stdout, commands } = await secondRun(account);
    expect(stdout).toBe('Stored 1 Messages\n');
    expect(commands.filter(line => /BODY/.test(line))).toEqual([
      expect.stringMatching(/^UID FETCH 3 /),
    ]);
  });

  test('what was said before is forgotten without loss', async () => {
    const account = await setUpAndRun();
    await rm(join(account.place.out, '.mailstow/server'), { recursive: true });
    expect(await secondRun(account)).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });
});

inBoth('a whole account without news is one LIST', async () => {
  const mailboxes: MailboxOptions[] = [
    inbox,
    { name: 'Sent', attributes: ['\\Sent'], messages: letters },
    { name: 'Empty' },
  ];
  const account = await setUpHere({ mailboxes });
  await account.run('--all-mailboxes');
  const { stdout, commands } = await secondRun(account, '--all-mailboxes');
  expect(stdout).toBe('Stored 0 Messages\n');
  expect(commands).toEqual([expect.stringMatching(/^LIST .*STATUS/)]);
  account.server.mailbox('Sent').append('Subject: Five\r\n\r\nNew.\r\n');
  const third = await secondRun(account, '--all-mailboxes');
  expect(third.stdout).toBe('Stored 1 Messages\n');
  expect(third.commands.filter(line => line.includes('EXAMINE'))).toHaveLength(1);
});

inBoth('what one run could not store is asked for again by the next', async () => {
  let refuse = true;
  const account = await setUpHere({
    beforeFetchResponse: ({ uid }) =>
      uid === 2 && refuse ? { refuse: 'NO [UNAVAILABLE] Try later' } : undefined,
  });
  expect(await account.run()).toMatchObject({ code: -2, stdout: 'Stored 3 Messages\n' });
  refuse = false;
  expect(await secondRun(account)).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
});

inBoth('an empty mailbox all of a sudden is not read as deletion of files', async () => {
  const account = await setUpHere();
  await account.run();
  account.server.mailbox('INBOX').expunge(1, 2, 3, 4);
  expect(await secondRun(account)).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  expect(Object.keys(await stored(account.place.out))).toHaveLength(4);
});

inBoth(
  'nothing new among 5,000 messages: at most 10 round trips and a byte a message',
  async () => {
    const account = await setUpHere({
      mailboxes: [
        {
          name: 'INBOX',
          lazy: { count: 5_000, message: uid => ({ bytes: `Subject: ${uid}\r\n\r\n` }) },
        },
      ],
    });
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 5000 Messages\n' });
    const [commands, bytes] = [account.server.commands.length, account.server.bytesSent];
    expect(await account.run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(account.server.commands.length - commands).toBeLessThanOrEqual(10);
    expect(account.server.bytesSent - bytes).toBeLessThan(5_000);
  },
  120_000,
);
