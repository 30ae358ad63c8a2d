import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FetchResponse, Response } from '../../../electron/engine/protocol/response.ts';
import { octetsOf, traceOf } from './responses.ts';

const names = readdirSync(new URL('../../fixtures/traces/', import.meta.url)).filter(name =>
  name.endsWith('.trace'),
);

const only = <Kind extends Response['kind']>(responses: Response[], kind: Kind) =>
  responses.filter((each): each is Response & { kind: Kind } => each.kind === kind);

const fetches = (responses: Response[]): FetchResponse[] => only(responses, 'fetch');

test.each(names)('%s: every response is understood', name => {
  const responses = traceOf(name);
  expect(responses.length).toBeGreaterThan(3);
  expect(only(responses, 'malformed')).toEqual([]);
  expect(only(responses, 'other').map(each => each.name)).toEqual(
    name === 'qq.trace' ? ['XLIST'] : [],
  );
});

describe('Dovecot', () => {
  const responses = traceOf('dovecot.trace');

  test('the greeting brings the capabilities', () => {
    expect(responses[0]).toMatchObject({
      kind: 'status',
      tag: undefined,
      status: 'PREAUTH',
      text: 'Logged in',
      code: { name: 'CAPABILITY', list: expect.arrayContaining(['IMAP4rev1', 'LITERAL+']) },
    });
  });

  test('names come decoded, and raw for sending them back', () => {
    expect(only(responses, 'list').map(({ mailbox, rawName }) => [mailbox, rawName])).toEqual([
      ['a"b\\c', 'a"b\\c'],
      ['Entwürfe & Co', 'Entw&APw-rfe &- Co'],
      ['Sent', 'Sent'],
      ['INBOX', 'INBOX'],
    ]);
  });

  test('LIST-STATUS', () => {
    expect(only(responses, 'mailbox-status').at(-1)).toEqual({
      kind: 'mailbox-status',
      mailbox: 'INBOX',
      rawName: 'INBOX',
      items: { messages: 1, uidNext: 2, uidValidity: 1795179803, highestModseq: 2n, size: 519n },
    });
  });

  test('searches with and without results', () => {
    expect(only(responses, 'esearch')).toEqual([
      { kind: 'esearch', tag: 'h', uid: true, all: [[1, 1]], count: 1 },
    ]);
    expect(only(responses, 'search')).toEqual([{ kind: 'search', uids: [] }]);
  });

  test('a whole message', () => {
    const [message] = fetches(responses);
    expect(message).toMatchObject({
      sequence: 1,
      uid: 1,
      flags: ['\\Seen', '\\Recent'],
      internalDate: Date.UTC(2026, 10, 20, 13, 3, 4),
      size: 519,
      modseq: 2n,
    });
    expect(message && octetsOf(message)['']).toHaveLength(519);
  });

  test('envelope, structure, header fields and a part in one response', () => {
    const message = fetches(responses)[1];
    const accounts = {
      name: 'Accounts Team',
      route: null,
      mailbox: 'accounts',
      host: 'example.org',
    };
    expect(message?.envelope).toEqual({
      date: 'Mon, 5 Feb 2024 10:11:12 +0100',
      subject: '=?utf-8?q?Quarterly_=C3=BCberblick?=',
      from: [accounts],
      sender: [accounts],
      replyTo: [accounts],
      to: [{ name: null, route: null, mailbox: 'reader', host: 'example.com' }],
      cc: [],
      bcc: [],
      inReplyTo: null,
      messageId: '<q1@example.org>',
    });
    expect(message?.bodyStructure).toEqual({
      kind: 'multipart',
      subtype: 'mixed',
      parameters: new Map([['boundary', 'b1']]),
      disposition: null,
      language: [],
      location: null,
      parts: [
        {
          kind: 'single',
          type: 'text',
          subtype: 'plain',
          parameters: new Map([['charset', 'utf-8']]),
          id: null,
          description: null,
          encoding: '8bit',
          size: 7,
          lines: 0,
          md5: null,
          disposition: null,
          language: [],
          location: null,
        },
        {
          kind: 'single',
          type: 'application',
          subtype: 'pdf',
          parameters: new Map([['name', 'report "q1".pdf']]),
          id: null,
          description: null,
          encoding: 'base64',
          size: 12,
          md5: null,
          disposition: { type: 'attachment', parameters: new Map([['filename', 'report.pdf']]) },
          language: [],
          location: null,
        },
      ],
    });
    expect(message?.sections.map(({ section, origin }) => [section, origin])).toEqual([
      ['HEADER.FIELDS (SUBJECT DATE)', undefined],
      ['1', 0],
    ]);
    expect(message && octetsOf(message)['1']).toBe('Gr\xc3\xbc');
  });

  test('refusals', () => {
    const refused = only(responses, 'status').filter(each => ['NO', 'BAD'].includes(each.status));
    expect(refused.map(each => [each.tag, each.status])).toEqual([
      ['m', 'NO'],
      ['n', 'BAD'],
      ['o', 'BAD'],
    ]);
  });
});

describe('the RFCs', () => {
  test('the sample connection of RFC 3501', () => {
    const [first, second] = fetches(traceOf('rfc-sample-connection.trace'));
    expect(first?.internalDate).toBe(Date.UTC(1996, 6, 17, 9, 44, 25));
    expect(first?.envelope?.cc.map(each => each.name)).toEqual([null, 'John Klensin']);
    expect(first?.bodyStructure).toEqual({
      kind: 'single',
      type: 'TEXT',
      subtype: 'PLAIN',
      parameters: new Map([['charset', 'US-ASCII']]),
      id: null,
      description: null,
      encoding: '7BIT',
      size: 3028,
      lines: 92,
    });
    expect(second && octetsOf(second).HEADER).toHaveLength(342);
  });

  test('the examples', () => {
    const responses = traceOf('rfc-responses.trace');
    expect(only(responses, 'namespace')[0]?.shared).toHaveLength(4);
    expect(only(responses, 'list').map(each => [each.mailbox, each.delimiter])).toEqual([
      ['~/Mail/foo', '/'],
      ['INBOX', null],
      ['INBOX', '/'],
      ['Foo2', '/'],
      ['#news.comp.mail.misc', '.'],
    ]);
    expect(only(responses, 'search')[0]?.modseq).toBe(917162500n);
    expect(only(responses, 'esearch').map(({ kind, ...found }) => found)).toEqual([
      {
        tag: 'a567',
        uid: true,
        count: 17,
        all: [
          [4, 18],
          [21, 21],
          [28, 28],
        ],
      },
      {
        tag: 'h',
        uid: false,
        all: [
          [1, 3],
          [5, 5],
          [8, 8],
          [13, 13],
          [21, 21],
          [42, 42],
        ],
        modseq: 1236n,
      },
      { tag: 'a', uid: true, min: 7, max: 3800 },
    ]);
    expect(only(responses, 'vanished')).toEqual([
      {
        kind: 'vanished',
        earlier: true,
        uids: [
          [300, 310],
          [405, 405],
          [411, 411],
        ],
      },
      {
        kind: 'vanished',
        earlier: false,
        uids: [
          [405, 405],
          [407, 407],
          [410, 410],
          [425, 425],
        ],
      },
    ]);
    expect(only(responses, 'id').map(each => each.fields?.get('name'))).toEqual([
      'Cyrus',
      undefined,
    ]);
    expect(only(responses, 'continuation').map(each => each.text)).toEqual([
      'Ready for additional command text',
      '',
    ]);
    expect(fetches(responses).map(each => [each.sequence, each.uid, each.modseq])).toEqual([
      [23, 447, 65402n],
      [22, undefined, undefined],
      [7, undefined, undefined],
    ]);
  });
});

test('Gmail: labels, 64-bit identities, a message without line end', () => {
  const [message] = fetches(traceOf('gmail.trace'));
  expect(message).toMatchObject({
    gmailThreadId: 1266894439832287888n,
    gmailMessageId: 18446744073709551615n,
    gmailLabels: ['\\Inbox', '\\Sent', 'Important', 'Muy Importante', '日本語'],
    modseq: 7011231777n,
    size: 13,
  });
  expect(message && octetsOf(message)).toEqual({ '': 'From: a\r\n\r\nab' });
});

test('Exchange: an empty ESEARCH, a day of one digit, words about throttling', () => {
  const responses = traceOf('exchange.trace');
  expect(only(responses, 'esearch').map(each => each.all)).toEqual([
    undefined,
    [
      [6500, 6509],
      [6511, 6517],
      [6519, 6519],
    ],
  ]);
  expect(fetches(responses)[0]?.internalDate).toBe(Date.UTC(2024, 1, 5, 9, 11, 12));
  expect(responses.at(-2)).toMatchObject({
    status: 'NO',
    code: undefined,
    text: 'Request is throttled. Suggested Backoff Time: 299961 milliseconds',
  });
});

test('Courier: everything under INBOX.', () => {
  const responses = traceOf('courier.trace');
  expect(only(responses, 'namespace')[0]).toEqual({
    kind: 'namespace',
    personal: [{ prefix: 'INBOX.', delimiter: '.' }],
    otherUsers: [],
    shared: [
      { prefix: '#shared.', delimiter: '.' },
      { prefix: 'shared.', delimiter: '.' },
    ],
  });
  expect(only(responses, 'list')[1]?.mailbox).toBe('INBOX.Geschäft');
});

test('QQ: a code without words behind it', () => {
  expect(only(traceOf('qq.trace'), 'status')).toContainEqual({
    kind: 'status',
    tag: undefined,
    status: 'OK',
    code: { name: 'UNSEEN', value: 1n, text: '1' },
    text: '',
  });
});
