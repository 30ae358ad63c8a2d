import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamPart } from '../../../electron/engine/mail/part-stream.ts';
import { messageFile } from './a-message.ts';

const decoded = (encoding: string, body: string) => {
  const path = messageFile(`head\r\n${body}`);
  return buffer(
    streamPart(path, { start: 6, end: 6 + Buffer.byteLength(body, 'latin1'), encoding }),
  );
};

describe('a part comes out of its file as it was sent', () => {
  test('base64 of any octets, in lines of any length, larger than a piece', async () => {
    const octets = fc.uint8Array({ minLength: 0, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(octets, fc.integer({ min: 1, max: 90 }), async (bytes, width) => {
        const text = Buffer.from(bytes)
          .toString('base64')
          .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
        expect(await decoded('base64', text)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 50 },
    );
    const large = Buffer.alloc(300_001, 'octets');
    const text = large.toString('base64').replace(/.{76}/g, '$&\r\n');
    expect((await decoded('base64', text)).equals(large)).toBe(true);
  });

  test('quoted-printable: soft breaks, escapes in either case, blanks at line ends', async () => {
    expect((await decoded('quoted-printable', 'a=\r\nb=3D=c3=a9 \t\r\nz=')).toString()).toBe(
      'ab=é\r\nz=',
    );
    const large = 'x=C3=A9='.repeat(40_000);
    const expected = 'xé='.repeat(40_000);
    expect((await decoded('quoted-printable', large)).toString()).toBe(expected);
  });

  test('other octets as they are, and none', async () => {
    expect((await decoded('8bit', 'as it is')).toString()).toBe('as it is');
    expect(await decoded('base64', '')).toHaveLength(0);
  });

  test('a file that is not there is an error of the stream', async () => {
    const place = { start: 0, end: 10, encoding: 'base64' };
    await expect(buffer(streamPart('/nowhere/message.eml', place))).rejects.toThrow(/ENOENT/);
    await expect(buffer(streamPart('/nowhere/x', { ...place, end: 0 }))).rejects.toThrow(/ENOENT/);
  });
});
