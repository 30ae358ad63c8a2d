import { describe, expect, test } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { Command } from '../../../electron/engine/protocol/command.ts';
import { authenticate } from '../../../electron/engine/protocol/commands/authenticate.ts';
import { capability } from '../../../electron/engine/protocol/commands/capability.ts';
import { close } from '../../../electron/engine/protocol/commands/close.ts';
import { enable } from '../../../electron/engine/protocol/commands/enable.ts';
import { id } from '../../../electron/engine/protocol/commands/id.ts';
import { list } from '../../../electron/engine/protocol/commands/list.ts';
import { login } from '../../../electron/engine/protocol/commands/login.ts';
import { logout } from '../../../electron/engine/protocol/commands/logout.ts';
import { lsub } from '../../../electron/engine/protocol/commands/lsub.ts';
import { namespace } from '../../../electron/engine/protocol/commands/namespace.ts';
import { noop } from '../../../electron/engine/protocol/commands/noop.ts';
import { examine, select } from '../../../electron/engine/protocol/commands/select.ts';
import { startTls } from '../../../electron/engine/protocol/commands/starttls.ts';
import { status } from '../../../electron/engine/protocol/commands/status.ts';
import { type FetchItem, uidFetch } from '../../../electron/engine/protocol/commands/uid-fetch.ts';
import { uidSearch } from '../../../electron/engine/protocol/commands/uid-search.ts';
import { unselect } from '../../../electron/engine/protocol/commands/unselect.ts';
import type { FetchResponse, StatusResponse } from '../../../electron/engine/protocol/response.ts';
import { atom, encodeCommand, string } from '../../../electron/engine/wire/encoder.ts';
import { octetsOf, responseOf } from './responses.ts';

/** The command as it goes over a connection with LITERAL+. */
function lineOf({ name, arguments: args }: Command<unknown>): string {
  const options = { literalPlus: true, literalMinus: false, utf8: false };
  return encodeCommand('A1', name, args, options).join('');
}

function completion(line: string): StatusResponse {
  const response = responseOf(line);
  if (response.kind !== 'status') throw new Error(`no status: ${line}`);
  return response;
}

/** Lets the command take these lines and complete. */
function answer<Result>(command: Command<Result>, lines: readonly string[], last = 'A1 OK done') {
  const unclaimed = lines.filter(line => !command.claim(responseOf(line)));
  return { result: () => command.result(completion(last)), unclaimed };
}

const failure = (kind: string, scope: string) =>
  expect.objectContaining({ failure: expect.objectContaining({ kind, scope }) });

const search = (esearch: boolean) => uidSearch({}, { esearch });

const plain = { mechanism: 'PLAIN', first: '\0u\0p', answer: () => undefined };

describe('what is sent', () => {
  test.each<[Command<unknown>, string]>([
    [capability(), 'CAPABILITY'],
    [noop(), 'NOOP'],
    [startTls(), 'STARTTLS'],
    [close(), 'CLOSE'],
    [unselect(), 'UNSELECT'],
    [logout(), 'LOGOUT'],
    [namespace(), 'NAMESPACE'],
    [id(null), 'ID NIL'],
    [
      id(
        new Map([
          ['name', 'Mailstow'],
          ['version', '1'],
        ]),
      ),
      'ID ("name" "Mailstow" "version" "1")',
    ],
    [enable(['CONDSTORE', 'QRESYNC']), 'ENABLE CONDSTORE QRESYNC'],
    [login('reader', 'p"w'), 'LOGIN "reader" "p\\"w"'],
    [authenticate(plain, { initialResponse: true }), 'AUTHENTICATE PLAIN AHUAcA=='],
    [authenticate(plain, { initialResponse: false }), 'AUTHENTICATE PLAIN'],
    // The server speaks first, so there is nothing to send ahead.
    [
      authenticate({ mechanism: 'CRAM-MD5', answer: () => undefined }, { initialResponse: true }),
      'AUTHENTICATE CRAM-MD5',
    ],
    [list('', '*'), 'LIST "" "*"'],
    [list('', '%', { specialUse: true }), 'LIST "" "%" RETURN (SPECIAL-USE)'],
    [
      list('', '*', { specialUse: true, status: ['MESSAGES', 'UIDNEXT'] }),
      'LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UIDNEXT))',
    ],
    [lsub('', 'Entwürfe*'), 'LSUB "" "Entw&APw-rfe*"'],
    [status(mailboxName('INBOX'), ['UIDVALIDITY']), 'STATUS "INBOX" (UIDVALIDITY)'],
    [status({ ...mailboxName('R&D'), raw: 'R&D' }, ['UNSEEN']), 'STATUS "R&D" (UNSEEN)'],
    [examine(mailboxName('INBOX')), 'EXAMINE "INBOX"'],
    [select(mailboxName('INBOX'), { condstore: true }), 'SELECT "INBOX" (CONDSTORE)'],
    [
      examine(mailboxName('a'), {
        qresync: { uidValidity: 7, modseq: 20050715194045000n, knownUids: [[1, 9]] },
      }),
      'EXAMINE "a" (QRESYNC (7 20050715194045000 1:9))',
    ],
    [
      examine(mailboxName('a'), { qresync: { uidValidity: 7, modseq: 2n } }),
      'EXAMINE "a" (QRESYNC (7 2))',
    ],
    [search(true), 'UID SEARCH RETURN (ALL COUNT) UID 1:*'],
    [uidSearch({ all: true }, { esearch: false }), 'UID SEARCH UID 1:*'],
    [uidSearch({ unseen: true }, { esearch: false, upTo: 4 }), 'UID SEARCH UNSEEN UID 1:4'],
    [
      uidSearch(
        {
          unseen: true,
          receivedSince: new Date('2024-02-05T23:00:00Z'),
          receivedBefore: new Date('2024-12-31'),
          largerThan: 1,
          smallerThan: 9,
          uids: [
            [1, 4],
            [9, 9],
          ],
          modseq: 3n,
        },
        { esearch: false },
      ),
      'UID SEARCH UID 1:4,9 UNSEEN SINCE 5-Feb-2024 BEFORE 31-Dec-2024 LARGER 1 SMALLER 9 MODSEQ 3',
    ],
    [
      uidFetch('1:*', ['UID', 'BODY.PEEK[HEADER.FIELDS (DATE)]', 'BODY.PEEK[]<0.9>'], () => {}),
      'UID FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (DATE)] BODY.PEEK[]<0.9>)',
    ],
    [
      uidFetch('5', ['RFC822.TEXT', 'BODY', 'BINARY.PEEK[1]<0.9>', 'BINARY.SIZE[1]'], () => {}),
      'UID FETCH 5 (RFC822.TEXT BODY BINARY.PEEK[1]<0.9> BINARY.SIZE[1])',
    ],
    [
      uidSearch({ keys: [atom('FROM'), string('ä')], isUtf8: true }, { esearch: false }),
      'UID SEARCH CHARSET UTF-8 FROM {2+}\r\nä',
    ],
    [
      uidFetch('1:9', ['FLAGS'], () => {}, { changedSince: 5n, vanished: true }),
      'UID FETCH 1:9 (FLAGS) (CHANGEDSINCE 5 VANISHED)',
    ],
  ])('%# %o', (command, line) => {
    expect(lineOf(command)).toBe(`A1 ${line}\r\n`);
  });
});

describe('CAPABILITY and logging in', () => {
  test('as a response of their own, or in the tagged OK', () => {
    expect(answer(capability(), ['* CAPABILITY imap4rev1 ID']).result()).toEqual([
      'IMAP4REV1',
      'ID',
    ]);
    expect(answer(login('u', 'p'), [], 'A1 OK [CAPABILITY A b] x').result()).toEqual(['A', 'B']);
    expect(answer(login('u', 'p'), []).result()).toBeUndefined();
    expect(answer(capability(), []).result).toThrow(failure('unknown-response', 'account'));
  });

  test.each([
    ['QUI=', 'AB'],
    ['', ''],
    ['QUI', undefined],
    ['QUJ=', undefined],
    ['Q UI=', undefined],
    ['go ahead', undefined],
  ])('a challenge of %j is read as %j', async (sent, expected) => {
    const heard: (string | undefined)[] = [];
    const answer = async (challenge: Buffer | undefined) => {
      heard.push(challenge?.toString());
      return 'ü';
    };
    const command = authenticate({ mechanism: 'X', answer }, { initialResponse: false });
    expect(await command.continue?.(sent)).toBe('w7w=');
    expect(heard).toEqual([expected]);
  });

  test('AUTHENTICATE answers each challenge once and cancels what it does not know', () => {
    const left = ['p'];
    const dialogue = { mechanism: 'LOGIN', first: 'ü', answer: () => left.shift() };
    const command = authenticate(dialogue, { initialResponse: false });
    expect([1, 2, 3].map(() => command.continue?.('x'))).toEqual(['w7w=', 'cA==', '*']);
  });
});

test('LOGOUT takes the BYE', () => {
  expect(answer(logout(), ['* BYE x', '* 1 EXISTS']).unclaimed).toEqual(['* 1 EXISTS']);
});

test('ID, ENABLE, NAMESPACE', () => {
  expect(answer(id(null), ['* ID ("name" NIL)']).result()).toEqual(new Map([['name', null]]));
  expect(answer(id(null), []).result()).toBeNull();
  expect(answer(enable(['QRESYNC']), ['* ENABLED qresync']).result()).toEqual(['QRESYNC']);
  expect(answer(enable(['QRESYNC']), []).result()).toEqual([]);
  expect(answer(namespace(), ['* NAMESPACE NIL NIL NIL']).result().personal).toEqual([]);
  expect(answer(namespace(), []).result).toThrow(failure('unknown-response', 'account'));
});

describe('LIST, LSUB and STATUS', () => {
  test('LIST brings each mailbox together with its status', () => {
    const { result, unclaimed } = answer(list('', '*', { status: ['MESSAGES'] }), [
      '* LIST (\\Sent) "/" "Sent Mail"',
      '* STATUS "Sent Mail" (MESSAGES 3)',
      '* LIST () "/" inbox',
      '* STATUS Inbox (MESSAGES 0)',
      '* LIST (\\Noselect) "/" x',
      '* LSUB () "/" y',
      '* 3 EXISTS',
    ]);
    expect(result().mailboxes.map(({ mailbox, status }) => [mailbox, status?.messages])).toEqual([
      ['Sent Mail', 3],
      ['INBOX', 0],
      ['x', undefined],
    ]);
    expect(unclaimed).toEqual(['* LSUB () "/" y', '* 3 EXISTS']);
  });

  test('two names that decode alike each have their own status', () => {
    const { result } = answer(list('', '*', { status: ['MESSAGES'] }), [
      '* LIST () "/" "&AOk-"',
      '* STATUS "&AOk-" (MESSAGES 1)',
      '* LIST () "/" "\xc3\xa9"',
      '* STATUS "\xc3\xa9" (MESSAGES 2)',
    ]);
    const found = result().mailboxes;
    expect(found.map(({ mailbox, status }) => [mailbox, status?.messages])).toEqual([
      ['é', 1],
      ['é', 2],
    ]);
  });

  test('a line of LIST that cannot be read is told of, and is no one else’s', () => {
    const { result, unclaimed } = answer(list('', '*'), [
      '* LIST (\\Sent "/" "x"',
      '* LIST () "/" y',
    ]);
    expect(result().mailboxes.map(({ mailbox }) => mailbox)).toEqual(['y']);
    expect(result().unreadable).toEqual(['* LIST (\\Sent "/" "x"']);
    expect(unclaimed).toEqual([]);
  });

  test('LIST without STATUS leaves STATUS to others', () => {
    expect(answer(list('', '*'), ['* STATUS a (MESSAGES 1)']).unclaimed).toHaveLength(1);
  });

  test('LSUB', () => {
    const { result, unclaimed } = answer(lsub('', '*'), ['* LSUB () "." a', '* LIST () "." b']);
    expect(result().map(each => each.mailbox)).toEqual(['a']);
    expect(unclaimed).toEqual(['* LIST () "." b']);
  });

  test.each([mailboxName('Entwürfe'), { ...mailboxName('Entwürfe'), raw: 'Entw&APw-rfe' }])(
    'STATUS of %j',
    mailbox => {
      const { result, unclaimed } = answer(status(mailbox, ['UIDNEXT']), [
        '* STATUS other (UIDNEXT 1)',
        '* STATUS "Entw&APw-rfe" (UIDNEXT 5)',
      ]);
      expect(result()).toEqual({ uidNext: 5 });
      expect(unclaimed).toEqual(['* STATUS other (UIDNEXT 1)']);
    },
  );

  test('STATUS without an answer', () => {
    expect(answer(status(mailboxName('a'), ['UIDNEXT']), []).result).toThrow(
      failure('unknown-response', 'mailbox'),
    );
  });
});

describe('SELECT and EXAMINE', () => {
  const opened = [
    '* FLAGS (\\Seen)',
    '* OK [PERMANENTFLAGS ()] x',
    '* 3 EXISTS',
    '* 1 RECENT',
    '* OK [UNSEEN 2] x',
    '* OK [UIDVALIDITY 0] x',
    '* OK [UIDNEXT 9] x',
    '* OK [HIGHESTMODSEQ 9223372036854775807] x',
    '* LIST () "/" INBOX',
  ];

  test('everything the server says', () => {
    const { result, unclaimed } = answer(examine(mailboxName('INBOX')), opened);
    expect(unclaimed).toEqual([]);
    expect(result()).toEqual({
      exists: 3,
      recent: 1,
      flags: ['\\Seen'],
      permanentFlags: [],
      unseen: 2,
      uidValidity: 0,
      uidNext: 9,
      highestModseq: 9223372036854775807n,
      readOnly: true,
      vanished: [],
      changed: [],
    });
  });

  test('read-only or not is what the completion says', () => {
    expect(answer(select(mailboxName('a')), opened).result().readOnly).toBe(false);
    expect(answer(select(mailboxName('a')), opened, 'A1 OK [READ-ONLY] x').result().readOnly).toBe(
      true,
    );
  });

  test('what came before CLOSED was about another mailbox', () => {
    const lines = ['* 99 EXISTS', '* OK [UIDNEXT 500] x', '* OK [CLOSED] x', '* 1 EXISTS'];
    const result = answer(examine(mailboxName('a')), lines).result();
    expect(result.exists).toBe(1);
    expect(result).not.toHaveProperty('uidNext');
    expect(result).not.toHaveProperty('uidValidity');
  });

  test('QRESYNC brings what is gone and what changed; without it those are not ours', () => {
    const lines = [
      '* 1 EXISTS',
      '* VANISHED (EARLIER) 4:6',
      '* 1 FETCH (UID 9 FLAGS () MODSEQ (3))',
    ];
    const resync = examine(mailboxName('a'), { qresync: { uidValidity: 1, modseq: 2n } });
    expect(answer(resync, lines).result()).toMatchObject({
      vanished: [[4, 6]],
      changed: [{ uid: 9, modseq: 3n }],
    });
    expect(answer(examine(mailboxName('a')), lines).unclaimed).toEqual(lines.slice(1));
  });

  test('other words of the server are not ours', () => {
    const lines = ['* OK hello', '* NO [ALERT] disk full', '* OK [ALERT] x'];
    expect(answer(examine(mailboxName('a')), lines).unclaimed).toEqual(lines);
  });

  test('a server that does not say how many messages there are', () => {
    expect(answer(examine(mailboxName('a')), []).result).toThrow(
      failure('unknown-response', 'mailbox'),
    );
  });
});

describe('UID SEARCH', () => {
  test.each([
    [
      ['* SEARCH 7 3 1 2'],
      [
        [1, 3],
        [7, 7],
      ],
    ],
    [['* SEARCH'], []],
    [['* SEARCH 1', '* SEARCH 2 0'], [[1, 2]]],
    [
      ['* ESEARCH (TAG "A1") UID ALL 9,1:3 COUNT 4'],
      [
        [1, 3],
        [9, 9],
      ],
    ],
    [['* ESEARCH (TAG "A1") UID COUNT 0'], []],
  ])('%j', (lines, expected) => {
    expect(answer(search(true), lines).result().uids).toEqual(expected);
  });

  test.each([[[]], [['* ESEARCH (TAG "A1") UID']], [['* ESEARCH (TAG "A1") UID COUNT 3']]])(
    '%j owes the data',
    lines => {
      expect(answer(search(true), lines).result).toThrow(failure('no-uids', 'mailbox'));
    },
  );
});

describe('UID FETCH', () => {
  const whole: FetchItem[] = ['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'BODY.PEEK[]'];

  function fetch(set: string, items: readonly FetchItem[], lines: readonly string[]) {
    const messages: FetchResponse[] = [];
    const command = uidFetch(set, items, message => messages.push(message));
    return { ...answer(command, lines), messages };
  }

  test('takes what it asked for and leaves what comes on its own', () => {
    const own = [
      '* 1 FETCH (UID 5 FLAGS () INTERNALDATE "x" RFC822.SIZE 1 BODY[] {1}\r\na)',
      '* 2 FETCH (BODY[] {1}\r\nb UID 6)',
      '* 3 FETCH (UID 7 FLAGS () RFC822.SIZE 9)',
      '* 4 FETCH (UID 8 BODY[] NIL)',
    ];
    const others = [
      '* 1 FETCH (FLAGS (\\Seen))',
      '* 1 FETCH (UID 5 FLAGS (\\Seen) MODSEQ (9))',
      '* 9 FETCH (UID 99 FLAGS () RFC822.SIZE 1 BODY[] {1}\r\nz)',
      '* 5 EXISTS',
      '* VANISHED (EARLIER) 3',
    ];
    const { messages, unclaimed, result } = fetch('5:8', whole, [...own, ...others]);
    expect(unclaimed).toEqual(others);
    expect(messages.map(message => message.uid)).toEqual([5, 6, 7, 8]);
    expect(messages.map(octetsOf)).toEqual([{ '': 'a' }, { '': 'b' }, {}, { '': null }]);
    expect(result()).toMatchObject({ messages: 4, vanished: [], completion: { status: 'OK' } });
  });

  test('a body without UID is taken and handed on without', () => {
    const { messages } = fetch('5:8', whole, ['* 1 FETCH (BODY[] {1}\r\na)']);
    expect(messages).toHaveLength(1);
    expect(messages[0]).not.toHaveProperty('uid');
  });

  test('where only flags were asked for, flags are an answer', () => {
    const lines = ['* 1 FETCH (UID 5 FLAGS ())', '* 1 FETCH (FLAGS ())', '* 1 FETCH (UID 5)'];
    expect(fetch('1:*', ['UID', 'FLAGS'], lines).unclaimed).toEqual(['* 1 FETCH (FLAGS ())']);
    expect(fetch('1:*', ['UID'], lines).messages).toHaveLength(2);
  });

  test('* may answer with a UID below the range', () => {
    expect(fetch('100:*', ['UID'], ['* 1 FETCH (UID 5)']).messages).toHaveLength(1);
  });

  test('what is gone, where that was asked for', () => {
    const options = { changedSince: 5n, vanished: true };
    const command = uidFetch('1:*', ['UID', 'FLAGS'], () => {}, options);
    const { result, unclaimed } = answer(command, ['* VANISHED (EARLIER) 3:4', '* VANISHED 9']);
    expect(result().vanished).toEqual([[3, 4]]);
    expect(unclaimed).toEqual(['* VANISHED 9']);
  });
});
