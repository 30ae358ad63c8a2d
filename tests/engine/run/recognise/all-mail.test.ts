import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { fileOf, storedMessages, test } from '../../../both-layouts.ts';
import type { MailboxOptions } from '../../../servers/scripted/mailbox.ts';
import type { Message } from '../../../servers/scripted/message.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import { openArchive } from '../../archive/temporary-archive.ts';
import { runsOnScripted } from '../whole-runs.ts';

/** A message of which every mailbox tells the same. */
function letter(number: number, more: Partial<Message> = {}): Message {
  return {
    bytes: `Subject: Letter ${number}\r\nMessage-ID: <${number}@example.org>\r\n\r\nBody ${number}.\r\n`,
    internalDate: new Date(Date.UTC(2024, 4, number, 9, 30)),
    gmailId: 1_278_455_344_230_334_860n + BigInt(number),
    emailId: `M${number}`,
    ...more,
  };
}

const one = letter(1);
const two = letter(2);
const three = letter(3);
const four = letter(4);
const five = letter(5);
const textOf = ({ bytes }: Message) => String(bytes);

/** The labels' mailboxes come first in LIST, and number their messages in another way. */
function account(): MailboxOptions[] {
  return [
    {
      name: 'INBOX',
      messages: [
        { ...two, uid: 7 },
        { ...one, uid: 9 },
      ],
    },
    {
      name: 'Work',
      messages: [
        { ...three, uid: 30 },
        { ...two, uid: 31 },
      ],
    },
    { name: '[Gmail]', attributes: ['\\Noselect'] },
    { name: '[Gmail]/Trash', attributes: ['\\Trash'], messages: [five] },
    {
      name: '[Gmail]/All Mail',
      attributes: ['\\All'],
      uidValidity: 11,
      messages: [
        { ...one, gmailLabels: ['\\Inbox'] },
        { ...two, gmailLabels: ['\\Inbox', 'Work', 'Hidden & größer'] },
        { ...three, gmailLabels: ['Work'] },
        four,
      ],
    },
  ];
}

const base = ['IMAP4rev1', 'ID', 'LIST-EXTENDED', 'SPECIAL-USE', 'CONDSTORE', 'ESEARCH'];
const servers: [string, ServerOptions, RegExp][] = [
  ['X-GM-MSGID', { capabilities: [...base, 'X-GM-EXT-1'] }, /X-GM-MSGID/],
  ['EMAILID', { capabilities: [...base, 'OBJECTID'] }, /EMAILID/],
  ['the header', { capabilities: base }, /HEADER\.FIELDS/],
];

const onlyOnce = {
  'MSG_[Gmail]%2FAll Mail_1.txt': textOf(one),
  'MSG_[Gmail]%2FAll Mail_2.txt': textOf(two),
  'MSG_[Gmail]%2FAll Mail_3.txt': textOf(three),
  'MSG_[Gmail]%2FAll Mail_4.txt': textOf(four),
  'MSG_[Gmail]%2FTrash_1.txt': textOf(five),
};

describe.each(servers)('a mailbox of all mail, recognised by %s', (_name, capabilities, items) => {
  const start = () => runsOnScripted({ mailboxes: account(), ...capabilities });

  test('is archived first, and what it holds is stored once', async () => {
    const { run, folder } = await start();
    const { result, report } = await run();
    expect(result.mailboxes.map(each => each.mailbox)).toEqual([
      '[Gmail]/All Mail',
      '[Gmail]/Trash',
      'INBOX',
      'Work',
    ]);
    expect(result.stored).toBe(5);
    expect(storedMessages(folder)).toEqual(onlyOnce);
    expect(report('INBOX')).toMatchObject({ selected: 2, archived: 2, elsewhere: 2, missing: 0 });
    expect(report('Work')).toMatchObject({ selected: 2, archived: 2, elsewhere: 2, missing: 0 });
    expect(report('[Gmail]/All Mail')).toMatchObject({ archived: 4, elsewhere: 0 });
  });

  test('keeps which message of which mailbox is which file', async () => {
    const { run, folder } = await start();
    await run();
    const { archive } = await openArchive(folder, {
      account: { user: 'user', host: '127.0.0.1' },
    });
    const target = { mailbox: '[Gmail]/All Mail', delimiter: '/', uidValidity: 11 };
    expect(new Map((await archive.mailbox(mailboxName('INBOX', '/'))).links.all)).toEqual(
      new Map([
        [7, { target, uid: 2 }],
        [9, { target, uid: 1 }],
      ]),
    );
    expect(new Map((await archive.mailbox(mailboxName('Work', '/'))).links.all)).toEqual(
      new Map([
        [30, { target, uid: 3 }],
        [31, { target, uid: 2 }],
      ]),
    );
    await archive.close();
  });

  test('where a second run stores nothing and asks nothing more', async () => {
    const { run, folder, linesOf } = await start();
    expect((await run()).result.stored).toBe(5);
    expect(storedMessages(folder)).toEqual(onlyOnce);
    const lines = await linesOf(async () => {
      const again = await run();
      expect(again.result.stored).toBe(0);
      expect(again.report('Work')).toMatchObject({ archived: 2, elsewhere: 2 });
    });
    expect(lines.filter(line => /FETCH/.test(line) && items.test(line))).toEqual([]);
    expect(lines.filter(line => line.includes('BODY.PEEK[]'))).toEqual([]);
  });

  test('a file lost there is repaired there', async () => {
    const { run, folder } = await start();
    await run();
    rmSync(fileOf(folder, 'MSG_[Gmail]%2FAll Mail_2.txt'));
    const { result, report } = await run();
    expect(result.stored).toBe(1);
    expect(report('INBOX')).toMatchObject({ archived: 2, elsewhere: 2 });
    expect(storedMessages(folder)).toEqual(onlyOnce);
  });

  test('a file lost there that the server has there no more is stored where it still is', async () => {
    const { run, folder, server } = await start();
    await run();
    rmSync(fileOf(folder, 'MSG_[Gmail]%2FAll Mail_1.txt'));
    server.mailbox('[Gmail]/All Mail').expunge(1);
    const { result, report } = await run();
    expect(result.stored).toBe(1);
    expect(report('INBOX')).toMatchObject({ archived: 2, elsewhere: 1, missing: 0 });
    expect(storedMessages(folder)['MSG_INBOX_9.txt']).toBe(textOf(one));
  });

  test('a changed size there is no archived message anywhere', async () => {
    const { run, folder } = await start();
    await run();
    writeFileSync(fileOf(folder, 'MSG_[Gmail]%2FAll Mail_2.txt'), 'cut');
    const { report } = await run({ mailboxes: ['INBOX'] });
    expect(report('INBOX')).toMatchObject({ archived: 2, elsewhere: 1, missing: 0 });
    expect(storedMessages(folder)['MSG_INBOX_7.txt']).toBe(textOf(two));
  });

  test('messages new in both are stored once', async () => {
    const { run, server, folder } = await start();
    await run();
    const six = letter(6);
    server.mailbox('[Gmail]/All Mail').append(six);
    server.mailbox('INBOX').append(six);
    const { result, report } = await run();
    expect(result.stored).toBe(1);
    expect(report('INBOX')).toMatchObject({ selected: 3, archived: 3, elsewhere: 3 });
    expect(storedMessages(folder)).toEqual({
      ...onlyOnce,
      'MSG_[Gmail]%2FAll Mail_5.txt': textOf(six),
    });
  });

  test('a message that it does not hold is stored in its own mailbox', async () => {
    const { run, server, folder } = await start();
    server.mailbox('INBOX').append(letter(8));
    const { report } = await run();
    expect(report('INBOX')).toMatchObject({ selected: 3, archived: 3, elsewhere: 2 });
    expect(storedMessages(folder)).toEqual({ ...onlyOnce, 'MSG_INBOX_10.txt': textOf(letter(8)) });
  });

  test.each(['[Gmail]/All Mail', 'INBOX'])('%s renumbered: nothing is fetched', async name => {
    const { run, server } = await start();
    await run();
    server.mailbox(name).rebuild(99, old => 100 + old);
    for (const again of [await run(), await run()]) {
      expect(again.result.stored).toBe(0);
      expect(again.report('INBOX')).toMatchObject({ selected: 2, archived: 2, elsewhere: 2 });
      expect(again.report('Work')).toMatchObject({ selected: 2, archived: 2, elsewhere: 2 });
    }
  });

  test('without its journals nothing is fetched either', async () => {
    const { run, folder } = await start();
    await run();
    rmSync(join(folder, '.mailstow'), { recursive: true });
    for (const again of [await run(), await run()]) {
      expect(again.result.stored).toBe(0);
      expect(again.report('INBOX')).toMatchObject({ selected: 2, archived: 2, elsewhere: 2 });
    }
  });

  test('separate: every mailbox in full, before and after', async () => {
    const { run, folder } = await start();
    await run();
    const { result, report } = await run({ separate: true });
    expect(result.stored).toBe(4);
    expect(report('INBOX')).toMatchObject({ archived: 2, elsewhere: 0 });
    expect(storedMessages(folder)).toEqual({
      ...onlyOnce,
      'MSG_INBOX_7.txt': textOf(two),
      'MSG_INBOX_9.txt': textOf(one),
      'MSG_Work_30.txt': textOf(three),
      'MSG_Work_31.txt': textOf(two),
    });
  });

  onceOnly('headers and the unseen are linked among themselves', async () => {
    const { run, folder } = await start();
    await run();
    const selection = { headersOnly: true, unseenOnly: true };
    const { result, report } = await run({ selection });
    expect(result.stored).toBe(5);
    expect(report('Work')).toMatchObject({ archived: 2, elsewhere: 2 });
    const names = Object.keys(storedMessages(folder)).filter(name => name.includes('new_header'));
    expect(names).toHaveLength(5);
    expect(names.filter(name => /INBOX|Work/.test(name))).toEqual([]);
  });

  test('left out by a pattern, the others are stored in full', async () => {
    const { run, folder, linesOf } = await start();
    const lines = await linesOf(() => run({ mailboxes: { exclude: ['\\All'] } }));
    expect(Object.keys(storedMessages(folder))).toHaveLength(5);
    expect(lines.filter(line => /FETCH/.test(line) && items.test(line))).toEqual([]);
  });

  test('refuses to tell: the others are stored in full', async () => {
    const { run, folder } = await runsOnScripted({
      mailboxes: account(),
      ...capabilities,
      onCommand: ({ tag, name, line }) =>
        name === 'UID FETCH' && items.test(line) ? `${tag} NO Not today\r\n` : 'default',
    });
    expect((await run()).result).toMatchObject({ stored: 9, problems: [] });
    expect(Object.keys(storedMessages(folder))).toHaveLength(9);
  });
});

describe('a mailbox of all mail', () => {
  test('on Gmail keeps the labels, also those that no mailbox shows', async () => {
    const { run, folder } = await runsOnScripted({
      mailboxes: account(),
      capabilities: [...base, 'X-GM-EXT-1'],
    });
    await run();
    const { archive } = await openArchive(folder, { account: { user: 'user', host: '127.0.0.1' } });
    const { identities } = (await archive.mailbox(mailboxName('[Gmail]/All Mail', '/'))).links;
    expect(identities.get(2)).toEqual({
      id: `gmail:${two.gmailId}`,
      labels: ['\\Inbox', 'Work', 'Hidden & größer'],
    });
    expect((await archive.mailbox(mailboxName('[Gmail]/Trash', '/'))).links.identities.size).toBe(
      1,
    );
    await archive.close();
  });

  test('twins by their header are linked where their bytes are the same', async () => {
    const { run, folder } = await runsOnScripted({
      capabilities: base,
      mailboxes: [
        { name: 'INBOX', messages: [one, one] },
        { name: 'Work', messages: [one] },
        { name: 'All', attributes: ['\\All'], messages: [one, one, one] },
      ],
    });
    const { report } = await run();
    expect(report('INBOX')).toMatchObject({ archived: 2, elsewhere: 2 });
    expect(report('Work')).toMatchObject({ archived: 1, elsewhere: 1 });
    expect(Object.keys(storedMessages(folder))).toHaveLength(3);
  });

  test('twins by their header with other bytes are not confused', async () => {
    const other = { ...one, bytes: textOf(one).replace('Body', 'Text') };
    const { run, folder } = await runsOnScripted({
      capabilities: base,
      mailboxes: [
        { name: 'INBOX', messages: [other] },
        { name: 'All', attributes: ['\\All'], messages: [one, other] },
      ],
    });
    const { report } = await run();
    expect(report('INBOX')).toMatchObject({ archived: 1, elsewhere: 0 });
    expect(storedMessages(folder)['MSG_INBOX_1.txt']).toBe(other.bytes);
  });

  test('nor are they when one of them could not be stored', async () => {
    const other = { ...one, bytes: textOf(one).replace('Body', 'Text') };
    const { run, folder } = await runsOnScripted({
      capabilities: base,
      mailboxes: [
        { name: 'INBOX', messages: [other] },
        { name: 'All', attributes: ['\\All'], messages: [one, other] },
      ],
      beforeFetchResponse: ({ mailbox, uid, items }) =>
        mailbox === 'All' && uid === 2 && items.includes('BODY.PEEK[]')
          ? { refuse: 'NO [UNAVAILABLE] Server error' }
          : undefined,
    });
    const { report } = await run();
    expect(report('All')).toMatchObject({ archived: 1, missing: 1 });
    expect(report('INBOX')).toMatchObject({ archived: 1, elsewhere: 0 });
    expect(storedMessages(folder)['MSG_INBOX_1.txt']).toBe(other.bytes);
  });

  test('nor when only their headers are stored, which are the same', async () => {
    const other = { ...one, bytes: textOf(one).replace('Body', 'Text') };
    const { run, folder } = await runsOnScripted({
      capabilities: base,
      mailboxes: [
        { name: 'INBOX', messages: [other] },
        { name: 'All', attributes: ['\\All'], messages: [one, other] },
      ],
    });
    await run({ selection: { headersOnly: true, unseenOnly: false } });
    await run();
    expect(storedMessages(folder)['MSG_INBOX_1.txt']).toBe(other.bytes);
  });

  test('more twins than it holds are stored in full', async () => {
    const { run } = await runsOnScripted({
      capabilities: base,
      mailboxes: [
        { name: 'INBOX', messages: [one, one] },
        { name: 'All', attributes: ['\\All'], messages: [one] },
      ],
    });
    expect((await run()).report('INBOX')).toMatchObject({ archived: 2, elsewhere: 0 });
  });

  test('without a lasting numbering nothing is linked', async () => {
    const { run } = await runsOnScripted({
      capabilities: base,
      mailboxes: [
        { name: 'INBOX', uidValidity: 0, messages: [one] },
        { name: 'All', attributes: ['\\All'], messages: [one] },
      ],
    });
    for (const stored of [2, 0]) {
      const { result, report } = await run();
      expect(result.stored).toBe(stored);
      expect(report('INBOX')).toMatchObject({ archived: 1, elsewhere: 0 });
    }
  });

  test('that does not tell what its messages are recognised by counts once', async () => {
    for (const refusal of ['NO [INUSE] Locked', 'NO [NONEXISTENT] Gone']) {
      const { run } = await runsOnScripted({
        capabilities: base,
        mailboxes: [
          { name: 'INBOX', messages: [one] },
          { name: 'All', attributes: ['\\All'], messages: [one, two] },
        ],
        onCommand: ({ name, line, tag }) =>
          name === 'UID FETCH' && line.includes('HEADER.FIELDS')
            ? `${tag} ${refusal}\r\n`
            : 'default',
      });
      const { result } = await run();
      expect(result.mailboxes.map(({ mailbox }) => mailbox)).toEqual(['All', 'INBOX']);
      expect(result.verdict).toMatchObject({ state: 'complete', selected: 3, stored: 3 });
    }
  });

  test('absent: nothing more is asked than before', async () => {
    const { run, linesOf } = await runsOnScripted({
      capabilities: [...base, 'X-GM-EXT-1', 'OBJECTID'],
      mailboxes: [
        { name: 'INBOX', messages: [one] },
        { name: 'Junk', attributes: ['\\Junk'], messages: [one] },
      ],
    });
    const lines = await linesOf(run);
    expect(lines.filter(line => /X-GM|EMAILID|HEADER/.test(line))).toEqual([]);
  });
});
