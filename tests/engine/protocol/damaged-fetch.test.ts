import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResponse } from '../../../electron/engine/protocol/parse-response.ts';
import type { Response } from '../../../electron/engine/protocol/response.ts';
import { Framer } from '../../../electron/engine/wire/framer.ts';

const body = 'Subject: x\r\n\r\nwords)\r\n';

function parsed(response: string): Response[] {
  const responses: Response[] = [];
  const framer = new Framer(frame => responses.push(parseResponse(frame)));
  framer.push(Buffer.from(response, 'latin1'));
  return responses;
}

/** The message of one FETCH response with these items, in this order. */
function message(...items: readonly string[]) {
  const [response, ...more] = parsed(`* 4 FETCH (${items.join(' ')})\r\n`);
  expect(more).toEqual([]);
  if (response?.kind !== 'fetch') throw new Error(`not read: ${JSON.stringify(response)}`);
  const [section] = response.sections;
  const octets =
    section?.data?.kind === 'memory' ? section.data.bytes.toString('latin1') : undefined;
  return { ...response, octets };
}

const literal = `BODY[] {${body.length}}\r\n${body}`;
const sound = {
  UID: '7',
  FLAGS: '(\\Seen $Work)',
  INTERNALDATE: '"17-May-2005 10:31:00 +0000"',
  'RFC822.SIZE': '23',
  MODSEQ: '(12)',
  ENVELOPE: '(NIL "UID 9 BODY[] {3}" NIL NIL NIL NIL NIL NIL NIL "<a@b>")',
  BODYSTRUCTURE: '("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1)',
} as const;
type Name = keyof typeof sound;
const names = Object.keys(sound) as Name[];

describe('one attribute that cannot be read costs itself, never the message', () => {
  test.each([
    ['RFC822.SIZE', '9.3736e+06'],
    ['RFC822.SIZE', '-1'],
    ['RFC822.SIZE', '""'],
    ['RFC822.SIZE', '99999999999999999999999'],
    ['MODSEQ', '-1'],
    ['MODSEQ', '(-1)'],
    ['MODSEQ', '()'],
    ['UID', '-1'],
    ['UID', '99999999999'],
    ['FLAGS', '\\Seen'],
    ['FLAGS', '((\\Seen)'],
    ['FLAGS', '(\\Seen'],
    ['INTERNALDATE', '"yesterday"'],
    ['INTERNALDATE', '17-May-2005 10:31:00 +0000'],
    ['INTERNALDATE', '"17-May-2005'],
    ['INTERNALDATE', '{4}\r\nnope'],
    ['ENVELOPE', 'NIL'],
    ['ENVELOPE', '(((("'],
    ['BODYSTRUCTURE', '("TEXT" ("PLAIN" NIL'],
  ] as const)('%s %s', (damaged, value) => {
    for (const order of [names, names.toReversed()]) {
      const items = order.map(name => `${name} ${name === damaged ? value : sound[name]}`);
      for (const place of [0, 3, items.length]) {
        const { octets, uid } = message(...items.toSpliced(place, 0, literal));
        expect(octets).toBe(body);
        if (damaged !== 'UID') expect([7, undefined]).toContain(uid);
        else expect(uid).toBeUndefined();
      }
    }
  });

  test('the others are read where the damage leaves no doubt', () => {
    const others = `UID 7 RFC822.SIZE 9.3736e+06 MODSEQ (-1) FLAGS ${sound.FLAGS}`;
    expect(message(others, literal)).toMatchObject({ uid: 7, flags: ['\\Seen', '$Work'] });
    expect(message(others, literal)).not.toHaveProperty('size');
    expect(message(others, literal)).not.toHaveProperty('modseq');
  });

  test.each([
    'X-NEW 5',
    'X-NEW "quoted"',
    'X-NEW (a (b "c") NIL)',
    'X-NEW {3}\r\na)b',
    'X-NEW[1.2 (A B)]<0> {2}\r\n()',
    'X-NEW',
    '(stray)',
    '"stray"',
    '{2}\r\nab',
  ])('items that nobody knows: %s', unknown => {
    expect(message('UID 7', unknown, literal)).toMatchObject({ uid: 7, octets: body });
    expect(message(literal, unknown, 'UID 7')).toMatchObject({ octets: body });
  });

  test('blanks, tabs and NULs between the tokens', () => {
    const items = ['UID  7', 'FLAGS\0(\\Seen\0$Work )', '\0', '\tRFC822.SIZE\t\t23', literal];
    const flags = ['\\Seen', '$Work'];
    expect(message(...items)).toMatchObject({ uid: 7, size: 23, flags, octets: body });
  });

  test('whatever stands there', () => {
    const garbage = fc
      .stringMatching(/^[\x00-\x09\x20-\xff]{0,40}$/)
      .filter(text => !/\d\}$/.test(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        garbage,
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.nat(names.length),
        (damaged, value, order, place) => {
          const items = order.map(name => `${name} ${name === damaged ? value : sound[name]}`);
          const { octets, uid } = message(...items.toSpliced(place, 0, literal));
          expect(octets).toBe(body);
          if (damaged !== 'UID') expect([7, undefined]).toContain(uid);
        },
      ),
      { seed: 10, numRuns: 2_000 },
    );
  });
});

test.each([
  'FLAGS (',
  'FLAGS (a ',
  'MODSEQ (x ',
  'ENVELOPE ((',
  'BODYSTRUCTURE ("',
  'INTERNALDATE "\\"',
  'UID "',
  'X (',
  '"\\',
  'UID   ',
  'BODY[ ',
  'RFC822    ',
])('a megabyte of damage takes no longer than its length: %s', repeated => {
  const damage = repeated.repeat(Math.ceil(1e6 / repeated.length));
  const began = performance.now();
  const [response] = parsed(`* 4 FETCH (UID 7 ${damage} ${literal})\r\n`);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(['fetch', 'malformed']).toContain(response?.kind);
});

test('optional data that cannot be read leaves what counts', () => {
  expect(parsed('* SEARCH 1 2 (MODSEQ -1)\r\n')).toMatchObject([
    { kind: 'search', uids: [[1, 2]] },
  ]);
  expect(parsed('* ESEARCH (TAG "A1") UID MIN x COUNT -1 ALL 1:3 MODSEQ nope\r\n')).toMatchObject([
    { kind: 'esearch', all: [[1, 3]] },
  ]);
  expect(
    parsed('* STATUS INBOX (MESSAGES 5 UIDNEXT -1 UIDVALIDITY 99999999999 UNSEEN 1)\r\n'),
  ).toMatchObject([
    { kind: 'mailbox-status', mailbox: 'INBOX', items: { messages: 5, unseen: 1 } },
  ]);
  const personal = [{ prefix: '', delimiter: '/' }];
  expect(parsed('* NAMESPACE (("" "/"))\r\n')).toMatchObject([
    { personal, otherUsers: [], shared: [] },
  ]);
  expect(parsed('* NAMESPACE (("" "/")) NIL\r\n')).toMatchObject([{ personal }]);
});
