import { describe, expect, test } from 'vitest';
import { lines, summary, view } from './a-message.ts';

const mail = (type: string, encoding: string, body: Buffer | string) =>
  Buffer.concat([
    Buffer.from(
      `Subject: x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('text is read in whatever it is written', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', mail('text/plain; charset=utf-8', '8bit', 'Příloha'), 'Příloha'],
    ['UTF-8 in base64', mail('text/plain; charset="UTF-8"', 'base64', 'UMWZw61sb2hh'), 'Příloha'],
    ['a sign before it', mail('text/plain; charset=utf-8', '8bit', '\uFEFFOne'), 'One'],
    [
      'quoted-printable with soft breaks',
      mail('text/plain; charset=iso-8859-1', 'quoted-printable', 'Gr=F6=\r\n=DFe =3D 5'),
      'Größe = 5',
    ],
    [
      'Windows-1250',
      mail('text/plain; charset=windows-1250', '8bit', Buffer.from([0x50, 0xf8, 0xed])),
      'Pří',
    ],
    [
      'KOI8-R',
      mail('text/plain; charset=koi8-r', '8bit', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4])),
      'Привет',
    ],
    [
      'ISO-2022-JP',
      mail('text/plain; charset=iso-2022-jp', '7bit', latin1('\x1b$BF|K\\8l\x1b(B')),
      '日本語',
    ],
    [
      'a name of a code page',
      mail('text/plain; charset=cp932', '8bit', Buffer.from([0x93, 0xfa, 0x96, 0x7b])),
      '日本',
    ],
    [
      'UTF-16',
      mail(
        'text/plain; charset=utf-16le',
        'base64',
        Buffer.from('Hi ř', 'utf16le').toString('base64'),
      ),
      'Hi ř',
    ],
    ['nothing said, UTF-8', mail('text/plain', '8bit', 'Příloha'), 'Příloha'],
    ['nothing said, Windows', mail('text/plain', '8bit', latin1('Größe')), 'Größe'],
    ['ASCII said, UTF-8 meant', mail('text/plain; charset=us-ascii', '8bit', 'Příloha'), 'Příloha'],
    [
      'UTF-8 said, Windows meant',
      mail('text/plain; charset=utf-8', '8bit', latin1('Größe ü')),
      'Größe ü',
    ],
    [
      'a set that nobody knows',
      mail('text/plain; charset=x-none', '8bit', latin1('Größe')),
      'Größe',
    ],
    [
      'one broken letter among many',
      mail('text/plain; charset=utf-8', '8bit', Buffer.concat([Buffer.from('ěšč '), latin1('é')])),
      'ěšč \uFFFD',
    ],
  ])('%s', async (_name, bytes, expected) => {
    expect((await view(bytes)).text.trimEnd()).toBe(expected);
  });

  test('HTML that names its set itself', async () => {
    const page = latin1('<meta charset="iso-8859-2"><p>Pøí</p>');
    expect((await view(mail('text/html', '8bit', page))).page).toContain('<p>Pří</p>');
  });

  test('flowed text is joined again, quotes and signature stay', async () => {
    const body = 'One long \r\nline.\r\n> quoted\r\n-- \r\nAccounts Team';
    const { text } = await view(mail('text/plain; charset=utf-8; format=flowed', '7bit', body));
    expect(text.trimEnd()).toBe('One long line.\n> quoted\n-- \nAccounts Team');
  });
});

describe('headers', () => {
  test('encoded words, groups, several addresses', async () => {
    const { from, to, cc, subject } = await view(
      lines(
        'From: =?utf-8?Q?=C3=9A=C4=8Dty?= <accounts@example.org>',
        'To: Team: a@example.org, "B, C" <b@example.org>;, c@example.com',
        'Cc: =?iso-8859-1?Q?Gr=F6=DFe?= <g@example.com>',
        'Subject: =?utf-8?B?UMWZw61sb2hh?= =?utf-8?Q?_1?=',
        '',
        '',
      ),
    );
    expect(from).toBe('Účty <accounts@example.org>');
    expect(to).toBe('Team: a@example.org, B, C <b@example.org>;, c@example.com');
    expect(cc).toBe('Größe <g@example.com>');
    expect(subject).toBe('Příloha 1');
  });

  test('raw bytes of UTF-8 and of Windows', async () => {
    expect((await summary('Subject: Příloha\r\n\r\n')).subject).toBe('Příloha');
    expect((await summary(latin1('Subject: Größe\r\n\r\n'))).subject).toBe('Größe');
  });

  test('a message without an author is from its sender, and the list shows names', async () => {
    const bytes = 'Sender: "Accounts Team" <accounts@example.org>\r\n\r\n';
    expect(await summary(bytes)).toMatchObject({
      sender: 'Accounts Team',
      author: 'Accounts Team <accounts@example.org>',
    });
    expect((await summary('From: a@example.org\r\n\r\n')).sender).toBe('a@example.org');
  });

  test.each([
    ['Mon, 15 Jan 2024 09:00:00 +0100', Date.UTC(2024, 0, 15, 8)],
    ['15 Jan 24 09:00 GMT (a comment)', Date.UTC(2024, 0, 15, 9)],
    ['yesterday', undefined],
  ])('date %s', async (date, expected) => {
    expect((await summary(`Date: ${date}\r\n\r\n`)).date).toBe(expected);
  });
});
