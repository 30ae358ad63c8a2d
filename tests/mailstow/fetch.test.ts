import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bigMessage } from '../fixtures/mail/big-message.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../servers/dovecot.ts';
import { mailstowHere } from './in-process.ts';

const missing = dovecotMissing();
const letter = [
  'From: "Anna" <anna@example.org>',
  'To: bert@example.org, Friends: carl@example.org;',
  'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
  'Date: Wed, 03 Nov 2021 16:13:27 +0200',
  'Message-ID: <one@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  'R3LDvMOfZSE=',
  '--b',
  'Content-Type: message/rfc822',
  'Content-Disposition: attachment; filename="in.eml"',
  '',
  'Subject: Inner',
  '',
  'Inside.',
  '--b--',
  '',
].join('\r\n');
const [header = '', ...body] = letter.split('\r\n\r\n');
const big = 40_000_000;

describe.skipIf(missing)(
  `fetch from a real server${missing ? ` (left out: ${missing})` : ''}`,
  () => {
    let dovecot: Dovecot;
    let folder: string;
    let access: string[];
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'mailstow-fetch-'));
      dovecot = await startDovecot('\nprotocol imap {\n  mail_plugins = zlib\n}\n');
      const user = await dovecot.user({ name: 'anna', password: 'secret' });
      const internalDate = new Date(Date.UTC(2024, 4, 1, 12));
      await dovecot.deliver(user, 'Notes/日本', { bytes: Buffer.from(letter), internalDate });
      await dovecot.deliver(user, 'Notes/日本', { bytes: bigMessage(big, 1) });
      access = [
        ...['--server', '127.0.0.1', '--port', String(dovecot.ports.imap)],
        ...['--security', 'none', '--user', 'anna', '--password-variable', 'PASSWORD'],
      ];
    }, 60_000);
    afterAll(async () => {
      await dovecot?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const fetch = (set: string, ...more: string[]) =>
      mailstowHere(['fetch', 'Notes/日本', set, ...access, ...more], {
        MAILSTOW_CONFIG: folder,
        PASSWORD: 'secret',
      });

    async function json(...items: string[]) {
      const { code, stdout, stderr } = await fetch('1', ...items, '--json');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return JSON.parse(stdout.toString());
    }

    /** Items of sections, and the bytes that answer them. */
    const sections = {
      RFC822: letter,
      'RFC822.HEADER': `${header}\r\n\r\n`,
      'RFC822.TEXT': body.join('\r\n\r\n'),
      'BODY[]': letter,
      'BODY.PEEK[]': letter,
      'BODY[HEADER]': `${header}\r\n\r\n`,
      'BODY[TEXT]': body.join('\r\n\r\n'),
      'BODY[1]': 'R3LDvMOfZSE=',
      'BODY[1.MIME]':
        'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n',
      'BODY[2]': 'Subject: Inner\r\n\r\nInside.',
      'BODY[2.HEADER]': 'Subject: Inner\r\n\r\n',
      'BODY[2.1]': 'Inside.',
      'BODY[]<5.9>': letter.slice(5, 14),
      'BODY.PEEK[2.TEXT]<1.3>': 'nsi',
      'BODY[HEADER.FIELDS (Subject Message-ID)]':
        'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <one@example.org>\r\n\r\n',
      'BINARY[1]': 'Grüße!',
    };

    test.each(Object.entries(sections))('%s', async (item, bytes) => {
      const { uid, sections: told } = await json(item);
      const origin = /<(\d+)\./.exec(item)?.[1];
      const name = item.replace('.PEEK', '').replace(/<.*/, '').toUpperCase();
      expect({ uid, told }).toEqual({
        uid: 1,
        told: [
          {
            item: name,
            ...(origin && { origin: Number(origin) }),
            bytes: Buffer.byteLength(bytes),
            text: bytes,
          },
        ],
      });
    });

    test('what is said of a message: FLAGS, INTERNALDATE, RFC822.SIZE, UID, MODSEQ, ENVELOPE, BODY, BODYSTRUCTURE', async () => {
      const found = await json('UID', 'MODSEQ', 'BINARY.SIZE[1]', '(ALL BODYSTRUCTURE)');
      expect(found).toMatchObject({
        uid: 1,
        sequence: 1,
        internalDate: '2024-05-01T12:00:00.000Z',
        size: letter.length,
        modseq: expect.stringMatching(/^\d+$/),
        binarySizes: [{ section: '1', size: 8 }],
        envelope: {
          date: 'Wed, 03 Nov 2021 16:13:27 +0200',
          subject: '=?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
          from: [{ name: 'Anna', route: null, mailbox: 'anna', host: 'example.org' }],
          messageId: '<one@example.org>',
        },
        bodyStructure: {
          type: 'multipart/mixed',
          parameters: { boundary: 'b' },
          parts: [
            { part: '1', type: 'text/plain', encoding: 'base64', size: 12, lines: 0 },
            {
              part: '2',
              type: 'message/rfc822',
              disposition: { type: 'attachment', parameters: { filename: 'in.eml' } },
              envelope: { subject: 'Inner' },
              parts: [{ part: '2.1', type: 'text/plain', size: 7 }],
            },
          ],
        },
      });
      const { bodyStructure } = await json('FULL');
      expect(bodyStructure.parts[1]).not.toHaveProperty('disposition.type');
    });

    test('for people: a line a thing, control characters gone', async () => {
      const { stdout } = await fetch('1', 'FULL', 'BODY[1]');
      expect(`${stdout}`).toMatch(/^UID 1 \(message 1\)\n {2}FLAGS/);
      expect(`${stdout}`).toMatch(/^ {4}from: {8}Anna <anna@example\.org>$/m);
      expect(`${stdout}`).toMatch(/^ {4}to: .*Friends:, carl@example\.org, ;$/m);
      expect(`${stdout}`).toMatch(/^ {6}1 {2}text\/plain {2}utf-8 {2}base64 {2}12 bytes/m);
      expect(`${stdout}`).toMatch(/^ {2}BODY\[1\] {2}12 bytes\n {4}R3LDvMOfZSE=$/m);
    });

    test('a large section is counted, and printed whole by --raw; nothing is marked as read', async () => {
      const { stdout } = await fetch('2', 'BODY[]', '--json');
      expect(JSON.parse(`${stdout}`).sections).toEqual([
        { item: 'BODY[]', bytes: big, leftOut: true },
      ]);
      const raw = await fetch('2', 'RFC822', '--raw');
      expect(raw.code).toBe(0);
      const whole = Buffer.concat([...bigMessage(big, 1).chunks()]);
      expect(raw.stdout.equals(whole)).toBe(true);
      const small = await fetch('1', 'BODY[2.1]', '--raw');
      expect(`${small.stdout}`).toBe('Inside.');
      expect(await dovecot.doveadm('search', '-u', 'anna', 'mailbox', '*', 'seen')).toBe('');
      expect((await json('FLAGS')).flags).not.toContain('\\Seen');
    });

    test('no such message, no such mailbox, nothing that can be asked for', async () => {
      expect(await fetch('77', 'FLAGS')).toMatchObject({ code: 1, stderr: /no message/ });
      const nowhere = ['fetch', 'Nowhere', '1', 'FLAGS', ...access];
      const env = { MAILSTOW_CONFIG: folder, PASSWORD: 'secret' };
      expect((await mailstowHere(nowhere, env)).code).toBe(17);
      const threadId = await fetch('1', 'THREADID');
      expect(threadId).toMatchObject({ code: 2 });
      expect(threadId.stderr).toContain('it lacks OBJECTID');
      for (const wrong of [
        ['1,', 'FLAGS'],
        ['1', 'BODY[0]'],
        ['1', 'FLAGS', 'BODY[]', '--raw'],
      ]) {
        expect((await fetch(...(wrong as [string, ...string[]]))).code).toBe(2);
      }
    });
  },
);
