import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { test } from '../../both-layouts.ts';
import type { FetchAlteration, FetchedMessage } from '../../servers/scripted/options.ts';
import { eventsOf, numbered, scriptedAccount, storedIn, type TestAccount } from './test-account.ts';

/**
 * What real servers do and a reader of mail can meet, each through a whole run against a scripted
 * server. Named after the server and the thread where it was met.
 */
const { mailbox, texts, files } = numbered(6);

/** A server of which the answers with message bodies are altered. */
function altering(alter: (fetched: FetchedMessage) => FetchAlteration | undefined) {
  return scriptedAccount({
    mailboxes: [mailbox],
    beforeFetchResponse: fetched =>
      fetched.items.some(item => item.startsWith('BODY.PEEK[')) ? alter(fetched) : undefined,
  });
}

/** A whole run that stores all, without a warning. */
async function expectAllStored(account: TestAccount): Promise<void> {
  expect(await account.run()).toMatchObject({ stored: texts.length, problems: [] });
  expect(storedIn(account.folder)).toEqual(files());
  expect(eventsOf(account, 'warning')).toEqual([]);
}

describe('everywhere', () => {
  test.each([1, 1_000])('RFC822.SIZE is a hint: hMailServer#476, wildduck#536 (%i)', async size => {
    await expectAllStored(await altering(() => ({ size })));
  });

  test('RFC822.SIZE far above what comes: asked for once more, then stored and named', async () => {
    const asked: number[] = [];
    const account = await altering(({ uid }) => {
      asked.push(uid);
      return uid === 2 || uid === 5 ? { size: 99_999 } : undefined;
    });
    expect(await account.run()).toMatchObject({ stored: texts.length, problems: [] });
    expect(storedIn(account.folder)).toEqual(files());
    expect(asked.toSorted()).toEqual([1, 2, 2, 3, 4, 5, 5, 6]);
    expect(eventsOf(account, 'warning')).toMatchObject([
      {
        code: 'cut-short',
        args: { mailbox: 'INBOX', count: 2 },
        message: expect.stringMatching(/UID 2: \d+\/99999, UID 5: \d+\/99999/),
      },
    ]);
  });

  test('a body cut to ten bytes once comes whole when asked for again', async () => {
    let cut = false;
    const long = 'Subject: Long\r\n\r\n'.padEnd(5_000, 'x');
    const account = await scriptedAccount({
      mailboxes: [{ name: 'INBOX', messages: [long] }],
      beforeFetchResponse: () => {
        if (cut) return undefined;
        cut = true;
        return { body: Buffer.from('Subject: L'), size: 5_000 };
      },
    });
    expect(await account.run()).toMatchObject({ stored: 1, problems: [] });
    expect(storedIn(account.folder)).toEqual({ 'MSG_INBOX_1.txt': long });
    expect(eventsOf(account, 'warning')).toEqual([]);
  });

  test('a body as a quoted string: node-imap#153', async () => {
    const account = await altering(({ uid }) => (uid === 2 ? { body: '"just text"' } : undefined));
    expect(await account.run()).toMatchObject({ stored: 6, problems: [] });
    expect(storedIn(account.folder)).toEqual({ ...files(), 'MSG_INBOX_2.txt': 'just text' });
  });

  test.each(['""', 'NIL'])(
    'a body as %s of a message that is not empty: node-imap#153',
    async body => {
      const account = await altering(({ uid }) => (uid === 2 ? { body } : undefined));
      const { stored, problems } = await account.run();
      expect(stored).toBe(5);
      expect(problems).toMatchObject([{ kind: 'message-not-stored', uid: 2 }]);
      expect(storedIn(account.folder)).toEqual(files([2]));
    },
  );

  test('a body as "" of an empty message is stored', async () => {
    const account = await altering(({ uid }) => (uid === 2 ? { body: '""', size: 0 } : undefined));
    expect(await account.run()).toMatchObject({ stored: 6, problems: [] });
    expect(storedIn(account.folder)['MSG_INBOX_2.txt']).toBe('');
  });

  test('FETCH without UID: nextcloud/mail#13507', async () => {
    await expectAllStored(await altering(({ uid }) => (uid > 3 ? { omit: ['UID'] } : undefined)));
  });

  test('FETCH without UID, never: nextcloud/mail#13507', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      beforeFetchResponse: ({ items }) => (items.length > 1 ? { omit: ['UID'] } : { skip: true }),
    });
    await expectAllStored(account);
  });

  test('unsolicited EXISTS, EXPUNGE and FETCH FLAGS between any two responses', async () => {
    const unsolicited = [
      '* 7 EXISTS\r\n* 1 FETCH (FLAGS (\\Seen))\r\n',
      '* 2 FETCH (UID 2 FLAGS (\\Answered))\r\n* 7 EXPUNGE\r\n',
      '* OK Still here\r\n* 0 RECENT\r\n',
    ];
    await expectAllStored(await altering(({ uid }) => ({ before: unsolicited[uid % 3] ?? '' })));
  });

  test('items of FETCH in any order', async () => {
    await expectAllStored(await altering(() => ({ reversed: true })));
  });

  test('lone LF at the end of lines', async () => {
    const raw = (uid: number) => {
      const text = texts[uid - 1] ?? '';
      return `* ${uid} FETCH (UID ${uid} FLAGS () BODY[] {${text.length}}\n${text})\n`;
    };
    await expectAllStored(await altering(({ uid }) => ({ raw: raw(uid) })));
  });

  test('UIDNEXT missing or 0: MailKit#150, MailKit#1010', async () => {
    for (const uidNext of [null, 0]) {
      const account = await scriptedAccount({ mailboxes: [mailbox] });
      account.server.mailbox('INBOX').reportedUidNext = uidNext;
      await expectAllStored(account);
      expect(await account.run()).toMatchObject({ stored: 0 });
    }
  });

  test('UIDVALIDITY missing from EXAMINE is asked for by STATUS: MailKit#150', async () => {
    const account = await scriptedAccount({
      mailboxes: [{ ...mailbox, uidValidity: undefined }],
      onCommand: ({ name, tag }) =>
        name === 'STATUS' ? `* STATUS INBOX (UIDVALIDITY 77)\r\n${tag} OK\r\n` : 'default',
    });
    const { mailboxes } = await account.run();
    expect(mailboxes).toMatchObject([{ uidValidity: 77, archived: 6, missing: 0 }]);
  });

  test.each([2 ** 32, 2 ** 53])('UIDVALIDITY %d ends its mailbox alone', async uidValidity => {
    const other = numbered(2, 'Work').mailbox;
    const account = await scriptedAccount({ mailboxes: [{ ...mailbox, uidValidity }, other] });
    const { mailboxes, problems } = await account.run({ mailboxes: 'all' });
    expect(problems).toMatchObject([{ kind: 'no-uidvalidity', mailbox: 'INBOX' }]);
    expect(mailboxes).toMatchObject([{ mailbox: 'Work', archived: 2, missing: 0 }]);
    account.server.mailbox('INBOX').rebuild(77, uid => uid);
    expect(await account.run({ mailboxes: 'all' })).toMatchObject({ stored: 6, problems: [] });
  });

  test('SEARCH results capped: mail-archiver#490', async () => {
    await expectAllStored(await scriptedAccount({ mailboxes: [mailbox], searchLimit: 2 }));
  });

  test('an empty LIST can be transient: Bichon#130', async () => {
    let lists = 0;
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag }) =>
        name === 'LIST' && lists++ === 0 ? `${tag} OK LIST completed\r\n` : 'default',
    });
    expect(await account.run({ mailboxes: 'all' })).toMatchObject({ stored: 6, problems: [] });
  });

  test('a literal longer than the data that follows: MailKit#361', async () => {
    const account = await scriptedAccount(
      {
        mailboxes: [mailbox],
        beforeFetchResponse: ({ uid }) => (uid === 2 ? { announced: 100_000 } : undefined),
      },
      { timeout: 1_000 },
    );
    const { stored, problems } = await account.run();
    expect(stored).toBe(5);
    expect(storedIn(account.folder)).toEqual(files([2]));
    expect(problems).toMatchObject([{ uid: 2, rawPath: expect.stringContaining('quarantine') }]);
    expect(eventsOf(account, 'waiting')[0]).toMatchObject({ cause: 'connection-lost' });
  });
});

describe('Yahoo', () => {
  test('[UNAVAILABLE] for one message fails its whole range: MailKit#358, imap-backup#218', async () => {
    const account = await altering(({ uid }) =>
      uid === 4 ? { refuse: 'NO [UNAVAILABLE] Server error' } : undefined,
    );
    const { stored, problems } = await account.run();
    expect(stored).toBe(5);
    expect(problems).toMatchObject([{ uid: 4, serverText: '[UNAVAILABLE] Server error' }]);
    expect(storedIn(account.folder)).toEqual(files([4]));
    expect(eventsOf(account, 'waiting')).toEqual([]);
  });

  test('fewer messages named than there are is told: Bichon#144, Bichon#271', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag, line }) => {
        if (name === 'UID SEARCH') return `* SEARCH 5 6\r\n${tag} OK\r\n`;
        const isListing = /UID FETCH 1:\* \(UID\)/.test(line);
        return isListing ? `* 5 FETCH (UID 5)\r\n* 6 FETCH (UID 6)\r\n${tag} OK\r\n` : 'default';
      },
    });
    const { stored, mailboxes } = await account.run();
    expect(stored).toBe(2);
    expect(mailboxes).toMatchObject([{ onServer: 6, unnamed: 4 }]);
    expect(eventsOf(account, 'warning')).toMatchObject([
      { message: expect.stringMatching(/6 messages, but lists only 2/) },
    ]);
  });
});

describe('Outlook and Exchange', () => {
  test('"User is authenticated but not connected": node-imap#523', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag, connection }) =>
        name === 'EXAMINE' && connection === 1
          ? `${tag} BAD User is authenticated but not connected.\r\n`
          : 'default',
    });
    await expectAllStored(account);
    expect(account.server.connections).toHaveLength(2);
  });

  test('"User is authenticated but not connected", in the middle of a download', async () => {
    const account = await altering(({ uid, connection }) =>
      uid === 3 && connection === 1
        ? { refuse: 'NO User is authenticated but not connected.' }
        : undefined,
    );
    await expectAllStored(account);
    expect(account.server.connections).toHaveLength(2);
  });

  test('OK without the message for BODY.PEEK[]: OfflineIMAP#62, MailKit#908', async () => {
    const account = await altering(({ uid }) => (uid === 4 ? { skip: true } : undefined));
    const { stored, problems } = await account.run();
    expect(stored).toBe(5);
    expect(problems).toMatchObject([
      { uid: 4, message: expect.stringMatching(/OK but doesn’t send/) },
    ]);
    expect(storedIn(account.folder)).toEqual(files([4]));
  });

  test('OK without the message once, but not when asked again', async () => {
    let skipped = false;
    const account = await altering(({ uid }) => {
      if (uid !== 4 || skipped) return undefined;
      skipped = true;
      return { skip: true };
    });
    await expectAllStored(account);
  });

  test('a message that was removed in the meantime is no problem', async () => {
    const account = await altering(({ uid }) => {
      if (uid === 1) account.server.mailbox('INBOX').expunge(4);
      return undefined;
    });
    expect(await account.run()).toMatchObject({ stored: 5, problems: [] });
  });

  test('an empty ESEARCH: MailKit#1177', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag }) =>
        name === 'UID SEARCH' ? `* ESEARCH (TAG "${tag}") UID\r\n${tag} OK\r\n` : 'default',
    });
    await expectAllStored(account);
  });
});

test('iCloud: RFC822 has no body, UID 1:* finds more than ALL, ENVELOPE is to be avoided: zammad#4589, msgvault#436', async () => {
  const account = await scriptedAccount({ mailboxes: [mailbox] });
  await account.run();
  account.server.mailbox('INBOX').append('Subject: New\r\n\r\n');
  await account.run();
  account.server.mailbox('INBOX').rebuild(2);
  await account.run({ mailboxes: 'all', selection: { headersOnly: true, unseenOnly: false } });
  const lines = account.server.commands.map(({ line }) => line);
  expect(lines.filter(line => /FETCH.*\b(ENVELOPE|RFC822(?!\.SIZE)|BODY\[)/.test(line))).toEqual(
    [],
  );
  const searches = lines.filter(line => line.includes('UID SEARCH'));
  expect(searches.length).toBeGreaterThan(0);
  for (const search of searches) expect(search).toMatch(/UID SEARCH .*UID (1:\*|\d+:4294967295)$/);
});

test('DavMail: SIZE is asked for only with the message, because it downloads it: getmail6#69', async () => {
  const greeting = '* OK IMAP4rev1 DavMail 6.2.2 server ready\r\n';
  const account = await scriptedAccount({ mailboxes: [mailbox], greeting });
  await account.run();
  account.server.mailbox('INBOX').append('Subject: New\r\n\r\n');
  await account.run();
  const sizes = account.server.commands.filter(({ line }) => /RFC822\.SIZE/.test(line));
  expect(sizes).toHaveLength(2);
  for (const { line } of sizes) expect(line).toMatch(/BODY\.PEEK\[\]/);
});

test('163 and 126 refuse to open a mailbox before ID: himalaya#651, offlineimap3#71', async () => {
  const named = new Set<number>();
  const account = await scriptedAccount({
    mailboxes: [mailbox],
    onCommand: ({ name, tag, connection }) => {
      if (name === 'ID') named.add(connection);
      return name === 'EXAMINE' && !named.has(connection)
        ? `${tag} NO EXAMINE Unsafe Login. Please contact kefu@188.com for help\r\n`
        : 'default';
    },
  });
  await expectAllStored(account);
});

test('QQ: descending sets are BAD', async () => {
  const descends = (set: string) =>
    set.split(',').some(range => {
      const [first = '', last = first] = range.split(':');
      return last !== '*' && Number(first) > Number(last);
    });
  const account = await scriptedAccount({
    mailboxes: [mailbox],
    onCommand: ({ name, tag, line }) => {
      const set = /UID FETCH (\S+)/.exec(line)?.[1] ?? '';
      const isDescending = name === 'UID FETCH' && (descends(set) || !isSorted(set));
      return isDescending ? `${tag} BAD invalid command or parameters\r\n` : 'default';
    },
    // Halving and last tries make the most of sets.
    beforeFetchResponse: ({ uid, items }) =>
      uid === 3 && items.includes('BODY.PEEK[]') ? { refuse: 'NO Broken' } : undefined,
  });
  const { problems } = await account.run();
  expect(problems).toMatchObject([{ uid: 3, serverText: 'Broken' }]);
  expect(storedIn(account.folder)).toEqual(files([3]));
});

function isSorted(set: string): boolean {
  const firsts = set.split(',').map(range => Number(range.split(':')[0]));
  return firsts.every((first, index) => index === 0 || first > (firsts[index - 1] ?? 0));
}

test('Yandex: SEARCH may fail: webmail-lite-8#74', async () => {
  const account = await scriptedAccount({
    mailboxes: [mailbox],
    onCommand: ({ name, tag }) =>
      name === 'UID SEARCH' ? `${tag} NO [UNAVAILABLE] UID SEARCH Backend error\r\n` : 'default',
  });
  await expectAllStored(account);
});

test('Yandex: where FETCH fails like SEARCH, it costs that mailbox and no other', async () => {
  const account = await scriptedAccount({
    mailboxes: [numbered(2, 'Second').mailbox, mailbox],
    onCommand: ({ name, tag, connection }) => {
      const isSecond =
        account.server.connections[connection - 1]?.selected?.mailbox.name === 'Second';
      return isSecond && /^UID/.test(name) ? `${tag} NO ${name} Backend error\r\n` : 'default';
    },
  });
  const { stored, problems } = await account.run({ mailboxes: 'all' });
  expect(stored).toBe(6);
  expect(problems).toMatchObject([{ mailbox: 'Second', serverText: 'UID FETCH Backend error' }]);
});

describe('Proton Bridge', () => {
  test('UIDVALIDITY changes on update: proton-bridge#220', async () => {
    const account = await scriptedAccount({ mailboxes: [mailbox] });
    await account.run();
    account.server.mailbox('INBOX').rebuild(4_711, old => old + 10);
    expect(await account.run()).toMatchObject({ stored: 0, renamed: 6, problems: [] });
    expect(Object.values(storedIn(account.folder)).sort()).toEqual([...texts].sort());
  });

  test('UIDVALIDITY changes during the run: the next one makes it good', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, connection }) => {
        const isUpdated = name === 'LOGIN' && connection === 2;
        if (isUpdated) account.server.mailbox('INBOX').rebuild(4_711, old => old + 10);
        return 'default';
      },
      beforeFetchResponse: ({ uid, connection }) =>
        uid === 3 && connection === 1 ? { stop: { at: 5, how: 'close' } } : undefined,
    });
    await expect(account.run()).rejects.toMatchObject({
      failure: { kind: 'no-uidvalidity', scope: 'mailbox', mailbox: 'INBOX' },
    });
    expect(account.server.connections).toHaveLength(2);
    expect(await account.run()).toMatchObject({ stored: 4, renamed: 2, problems: [] });
    expect(Object.values(storedIn(account.folder)).sort()).toEqual([...texts].sort());
  });

  test('SPECIAL-USE LIST is BAD: MailKit#674', async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      onCommand: ({ name, tag, line }) =>
        name === 'LIST' && line.includes('RETURN') ? `${tag} BAD expected end\r\n` : 'default',
    });
    expect(await account.run({ mailboxes: 'all' })).toMatchObject({ stored: 6, problems: [] });
  });
});

onceOnly(
  'Courier and Cyrus: everything is under INBOX.: courier-libs#32, nextcloud/mail#2000',
  async () => {
    const account = await scriptedAccount({
      mailboxes: [mailbox, numbered(2, 'INBOX.Sent').mailbox, numbered(1, 'INBOX.A.B').mailbox],
      delimiter: '.',
      namespaces: '(("INBOX." ".")) NIL NIL',
    });
    const result = await account.run({ mailboxes: 'all', layout: 'folders', extension: '.eml' });
    expect(result).toMatchObject({ stored: 9, problems: [] });
    expect(result.mailboxes.map(({ mailbox: name }) => name)).toEqual([
      'INBOX',
      'INBOX.Sent',
      'INBOX.A.B',
    ]);
    expect(readdirSync(join(account.folder, 'INBOX', 'A', 'B'))).toHaveLength(1);
  },
);

test('Zimbra: BYE over a locked shared folder costs that folder and no other', async () => {
  const account = await scriptedAccount({
    mailboxes: [numbered(2, 'Locked').mailbox, mailbox],
    onCommand: async ({ name, line, connection }) => {
      if (name !== 'EXAMINE' || !line.includes('Locked')) return 'default';
      const farewell = '* BYE Zimbra IMAP server terminating connection: mailbox is locked\r\n';
      await account.server.connections[connection - 1]?.send(farewell);
      return 'close';
    },
  });
  const { stored, problems } = await account.run({ mailboxes: 'all' });
  expect(stored).toBe(6);
  expect(problems).toMatchObject([
    {
      kind: 'receive',
      scope: 'mailbox',
      mailbox: 'Locked',
      serverText: expect.stringMatching(/mailbox is locked/),
    },
  ]);
  expect(storedIn(account.folder)).toEqual(files());
});
