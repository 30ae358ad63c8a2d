import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { numbers } from '../../../electron/engine/protocol/uid-set.ts';
import { connect } from '../../../electron/engine/session/session.ts';
import type { Server } from '../../../shared/model/account.ts';
import { failureOf, serverAt } from './open-connection.ts';
import { type Conversation, startRawServer } from './raw-server.ts';

const plainCapabilities = 'IMAP4rev1 UIDPLUS';

/** What a server says to each command, by its name; `TAG` stands for the tag. */
type Answers = Readonly<Record<string, string | ((line: string) => string)>>;

/** Answers from a table; what is not in it is answered with OK. */
async function answer(conversation: Conversation, answers: Answers, log: string[]): Promise<void> {
  for (;;) {
    const line = await conversation.line();
    const [tag = '', command = '', ...rest] = line.split(' ');
    const name = command === 'UID' ? `UID ${rest[0]}` : command;
    log.push(line.slice(tag.length + 1));
    const words = answers[name.toUpperCase()] ?? 'TAG OK done\r\n';
    conversation.say((typeof words === 'string' ? words : words(line)).replaceAll('TAG', tag));
  }
}

async function session(
  answers: Answers = {},
  {
    greeting = `* OK [CAPABILITY ${plainCapabilities}] ready\r\n`,
    endpoint = {},
  }: { greeting?: string; endpoint?: Partial<Server> } = {},
) {
  const log: string[] = [];
  const warnings: string[] = [];
  const server = await startRawServer(conversation => {
    conversation.say(greeting);
    return answer(conversation, answers, log);
  });
  onTestFinished(() => server.stop());
  const connected = await connect({
    server: serverAt(server.port, endpoint),
    onWarning: ({ message }) => warnings.push(message),
  });
  onTestFinished(() => connected.destroy());
  return { session: connected, log, warnings };
}

const examined = [
  '* FLAGS (\\Seen \\Deleted)',
  '* 3 EXISTS',
  '* OK [UIDVALIDITY 42] valid',
  '* OK [UIDNEXT 9] next',
  'TAG OK [READ-ONLY] open',
  '',
].join('\r\n');

/** Logged in, with a mailbox of three messages open. */
async function opened(answers: Answers = {}, capabilities = plainCapabilities) {
  const greeting = `* PREAUTH [CAPABILITY ${capabilities}] ready\r\n`;
  const all = await session({ EXAMINE: examined, ...answers }, { greeting });
  await all.session.examine(mailboxName('INBOX'));
  all.log.length = 0;
  return all;
}

describe('greeting', () => {
  test.each([
    ['BYE', '* BYE [UNAVAILABLE] too busy\r\n', 'connection', '[UNAVAILABLE] too busy'],
    ['another protocol', '220 mail.example.org ESMTP\r\n', 'unknown-response', undefined],
    ['an untagged NO', '* NO\r\n', 'unknown-response', undefined],
    ['a response that is no greeting', '* 3 EXISTS\r\n', 'unknown-response', undefined],
    ['nothing', '', 'receive', undefined],
    ['half a line', '* OK', 'receive', undefined],
  ])('%s', async (_, greeting, kind, serverText) => {
    const failure = await failureOf(session({}, { greeting, endpoint: { timeout: 100 } }));
    expect(failure).toMatchObject({
      failure: { kind, scope: 'account', ...(serverText && { serverText }) },
    });
  });

  test('capabilities are asked for where the greeting does not tell them', async () => {
    const { session: connected, log } = await session(
      { CAPABILITY: '* CAPABILITY imap4rev1 Idle\r\nTAG OK\r\n' },
      { greeting: '* OK ready\r\n' },
    );
    expect(log).toEqual(['CAPABILITY']);
    expect([...connected.capabilities]).toEqual(['IMAP4REV1', 'IDLE']);
  });
});

describe('login', () => {
  const loggedIn = 'TAG OK [CAPABILITY IMAP4rev1 ID] in\r\n';
  const withCapabilities = (capabilities: string) => ({
    greeting: `* OK [CAPABILITY IMAP4rev1 ${capabilities}] ready\r\n`,
  });
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test('LOGIN, then ID before anything else', async () => {
    const { session: connected, log } = await session({
      LOGIN: loggedIn,
      ID: '* ID NIL\r\nTAG OK\r\n',
    });
    await connected.login('accounts', 'a "quoted" \\ word');
    await connected.noop();
    expect(log).toEqual([
      'LOGIN "accounts" "a \\"quoted\\" \\\\ word"',
      'ID ("name" "Mailstow")',
      'NOOP',
    ]);
    expect(connected.capabilities).toContain('ID');
  });

  test('capabilities are asked for again where the server does not volunteer them', async () => {
    const { session: connected, log } = await session({
      CAPABILITY: '* CAPABILITY IMAP4rev1 MOVE\r\nTAG OK\r\n',
    });
    await connected.login('accounts', 'secret');
    expect(log).toEqual(['LOGIN "accounts" "secret"', 'CAPABILITY']);
    expect(connected.capabilities).toContain('MOVE');
  });

  test('PREAUTH needs none', async () => {
    const { session: connected, log } = await session(
      {},
      { greeting: '* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n' },
    );
    await connected.login('accounts', 'secret');
    expect(log).toEqual([]);
  });

  test('anything but ASCII goes by PLAIN where that is offered', async () => {
    const { session: connected, log } = await session(
      { AUTHENTICATE: loggedIn },
      withCapabilities('AUTH=PLAIN SASL-IR'),
    );
    await connected.login('jürgen', 'größe');
    expect(log[0]).toBe(`AUTHENTICATE PLAIN ${base64('\0jürgen\0größe')}`);
  });

  test.each([
    ['PLAIN', [base64('\0accounts\0secret')]],
    ['LOGIN', [base64('accounts'), base64('secret')]],
  ])('AUTHENTICATE %s without SASL-IR waits to be asked', async (mechanism, expected) => {
    const answers: string[] = [];
    const server = await startRawServer(async conversation => {
      conversation.say(`* OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=${mechanism}] ready\r\n`);
      answers.push(await conversation.line());
      for (const _ of expected) {
        expect(conversation.unread).toBe('');
        conversation.say('+ \r\n');
        answers.push(await conversation.line());
      }
      conversation.say('A1 OK [CAPABILITY IMAP4rev1] in\r\n');
    });
    onTestFinished(() => server.stop());
    const connected = await connect({ server: serverAt(server.port), onWarning: () => {} });
    onTestFinished(() => connected.destroy());
    await connected.login('accounts', 'secret');
    expect(answers).toEqual([`A1 AUTHENTICATE ${mechanism}`, ...expected]);
  });

  test('LOGINDISABLED without another way is refused here, and nothing is sent', async () => {
    const { session: connected, log } = await session(
      {},
      withCapabilities('LOGINDISABLED STARTTLS'),
    );
    expect(await failureOf(connected.login('accounts', 'secret'))).toMatchObject({
      failure: { kind: 'login-refused', scope: 'account', nextStep: expect.stringMatching(/TLS/) },
    });
    expect(log).toEqual([]);
  });

  test('a refusal gives the words of the server and never the password', async () => {
    const { session: connected } = await session({
      LOGIN: line => `TAG NO [AUTHENTICATIONFAILED] cannot do ${line.slice(3)}\r\n`,
    });
    expect(await failureOf(connected.login('accounts', 'swordfish'))).toMatchObject({
      failure: {
        kind: 'login-refused',
        serverText: '[AUTHENTICATIONFAILED] cannot do LOGIN "accounts" "***"',
      },
    });
  });

  test.each(['a\r\nb', 'a\0b', 'half \ud83d'])(
    'a password like %j is never sent',
    async password => {
      const { session: connected, log } = await session({}, withCapabilities('AUTH=PLAIN'));
      expect(await failureOf(connected.login('accounts', password))).toMatchObject({
        kind: 'arguments',
      });
      expect(log).toEqual([]);
    },
  );
});

describe('mailboxes', () => {
  test('EXAMINE describes the mailbox, and later responses keep that true', async () => {
    const { session: connected } = await opened({
      NOOP: '* 4 EXISTS\r\n* 1 EXPUNGE\r\n* VANISHED 5:6\r\n* VANISHED (EARLIER) 1:2\r\nTAG OK\r\n',
    });
    expect(connected.selected).toMatchObject({
      mailbox: 'INBOX',
      exists: 3,
      uidValidity: 42,
      uidNext: 9,
      readOnly: true,
    });
    await connected.noop();
    expect(connected.selected).toMatchObject({ exists: 1 });
  });

  test('news right behind the answer to EXAMINE count', async () => {
    const { session: connected } = await opened({ EXAMINE: `${examined}* 5 EXISTS\r\n` });
    await connected.noop();
    expect(connected.selected?.exists).toBe(5);
  });

  test('a mailbox that cannot be opened closes the one that was open', async () => {
    const { session: connected } = await opened({
      EXAMINE: line => (line.includes('INBOX') ? examined : 'TAG NO [NONEXISTENT] no such\r\n'),
    });
    expect(await failureOf(connected.examine(mailboxName('Archive')))).toMatchObject({
      failure: {
        kind: 'mailbox-not-found',
        scope: 'mailbox',
        mailbox: 'Archive',
        serverText: '[NONEXISTENT] no such',
      },
    });
    expect(connected.selected).toBeUndefined();
  });

  test('names go out in modified UTF-7, or as the server spelled them', async () => {
    const { session: connected, log } = await opened({
      LIST: '* LIST () "/" "Entw&APw-rfe"\r\n* LIST () "/" Ablage&\r\nTAG OK\r\n',
    });
    await connected.examine(mailboxName('日本語'));
    const { mailboxes: listed } = await connected.list();
    for (const { mailbox, rawName: raw } of listed) {
      await connected.examine({ ...mailboxName(mailbox), raw });
    }
    expect(listed.map(({ mailbox }) => mailbox)).toEqual(['Entwürfe', 'Ablage&']);
    expect(log.filter(line => line.startsWith('EXAMINE'))).toEqual([
      'EXAMINE "&ZeVnLIqe-"',
      'EXAMINE "Entw&APw-rfe"',
      'EXAMINE "Ablage&"',
    ]);
  });

  test('UTF8=ACCEPT, once enabled, spells names in UTF-8', async () => {
    const { session: connected, log } = await opened(
      { ENABLE: '* ENABLED UTF8=ACCEPT\r\nTAG OK\r\n' },
      'IMAP4rev1 ENABLE UTF8=ACCEPT',
    );
    expect(await connected.enable('UTF8=ACCEPT')).toEqual(['UTF8=ACCEPT']);
    await connected.examine(mailboxName('日本語'));
    expect(log).toEqual(['ENABLE UTF8=ACCEPT', 'EXAMINE "日本語"']);
  });

  test('LIST asks for uses and status in one command, and plainly where that is refused', async () => {
    const extended = 'LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UIDNEXT UIDVALIDITY))';
    const { session: connected, log } = await opened(
      {
        LIST: line =>
          line.includes('RETURN')
            ? 'TAG BAD what?\r\n'
            : '* LIST (\\Noselect) "." INBOX.Work\r\nTAG OK\r\n',
      },
      'IMAP4rev1 LIST-EXTENDED SPECIAL-USE LIST-STATUS',
    );
    expect((await connected.list()).mailboxes).toMatchObject([
      { mailbox: 'INBOX.Work', delimiter: '.', attributes: ['\\Noselect'] },
    ]);
    expect(log).toEqual([extended, 'LIST "" "*"']);
  });

  test('without UNSELECT a selected mailbox is examined before it is closed', async () => {
    const { session: connected, log } = await opened({
      SELECT: examined.replace('READ-ONLY', 'READ-WRITE'),
    });
    await connected.select(mailboxName('INBOX'));
    await connected.unselect();
    expect(log).toEqual(['SELECT "INBOX"', 'EXAMINE "INBOX"', 'CLOSE']);
    expect(connected.selected).toBeUndefined();
  });

  test('a verb out of turn is a defect, and nothing is sent', async () => {
    const { session: connected, log } = await session();
    await expect(connected.list()).rejects.toThrow('not authenticated');
    await expect(connected.uidSearch({ all: true })).rejects.toThrow('no mailbox is open');
    expect(log).toEqual([]);
  });
});

describe('messages', () => {
  test('SEARCH without its data', async () => {
    const { session: connected } = await opened();
    expect(await failureOf(connected.uidSearch({ all: true }))).toMatchObject({
      failure: { kind: 'no-uids', scope: 'mailbox' },
    });
  });

  test('ESEARCH where it is offered', async () => {
    const { session: connected, log } = await opened(
      { 'UID SEARCH': '* ESEARCH (TAG "TAG") UID COUNT 4 ALL 2:4,9\r\nTAG OK\r\n' },
      'IMAP4rev1 ESEARCH',
    );
    expect(await connected.uidSearch({ unseen: true })).toEqual([
      [2, 4],
      [9, 9],
    ]);
    expect(log).toEqual(['UID SEARCH RETURN (ALL COUNT) UNSEEN']);
  });

  test('several FETCHes in flight get each their own messages', async () => {
    const { session: connected } = await opened({
      'UID FETCH': line => {
        const first = line.includes('FETCH 1:2');
        const own = first ? '* 1 FETCH (UID 1 FLAGS ())\r\n' : '* 3 FETCH (UID 7 FLAGS ())\r\n';
        return `${own}* 2 FETCH (FLAGS (\\Seen))\r\nTAG OK\r\n`;
      },
    });
    const taken: Record<string, (number | undefined)[]> = { first: [], second: [] };
    const answers = await Promise.all([
      connected.uidFetch('1:2', ['UID', 'FLAGS'], ({ uid }) => taken.first?.push(uid)),
      connected.uidFetch([[7, 7]], ['UID', 'FLAGS'], ({ uid }) => taken.second?.push(uid)),
    ]);
    expect(taken).toEqual({ first: [1], second: [7] });
    expect(answers.map(({ messages }) => messages)).toEqual([1, 1]);
  });

  test('a set too long for one line goes as several commands at once', async () => {
    const { session: connected, log } = await opened({
      'UID FETCH': line => {
        const first = Number.parseInt(line.split(' ')[3] ?? '', 10);
        return `* 1 FETCH (UID ${first} FLAGS ())\r\nTAG OK\r\n`;
      },
    });
    const scattered = Array.from({ length: 2_000 }, (_, index) => [2 * index + 1, 2 * index + 1]);
    const taken: (number | undefined)[] = [];
    const { messages, completions } = await connected.uidFetch(
      scattered.map(([from = 0, to = 0]) => [from, to] as const),
      ['UID', 'FLAGS'],
      ({ uid }) => taken.push(uid),
    );
    expect(log.length).toBeGreaterThan(1);
    expect(Math.max(...log.map(line => line.length))).toBeLessThan(8_000);
    expect(taken[0]).toBe(1);
    expect([messages, completions.length]).toEqual([log.length, log.length]);
  });

  test('MESSAGELIMIT: what the server left is asked for until it gets no further', async () => {
    const answers = [
      '* 3 FETCH (UID 8 FLAGS ())\r\n* 2 FETCH (UID 5 FLAGS ())\r\nTAG OK [MESSAGELIMIT 2 5] more\r\n',
      '* 1 FETCH (UID 2 FLAGS ())\r\nTAG OK [MESSAGELIMIT 2 9] stuck\r\n',
    ];
    const { session: connected, log } = await opened(
      { 'UID FETCH': () => answers.shift() ?? 'TAG BAD\r\n' },
      'IMAP4rev1 MESSAGELIMIT=2',
    );
    const taken: (number | undefined)[] = [];
    await connected.uidFetch('1:*', ['UID', 'FLAGS'], ({ uid }) => taken.push(uid));
    expect(taken).toEqual([8, 5, 2]);
    expect(log).toEqual(['UID FETCH 1:* (UID FLAGS)', 'UID FETCH 1:4 (UID FLAGS)']);
  });

  test.each(['', ' ESEARCH'])('MESSAGELIMIT: a search goes on below it (%s)', async esearch => {
    const found = (uids: number[]) =>
      esearch === ''
        ? `* SEARCH ${uids.join(' ')}\r\n`
        : `* ESEARCH (TAG "TAG") UID ALL ${uids.join()} COUNT ${uids.length}\r\n`;
    const answers = [
      `${found([8, 5])}TAG OK [MESSAGELIMIT 2 5] more\r\n`,
      `${found([4])}TAG OK [MESSAGELIMIT 2 3] more\r\n`,
      `${found([1])}TAG OK [MESSAGELIMIT 2 9] stuck\r\n`,
    ];
    const { session: connected, log } = await opened(
      { 'UID SEARCH': () => answers.shift() ?? 'TAG BAD\r\n' },
      `IMAP4rev1 MESSAGELIMIT=2${esearch}`,
    );
    const uids = await connected.uidSearch({ unseen: true });
    expect([...numbers(uids)]).toEqual([1, 4, 5, 8]);
    expect(log.map(line => line.replace(/ RETURN \(.*?\)/, ''))).toEqual([
      'UID SEARCH UNSEEN',
      'UID SEARCH UNSEEN UID 1:4',
      'UID SEARCH UNSEEN UID 1:2',
    ]);
  });

  test('an empty set asks for nothing', async () => {
    const { session: connected, log } = await opened();
    expect(await connected.uidFetch([], ['UID'], () => {})).toMatchObject({ messages: 0 });
    expect(log).toEqual([]);
  });

  test('a refused FETCH reaches no further than its messages', async () => {
    const { session: connected } = await opened({
      'UID FETCH': '* 1 FETCH (UID 1 FLAGS ())\r\nTAG NO [UNAVAILABLE] one of them\r\n',
    });
    const taken: (number | undefined)[] = [];
    const fetched = connected.uidFetch('1:3', ['UID', 'FLAGS'], ({ uid }) => taken.push(uid));
    expect(await failureOf(fetched)).toMatchObject({
      failure: {
        kind: 'unknown-response',
        scope: 'message',
        mailbox: 'INBOX',
        serverText: '[UNAVAILABLE] one of them',
      },
    });
    expect(taken).toEqual([1]);
  });
});

describe('the end', () => {
  test('LOGOUT is sent, and nobody waits for its answer', async () => {
    const { session: connected, log } = await opened({ LOGOUT: '' });
    connected.logout();
    await expect(connected.noop()).rejects.toMatchObject({ kind: 'stopped' });
    await vi.waitFor(() => expect(log).toEqual(['LOGOUT']));
  });

  test('destroy fails what is in flight', async () => {
    const { session: connected } = await opened({ NOOP: '' });
    const noop = failureOf(connected.noop());
    connected.destroy();
    expect(await noop).toMatchObject({ kind: 'stopped' });
  });
});

test('an ALERT is shown, and so is a response that cannot be read', async () => {
  const { session: connected, warnings } = await opened({
    NOOP: '* OK [ALERT] Maintenance at noon\r\n* 1 FETCH (UID \r\nTAG OK\r\n',
  });
  await connected.noop();
  expect(warnings).toEqual([
    'The server says: Maintenance at noon',
    expect.stringContaining('could not be read'),
  ]);
});
