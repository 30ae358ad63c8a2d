import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../../electron/engine/search/attachments/kinds.ts';
import { readBytes } from '../../../../electron/engine/search/attachments/read-bytes.ts';
import type { Reading } from '../../../../electron/engine/search/attachments/reading.ts';
import { ReceivedFile } from '../../../../electron/engine/search/attachments/received-file.ts';
import { bytesOf, plantedDocuments } from '../../../fixtures/search/planted-documents.ts';
import { zipOf } from '../../../fixtures/search/zip.ts';
import { textOf } from './a-reader.ts';

/** In this process: what is tested here is what formats mean. */
async function read(
  name: string,
  content: string | Buffer,
  { type = '', charset }: { type?: string; charset?: string } = {},
): Promise<Reading> {
  const kind = kindOf(name, type);
  if (kind === undefined) return { unread: 'unsupported' };
  const file = new ReceivedFile({ name, type, kind, charset });
  file.take(Buffer.from(content));
  file.take(undefined);
  return (await readBytes(file)).reading;
}

const words = async (...file: Parameters<typeof read>) => textOf(await read(...file));
const word = (body: string) =>
  zipOf([['word/document.xml', Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`)]]);

describe('what a file is', () => {
  test.each([
    ['a.PDF', 'image/png', 'pdf'],
    ['letter', 'application/pdf', 'pdf'],
    ['letter.docx ', '', 'office'],
    ['x.unknown', 'text/x-log', 'text'],
    ['', 'text/calendar', 'calendar'],
    ['', 'message/rfc822', 'message'],
    ['photo.jpg', 'image/jpeg', undefined],
    ['program.exe', 'application/octet-stream', undefined],
    ['style', 'text/css', undefined],
  ])('is told by its name, else by its type: %s, %s', (name, type, kind) => {
    expect(kindOf(name, type)).toBe(kind);
  });

  test('is told by its bytes where they say more', async () => {
    expect(await words('letter.doc', '{\\rtf1 rich text}')).toBe('rich text');
    expect(await words('report.xls', '<html><body>a page</body></html>')).toBe('a page');
    expect(await words('letter.rtf', word('<w:p><w:r><w:t>not rich</w:t></w:r></w:p>'))).toBe(
      'not rich',
    );
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await read('letter.doc', old)).toEqual({ unread: 'unsupported' });
    expect(await read('letter.docx', 'no such thing')).toEqual({ unread: 'damaged' });
  });
});

describe('office documents', () => {
  test('Word: pieces of a word belong together; what was deleted or stands twice is not read', async () => {
    const body =
      '<w:p><w:r><w:t>to</w:t></w:r><w:r><w:t>gether</w:t><w:tab/><w:t>apart</w:t></w:r></w:p>' +
      '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>' +
      '<w:p><mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:p>';
    expect(await words('a.docx', word(body))).toBe('together\tapart\n\nbox');
  });

  test('Excel: shared and own texts, numbers, names of sheets; not how a word is pronounced', async () => {
    const part = (name: string, xml: string) => [name, Buffer.from(xml)] as const;
    const file = zipOf([
      part('xl/workbook.xml', '<workbook><sheets><sheet name="Budget"/></sheets></workbook>'),
      part(
        'xl/sharedStrings.xml',
        '<sst><si><t>shared</t></si><si><r><t>東</t></r><r><t>京</t></r><rPh><t>トウキョウ</t></rPh></si></sst>',
      ),
      part('xl/worksheets/sheet10.xml', '<row><c t="inlineStr"><is><t>last</t></is></c></row>'),
      part(
        'xl/worksheets/sheet2.xml',
        '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c><v>12.5</v></c><c t="b"><v>1</v></c></row>',
      ),
    ]);
    expect(await words('a.xlsx', file)).toBe('Budget\n東京\tshared\t12.5\nlast');
  });

  test('OpenDocument: blanks are written as elements; what was taken out is not read', async () => {
    const xml =
      '<office:document-content><office:body><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>' +
      '<text:h>Head</text:h><text:p>one<text:s text:c="3"/>two<text:line-break/>th<text:span>ree</text:span></text:p></office:body></office:document-content>';
    expect(await words('a.odt', zipOf([['content.xml', Buffer.from(xml)]]))).toBe(
      'Head\none two\nthree',
    );
  });

  test('damage in the middle costs what comes after it', async () => {
    const broken = word('<w:p><w:t>before</w:t></w:p><w:p></broken><w:t>after</w:t>');
    expect(await read('a.docx', broken)).toEqual({ text: 'before', cut: true });
  });
});

test('RTF: code pages, Unicode with what stands for it, groups that are passed over', async () => {
  const text =
    '{\\rtf1\\ansi\\ansicpg1250\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 Gothic;}}{\\info{\\title hidden}}' +
    "\\f0 P\\u345?\\'edli\\'9a {\\b bo}ld\\par{\\f1\\'93\\'fa\\'96\\'7b}\\line\\emdash{\\*\\unknown hidden}{\\uc2\\u945 ab\\u946\\'61\\'62}{\\pict 0123}}";
  expect(await words('a.rtf', text)).toBe('Příliš bold\n日本\n—αβ');
});

describe('texts', () => {
  test.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFFžluťoučký', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\uFEFFžluťoučký', 'utf16le').swap16()],
    ['UTF-8 with its mark', Buffer.from('\uFEFFžluťoučký')],
    ['UTF-8', Buffer.from('žluťoučký')],
  ])('%s is seen in the bytes', async (_, bytes) => {
    expect(await words('a.txt', bytes)).toBe('žluťoučký');
  });

  test('a set that is named is heeded, as for the body of a message', async () => {
    const bytes = Buffer.from([0xbe, 0x6c, 0x75, 0xbb]);
    expect(await words('a.txt', bytes, { charset: 'iso-8859-2' })).toBe('žluť');
    expect(await words('a.csv', bytes, { charset: 'windows-1252' })).toBe('¾lu»');
  });

  test('a page may name its own', async () => {
    const page = Buffer.from('<meta charset=windows-1251><p>\xef\xf0\xe8\xe2\xe5\xf2', 'latin1');
    expect(await words('a.html', page)).toBe('привет');
  });
});

describe('calendars and contacts', () => {
  test('a broken event costs no other', async () => {
    const event = (name: string) => `BEGIN:VEVENT\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`;
    const file = `BEGIN:VCALENDAR\r\n${event('first')}BEGIN:VEVENT\r\nno colon\r\nEND:VEVENT\r\n${event('last')}END:VCALENDAR`;
    expect(await read('a.ics', file)).toEqual({ text: 'first\n\nlast', cut: true });
    expect(await read('a.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')).toEqual({
      text: '',
      cut: false,
    });
    expect(await read('a.ics', 'no calendar')).toEqual({ unread: 'damaged' });
  });

  test('cards of each version', async () => {
    const four =
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Example\r\nORG:Office;Archive\r\nEMAIL;TYPE=work:ann@example.org\r\nPHOTO:data:image/png;base64,AAAA\r\nEND:VCARD\r\n';
    const old =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;CHARSET=ISO-8859-2;ENCODING=QUOTED-PRINTABLE:=BElu=\r\n=BB\r\nTEL;CELL:555 010\r\nEND:VCARD\r\n';
    expect(await words('a.vcf', four + old)).toBe(
      'Ann Example\nOffice Archive\nann@example.org\n\nžluť\n555 010',
    );
  });
});

test('a message within a message: its header, text, and the files that are in it', async () => {
  const inner = 'From: Ann <ann@example.org>\r\nSubject: inner\r\n\r\ndeepest\r\n';
  const parts = [
    'Content-Type: message/rfc822',
    '',
    inner,
    '--b',
    'Content-Type: text/plain; name="list.txt"',
    'Content-Disposition: attachment',
    '',
    'in a list',
    '--b--',
    '',
  ];
  const outer = `Subject: outer\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${parts.join('\r\n')}`;
  expect(await words('a.eml', outer)).toBe(
    'outer\nAnn <ann@example.org>\ninner\ndeepest\n\nlist.txt\nin a list',
  );
});

test('names in a ZIP file, also of programs that do not say that they write UTF-8', async () => {
  const zip = zipOf([
    ['složka/', Buffer.alloc(0)],
    ['složka/účet.pdf', Buffer.from('x')],
  ]);
  const unsaid = Buffer.from(zip);
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 1))
    unsaid.writeUInt16LE(0, at + 8);
  expect(await words('a.zip', zip)).toBe('složka/\nsložka/účet.pdf');
  expect(await words('a.zip', unsaid)).toBe('složka/\nsložka/účet.pdf');
});

describe('whatever comes', () => {
  const names = ['a.docx', 'a.odt', 'a.zip', 'a.rtf', 'a.txt', 'a.html', 'a.ics', 'a.vcf', 'a.eml'];
  const isAnswer = (reading: Reading) => 'unread' in reading || typeof reading.text === 'string';

  test('bytes get an answer', async () => {
    const file = fc.record({
      name: fc.constantFrom(...names),
      bytes: fc.uint8Array({ maxLength: 2_000 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ name, bytes }) =>
        isAnswer(await read(name, Buffer.from(bytes))),
      ),
    );
  });

  test('pieces of what the formats are made of get an answer', async () => {
    const pieces = [
      ...[
        '{',
        '}',
        '\\rtf1',
        '\\u-1?',
        "\\'e9",
        '\\bin5 ',
        '\\*',
        '\\f1',
        '\\uc3',
        '\\fonttbl',
        ' ',
        '\n',
        '\r\n ',
      ],
      ...[
        'BEGIN:VEVENT\n',
        'END:VEVENT\n',
        'SUMMARY:a\\,b\n',
        'BEGIN:VCARD\n',
        'END:VCARD\n',
        'TEL;HOME:',
        ';',
        ':',
        '"',
      ],
      ...[
        'ENCODING=QUOTED-PRINTABLE:',
        '=41=\n',
        '<p>',
        '</div>',
        '<!--',
        '&#1;',
        '--b\n',
        '--b--\n',
        'é',
        '\0',
      ],
      ...['Content-Type: multipart/mixed; boundary=b\n\n', 'Content-Type: message/rfc822\n\n'],
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(all => all.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names.slice(3)), text, async (name, content) =>
        isAnswer(await read(name, content)),
      ),
      { numRuns: 500 },
    );
  });

  test('documents with other bytes here and there get an answer', async () => {
    const documents = plantedDocuments.filter(({ file }) => !file.endsWith('.pdf'));
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), changes, async (document, all) => {
        const bytes = bytesOf(document);
        for (const [at, byte] of all) bytes[at % bytes.length] = byte;
        return isAnswer(await read(document.file, bytes));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a.txt', ' \t'],
    ['a.rtf', '\\'],
    ['a.rtf', '{\\rtf1 \\u1'],
    ['a.vcf', 'N;ENCODING=QUOTED-PRINTABLE:='],
    ['a.vcf', 'BEGIN:VCARD\nTEL;A'],
    ['a.ics', 'BEGIN:VEVENT\n'],
    ['a.csv', '"",'],
  ])('time grows with length: %s of %j', async (name, piece) => {
    const time = async (count: number) => {
      let least = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const began = performance.now();
        await read(name, piece.repeat(count));
        least = Math.min(least, performance.now() - began);
      }
      return least;
    };
    await time(1_000);
    const [short, long] = [await time(20_000), await time(160_000)];
    // Eight times as long; the square would be sixty-four times.
    expect(long).toBeLessThan(40 * Math.max(short, 5));
  });
});
