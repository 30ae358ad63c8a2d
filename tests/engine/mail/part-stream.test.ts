import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decoderOf } from '../../../electron/engine/mail/decode/transfer.ts';
import { MailReader } from '../../../electron/engine/mail/mail-reader.ts';
import { messageFile, partOf } from './a-message.ts';

const decoded = (encoding: string, body: string) =>
  partOf(`head\r\n${body}`, { start: 6, end: 6 + Buffer.byteLength(body, 'latin1'), encoding });

describe('a part comes out of its file as it was sent', () => {
  test('base64 of any bytes, in lines of any length, larger than a piece', async () => {
    const someBytes = fc.uint8Array({ minLength: 0, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(someBytes, fc.integer({ min: 1, max: 90 }), async (bytes, width) => {
        const text = Buffer.from(bytes)
          .toString('base64')
          .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
        expect(await decoded('base64', text)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 50 },
    );
    const large = Buffer.alloc(300_001, 'bytes');
    const text = large.toString('base64').replace(/.{76}/g, '$&\r\n');
    expect((await decoded('base64', text)).equals(large)).toBe(true);
  });

  test('quoted-printable: soft breaks, escapes in either case, blanks at line ends', async () => {
    expect((await decoded('quoted-printable', 'a=\r\nb=3D=c3=a9 \t\r\nz=')).toString()).toBe(
      // The line end behind the last one belongs to the boundary.
      'ab=é\r\nz',
    );
    const large = 'x=C3=A9='.repeat(40_000);
    const expected = 'xé='.repeat(40_000).slice(0, -1);
    expect((await decoded('quoted-printable', large)).toString()).toBe(expected);
  });

  test('other bytes as they are, and none', async () => {
    expect((await decoded('8bit', 'as it is')).toString()).toBe('as it is');
    expect(await decoded('base64', '')).toHaveLength(0);
  });

  test('uuencode, and what was encoded once more for sending', async () => {
    const body = 'begin 644 x\r\n#86)C\r\n`\r\nend\r\n';
    expect((await decoded('x-uuencode', body)).toString()).toBe('abc');
    const place = { start: 0, end: body.length + 2, encoding: 'Quoted-Printable' } as const;
    const twice = await partOf(body.replace('#86)C', '#8=36)C'), { ...place, packed: 'uuencode' });
    expect(twice.toString()).toBe('abc');
  });

  test('base64 in pieces that are padded each', async () => {
    expect((await decoded('base64', 'YWE=\r\nYmI=\r\nYw==')).toString()).toBe('aabbc');
  });
});

test('an encoding in pieces of any size is decoded as in one', () => {
  const text = fc.array(
    fc.constantFrom(
      ...[
        '=',
        '=3D',
        '=\r\n',
        ' ',
        '\t',
        '\r\n',
        '\n',
        'a',
        'YWE=',
        '==',
        '=C',
        '\r',
        'begin 644 x\n#86)C\nend\n',
      ],
    ),
    { maxLength: 40 },
  );
  const encoding = fc.constantFrom('base64', 'quoted-printable', 'uuencode');
  fc.assert(
    fc.property(text, encoding, fc.integer({ min: 1, max: 9 }), (pieces, name, step) => {
      const bytes = Buffer.from(pieces.join(''));
      const decode = (size: number) => {
        const decoder = decoderOf(name);
        if (decoder === undefined) throw new Error('There is such a decoder.');
        const found: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          found.push(Buffer.from(decoder.decode(bytes.subarray(at, at + size))));
        }
        return Buffer.concat([...found, decoder.end()]).toString('latin1');
      };
      expect(decode(step)).toBe(decode(Math.max(1, bytes.length)));
    }),
    { numRuns: 2_000 },
  );
});

test('a file that is not there is an error of the stream, and reading goes on with the next', async () => {
  const mail = new MailReader();
  onTestFinished(() => mail.close());
  const place = { start: 0, end: 10, encoding: 'base64' };
  await expect(buffer(mail.part('/nowhere/message.eml', place))).rejects.toMatchObject({
    failure: { kind: 'message-not-stored' },
  });
  const path = messageFile('YWJj');
  expect((await buffer(mail.part(path, { ...place, end: 4 }))).toString()).toBe('abc');
  expect(await buffer(mail.part(path, { ...place, end: 0 }))).toHaveLength(0);
  // One that is not read to its end does not hold the next up.
  mail.part(path, place).destroy();
  expect((await buffer(mail.part(path, place))).toString()).toBe('abc');
});
