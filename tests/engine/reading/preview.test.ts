import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageFile } from '../../../electron/engine/mail/message-file.ts';
import { isBearable, picturePage } from '../../../electron/engine/reading/preview/picture.ts';
import { pictureSize } from '../../../electron/engine/reading/preview/picture-size.ts';
import { previewKindOf } from '../../../electron/engine/reading/preview/preview-kind.ts';
import { tableOf } from '../../../electron/engine/reading/preview/table.ts';
import { textPage } from '../../../electron/engine/reading/preview/text.ts';

const png = (width: number, height: number) => {
  const bytes = Buffer.from(
    '89504e470d0a1a0a0000000d494844520000000000000000080600000000000000',
    'hex',
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

describe('what can be shown', () => {
  test.each([
    ['photo.JPG', 'application/octet-stream', 'picture'],
    ['bill.pdf', 'image/png', 'pdf'],
    ['', 'application/pdf', 'pdf'],
    ['list.csv', 'text/plain', 'table'],
    ['page.html', '', 'html'],
    ['notes', 'text/plain', 'text'],
    ['drawing.svg', 'image/svg+xml', undefined],
    ['run.js', 'text/javascript', undefined],
    ['program.exe', 'application/octet-stream', undefined],
  ])('%s, %s: %s', (name, type, kind) => expect(previewKindOf(name, type)).toBe(kind));
});

describe('how large a picture is', () => {
  const jpeg = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0001108012c0190030111',
    'hex',
  );
  test.each([
    [png(640, 480), 640, 480],
    [Buffer.from('47494638396180022c01f70000000000', 'hex'), 640, 300],
    [jpeg, 400, 300],
    [Buffer.from(`424d${'00'.repeat(12)}28000000${'80020000'}${'d4feffff'}`, 'hex'), 640, 300],
    [Buffer.from('524946460000000057454250565038580a000000000000007f02002b0100', 'hex'), 640, 300],
  ])('by its first bytes', (bytes, width, height) => {
    expect(pictureSize(bytes)).toMatchObject({ width, height });
  });

  test('any bytes: a size or none, at once', () => {
    const begin = fc.constantFrom(
      png(1, 1).subarray(0, 16),
      jpeg.subarray(0, 4),
      Buffer.from('BM'),
      Buffer.from('GIF89a'),
      Buffer.from('RIFF....WEBP'),
      Buffer.alloc(0),
    );
    fc.assert(
      fc.property(begin, fc.uint8Array({ maxLength: 200 }), (start, bytes) => {
        const size = pictureSize(Buffer.concat([start, bytes]));
        if (size !== undefined) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
      }),
    );
  });

  test('one that unfolds to more than a window holds is not shown', () => {
    const place = { start: 0, end: 1_000, encoding: '' };
    const page = (bytes: Buffer) => picturePage(new MessageFile(bytes), place);
    expect(page(png(640, 480))).toMatchObject({ type: 'image/png' });
    expect(page(png(60_000, 60_000))).toEqual({ unread: 'too-large' });
    expect(page(png(20_000, 20_000))).toEqual({ unread: 'too-large' });
    expect(page(png(31_000, 10))).toMatchObject({ type: 'image/png' });
    expect(page(Buffer.from('<svg onload="x">'))).toEqual({ unread: 'damaged' });
    // What a large camera makes.
    expect(isBearable({ width: 12_000, height: 9_000, isScalable: true })).toBe(true);
  });
});

describe('tables', () => {
  const cells = (html = '') =>
    [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell),
    );
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1;2,5',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    ['a\tb\n1\t', [['a', 'b'], ['1']]],
    [
      'a,"b, ""c"""\n"1\n2",3',
      [
        ['a', 'b, &quot;c&quot;'],
        ['1\n2', '3'],
      ],
    ],
    [
      'a,"b\nc,d',
      [
        ['a', '&quot;b'],
        ['c', 'd'],
      ],
    ],
    ['<b>,x', [['&lt;b&gt;', 'x']]],
  ])('%j', (text, expected) => expect(cells(tableOf(text)?.html)).toEqual(expected));

  test('a text without columns is none', () =>
    expect(tableOf('words\nmore words')).toBeUndefined());

  test('long ones are cut, and nothing takes long', () => {
    expect(tableOf('a,b\n'.repeat(50_000))).toMatchObject({ isCut: true });
    const began = performance.now();
    tableOf('"a,'.repeat(80_000));
    tableOf(`${'"""x,'.repeat(50_000)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('any text: nothing of it becomes markup', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const html = tableOf(`a,${text}`)?.html ?? '';
        expect(html.replace(/<\/?(table|t[rhd])>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('texts', () => {
  test('are shown as they stand, in their character set', () => {
    const { html, shows } = textPage(
      'text',
      Buffer.from('<script>Gr\xfc\xdfe', 'latin1'),
      undefined,
    );
    expect(shows).toBe('text');
    expect(html).toContain('&lt;script&gt;Grüße');
  });

  test('web pages lose what runs and what is elsewhere', () => {
    const page =
      '<p onclick="x()">Hi<script>x()</script><img src="https://example.com/a.png"><form></form>';
    const { html } = textPage('html', Buffer.from(page), 'utf-8');
    expect(html).toContain('Hi');
    expect(html).not.toMatch(/script|onclick|example\.com|<form/);
  });

  test('long ones are cut', () => {
    expect(textPage('text', Buffer.alloc(600_000, 'x'), undefined)).toMatchObject({ isCut: true });
  });
});
