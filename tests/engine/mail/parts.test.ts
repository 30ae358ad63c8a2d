import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { shapes } from '../../fixtures/mail/shapes.ts';
import { lines, partOf, summary, view } from './a-message.ts';

const mixed = (...parts: string[]) =>
  lines(
    'Subject: x',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    'For old programs.',
    ...parts.flatMap(part => ['--b', part]),
    '--b--',
    'epilogue',
  );
const plain = lines('Content-Type: text/plain', '', 'Words.');
const pdf = lines(
  'Content-Type: application/pdf; name="a.pdf"',
  'Content-Disposition: attachment; filename="a.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF of a test').toString('base64'),
);

describe('what is read and what is attached', () => {
  test('a text with two files', async () => {
    const bytes = mixed(plain, pdf, lines('Content-Type: image/png; name=b.png', '', 'png'));
    const { text: words, page, attachments, note } = await view(bytes);
    expect(words).toBe('Words.');
    expect(page).toBeUndefined();
    expect(note).toBeUndefined();
    expect(attachments.map(({ name, type }) => [name, type])).toEqual([
      ['a.pdf', 'application/pdf'],
      ['b.png', 'image/png'],
    ]);
    expect((await summary(bytes)).attachments).toBe(2);
  });

  test('of two forms of the same both are kept, and neither is attached', async () => {
    const {
      text: words,
      page,
      attachments,
    } = await view(
      lines(
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        plain,
        '--b',
        'Content-Type: text/x-amp-html',
        '',
        'nothing',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>Rich <b>words</b>.</p>',
        '--b--',
      ),
    );
    expect(words).toBe('Words.');
    expect(page).toContain('<p>Rich <b>words</b>.</p>');
    expect(attachments).toEqual([]);
  });

  test('a page alone is read as text too', async () => {
    const bytes = lines(
      'Content-Type: text/html',
      '',
      '<title>no</title><style>p{}</style><p>One &lt; two<br>three</p><ul><li>four</ul>',
    );
    expect((await view(bytes)).text).toBe('One < two\nthree\nfour');
  });

  test('words between files are words, in their order', async () => {
    const second = lines('Content-Type: text/html', '', '<i>second</i>');
    const { text: words, page } = await view(mixed(plain, pdf, second));
    expect(words).toBe('Words.\nsecond');
    expect(page?.indexOf('Words.')).toBeLessThan(page?.indexOf('<i>second</i>') ?? 0);
  });

  test('images of the page are found by their Content-ID, and are no attachments', async () => {
    const related = lines(
      'Content-Type: multipart/related; boundary=r',
      '',
      '--r',
      'Content-Type: text/html',
      '',
      '<img src="cid:one%40x"><img src=cid:two@x><img src="cid:none@x">',
      '--r',
      'Content-Type: image/png',
      'Content-ID: <one@x>',
      '',
      'png one',
      '--r',
      'Content-Type: image/gif; name=two.gif',
      'Content-Disposition: attachment; filename=two.gif',
      'Content-ID: <two@x>',
      '',
      'gif two',
      '--r--',
    );
    const bytes = mixed(related, pdf);
    const { page, images, attachments } = await view(bytes);
    expect(page).toContain('<img src="image-0" /><img src="image-1" /><img />');
    expect(images.map(({ type }) => type)).toEqual(['image/png', 'image/gif']);
    expect(attachments.map(({ name }) => name)).toEqual(['two.gif', 'a.pdf']);
    const [first] = images;
    expect(first && (await partOf(bytes, first.place)).toString()).toBe('png one');
  });

  test('messages in a message are attached as they are', async () => {
    const inner = lines('Content-Type: message/rfc822', '', 'Subject: inner', '', 'text');
    const { attachments } = await view(mixed(plain, inner));
    expect(attachments.map(({ name, type }) => [name, type])).toEqual([
      ['Attachment 1.eml', 'message/rfc822'],
    ]);
    const digest = lines(
      'Content-Type: multipart/digest; boundary=d',
      ...['', '--d', '', 'Subject: one', '', '--d', '', 'Subject: two', '', '--d--'],
    );
    expect((await summary(digest)).attachments).toBe(2);
  });

  test('the signature of a signed message is no attachment, an encrypted one says so', async () => {
    const signed = lines(
      'Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"',
      ...['', '--s', plain, '--s', 'Content-Type: application/pgp-signature', '', 'x', '--s--'],
    );
    expect(await view(signed)).toMatchObject({ text: 'Words.', attachments: [] });
    const encrypted = lines(
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      ...['Content-Transfer-Encoding: base64', '', 'AAAA'],
    );
    const { note, attachments } = await view(encrypted);
    expect(note).toBe('encrypted');
    expect(attachments.map(({ name }) => name)).toEqual(['smime.p7m']);
  });

  test.each([
    ['RFC 2231', "filename*=utf-8''P%C5%99%C3%ADloha.pdf", 'Příloha.pdf'],
    ['RFC 2231 in pieces', 'filename*0="long "; filename*1=name.pdf', 'long name.pdf'],
    ['encoded words', 'filename="=?utf-8?B?UMWZw61sb2hhLnBkZg==?="', 'Příloha.pdf'],
    ['raw UTF-8', 'filename="Příloha.pdf"', 'Příloha.pdf'],
  ])('names of files: %s', async (_name, parameter, expected) => {
    const part = lines(`Content-Disposition: attachment; ${parameter}`, '', 'x');
    expect((await view(mixed(plain, part))).attachments[0]?.name).toBe(expected);
  });

  test('only the header was archived', async () => {
    const {
      text: words,
      page,
      attachments,
      note,
    } = await view(lines('Subject: x', 'Content-Type: multipart/mixed; boundary=b', '', ''), {
      headersOnly: true,
    });
    expect([words, page, attachments.length]).toEqual(['', undefined, 0]);
    expect(note).toBe('headers-only');
  });
});

describe('messages that are not put together as they should be', () => {
  test.each<[string, string, RegExp]>([
    ['no last boundary', mixed(plain).replace('--b--', ''), /Words\./],
    ['cut in the middle', mixed(plain, pdf).slice(0, -40), /Words\./],
    ['no boundary is named', mixed(plain).replace('boundary="b"', ''), /Words\./],
    ['another boundary is used', mixed(plain).replace('boundary="b"', 'boundary="c"'), /Words\./],
  ])('%s: what can be read is shown and noted', async (_name, bytes, words) => {
    const shown = await view(bytes);
    expect(shown.text).toMatch(words);
    expect(shown.note).toBe('malformed');
  });

  test('an inner end is missing: the outer boundary ends it', async () => {
    const inner = lines('Content-Type: multipart/alternative; boundary=i', '', '--i', plain);
    const { text: words, attachments } = await view(mixed(inner, pdf));
    expect(words).toBe('Words.');
    expect(attachments).toHaveLength(1);
  });

  test('a part without an empty line does not swallow the next one', async () => {
    const bare = 'Content-Type: application/pdf; name=x.pdf';
    const { text: words, attachments } = await view(mixed(bare, plain));
    expect(words).toBe('Words.');
    expect(attachments.map(({ name }) => name)).toEqual(['x.pdf']);
  });

  test('a boundary within a line, or with more behind it, is none', async () => {
    const { text: words } = await view(mixed(lines('', 'see --b', '--bc', 'end')));
    expect(words).toBe('see --b\r\n--bc\r\nend'.replaceAll('\r\n', '\n'));
  });

  test('line feeds alone', async () => {
    const bytes = mixed(plain, pdf).replaceAll('\r\n', '\n');
    expect(await view(bytes)).toMatchObject({ text: 'Words.', note: undefined });
  });

  test('nothing at all, a header alone, a body alone', async () => {
    expect(await view('')).toMatchObject({ text: '', subject: '', note: undefined });
    expect(await view('Subject: one')).toMatchObject({ text: '', subject: 'one' });
    expect((await view('\r\nbody')).text).toBe('body');
  });

  test('of many long bodies no more is shown than of one', async () => {
    const html = (content: string) => lines('Content-Type: text/html', '', content);
    const many = await view(mixed(...Array(40).fill(html('<i>a</i>'.repeat(2_000)))));
    expect(many.page?.match(/<i>/g)).toHaveLength(25_000);
    const long = await view(mixed(...Array(40).fill(html('word '.repeat(180_000)))));
    // Three million bytes, and what stands between and around the bodies.
    expect(long.page?.length).toBeLessThan(3_010_000);
    for (const { note } of [many, long]) expect(note).toBe('long');
  });

  test('whatever the bytes are, a view comes of them', async () => {
    const piece = fc.oneof(
      fc.constantFrom('\r\n', '\n', '--b', '--b--', '\r\n--b\r\n', 'Content-Type: ', 'text/html'),
      fc.constantFrom('multipart/mixed; boundary=b', 'message/rfc822', '; charset=', '=?utf-8?B?'),
      fc.constantFrom('Content-Transfer-Encoding: base64', ':', '"', '(', '<style>', '<img src='),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
        const bytes = Buffer.from(pieces.join(''));
        const shown = await view(bytes);
        expect(shown.attachments).toHaveLength((await summary(bytes)).attachments);
      }),
      { numRuns: 300 },
    );
  });
});

test('every shape of mail is read without a note and counted as it is shown', async () => {
  for (const shape of Object.keys(shapes) as (keyof typeof shapes)[]) {
    for (let seed = 0; seed < 5; seed++) {
      const bytes = generateMessage(seed, { shape });
      const shown = await view(bytes);
      expect([shape, shown.attachments.length]).toEqual([
        shape,
        (await summary(bytes)).attachments,
      ]);
      if (shape !== 'unfinished' && shape !== 'noBody') {
        expect([shape, shown.note, shown.text.length > 0]).toEqual([shape, undefined, true]);
      }
    }
  }
});
