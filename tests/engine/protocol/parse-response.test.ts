import { describe, expect, test } from 'vitest';
import { parseResponse } from '../../../electron/engine/protocol/parse-response.ts';
import type { LiteralSink } from '../../../electron/engine/wire/frame.ts';
import { limits } from '../../../electron/engine/wire/limits.ts';
import { framesOf } from '../wire/frames.ts';
import { fetchOf, responseOf } from './responses.ts';

describe('numbers', () => {
  test('UIDs up to 2^32-1', () => {
    expect(fetchOf('* 4294967295 FETCH (UID 4294967295)')).toMatchObject({
      sequence: 4294967295,
      uid: 4294967295,
    });
    expect(responseOf('* 1 FETCH (UID 4294967296)').kind).toBe('malformed');
  });

  test('mod-sequences up to 2^63-1, to the last digit', () => {
    const max = 9223372036854775807n;
    expect(fetchOf(`* 1 FETCH (MODSEQ (${max}))`).modseq).toBe(max);
    expect(responseOf(`* OK [HIGHESTMODSEQ ${max}]`)).toMatchObject({ code: { value: max } });
    expect(responseOf(`* STATUS a (HIGHESTMODSEQ ${max} SIZE ${max})`)).toMatchObject({
      items: { highestModseq: max, size: max },
    });
    expect(responseOf(`* SEARCH 1 (MODSEQ ${max})`)).toMatchObject({ modseq: max });
    expect(responseOf(`* ESEARCH UID MODSEQ ${max}`)).toMatchObject({ modseq: max });
    expect(responseOf(`* 1 FETCH (MODSEQ (${max + 1n}))`).kind).toBe('malformed');
  });
});

test('BINARY with its origin, BINARY.SIZE, and UIDFETCH of a server without sequence numbers', () => {
  const answer = fetchOf(
    '* 1 FETCH (BINARY[1.2]<7> ~{2}\r\na\0 BINARY.SIZE[1] 5 BINARY.SIZE[2] 6)',
  );
  expect(answer.binarySizes).toEqual([
    { section: '1', size: 5 },
    { section: '2', size: 6 },
  ]);
  expect(answer.sections).toMatchObject([{ section: '1.2', origin: 7, isBinary: true }]);
  expect(fetchOf('* 25 UIDFETCH (FLAGS (\\Seen))')).toMatchObject({ uid: 25, flags: ['\\Seen'] });
});

describe('INTERNALDATE', () => {
  test.each([
    ['"17-Jul-1996 02:44:25 -0700"', Date.UTC(1996, 6, 17, 9, 44, 25)],
    ['" 1-jan-2024 00:00:00 +0530"', Date.UTC(2023, 11, 31, 18, 30, 0)],
    ['"1-Jan-2024 00:00:00"', Date.UTC(2024, 0, 1)],
    ['"31-Foo-2024 00:00:00 +0000"', undefined],
    ['"31-anf-2024 00:00:00 +0000"', undefined],
    ['"1-Jan-2024 00:00:00 0000"', undefined],
    ['"1-Jan-2024 00:00:00 +00000"', undefined],
    ['"1-Jan-2024 00-00-00 +0000"', undefined],
    ['"123-Jan-2024 00:00:00 +0000"', undefined],
    ['"1-Jan-20x4 00:00:00 +0000"', undefined],
    ['"1-Jan-2024 00:00"', undefined],
    ['"yesterday"', undefined],
    ['NIL', undefined],
  ])('%s', (written, date) => {
    expect(fetchOf(`* 1 FETCH (INTERNALDATE ${written} UID 1)`).internalDate).toBe(date);
  });
});

describe('status responses', () => {
  test.each([
    ['[PERMANENTFLAGS (a] \\*)] x', { name: 'PERMANENTFLAGS', list: ['a]', '\\*'] }, 'x'],
    ['[BADCHARSET ("utf-8" KOI8-R)]', { name: 'BADCHARSET', list: ['utf-8', 'KOI8-R'] }, ''],
    ['[UIDVALIDITY] x', { name: 'UIDVALIDITY' }, 'x'],
    ['[COPYUID 38505 304,319:320 1:2] x', { name: 'COPYUID', text: '38505 304,319:320 1:2' }, 'x'],
    ['[read-only]x', { name: 'READ-ONLY' }, 'x'],
    ['[X "]"] x', { name: 'X', text: '"]"' }, 'x'],
    ['[X "] x', { name: 'X', text: '"' }, 'x'],
  ])('%s', (words, code, text) => {
    expect(responseOf(`* OK ${words}`)).toMatchObject({ code, text });
  });

  test('control characters and stray octets in the words do not reach a terminal', () => {
    expect(responseOf('* NO \x1b[31mred\x07 Gr\xfc\xdfe')).toMatchObject({
      text: '\ufffd[31mred\ufffd Grüße',
    });
  });
});

describe('body structures', () => {
  test('a message within a message', () => {
    const inner = '("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1)';
    const envelope = '(NIL "inner" NIL NIL NIL NIL NIL NIL NIL NIL)';
    const line = `* 1 FETCH (BODYSTRUCTURE ("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 99 ${envelope} ${inner} 4 NIL ("inline" NIL) ("en" "de") "loc" (1 "x")))`;
    expect(fetchOf(line).bodyStructure).toMatchObject({
      type: 'MESSAGE',
      lines: 4,
      envelope: { subject: 'inner' },
      body: { kind: 'single', type: 'TEXT', size: 5, lines: 1 },
      md5: null,
      disposition: { type: 'inline', parameters: new Map() },
      language: ['en', 'de'],
      location: 'loc',
    });
  });

  test('nesting beyond the limit is one malformed response', () => {
    const depth = limits.depth + 1;
    const line = `* 1 FETCH (BODYSTRUCTURE ${'('.repeat(depth)}${')'.repeat(depth)})`;
    expect(responseOf(line)).toMatchObject({
      kind: 'malformed',
      reason: expect.stringMatching(/nested/),
    });
  });
});

describe('malformed responses', () => {
  test.each([
    '',
    'garbage',
    '*',
    '* ',
    'A1 WHAT x',
    '* 1 FETCH',
    '* 1 FETCH (UID)',
    '* 1 FETCH (UID 3',
    '* 1 FETCH (UID 3) x',
    '* 1 FETCH (BODY[ NIL)',
    '* 1 FETCH (BODY[] {3})',
    '* 1 FETCH (ENVELOPE (NIL))',
    '* 1 FETCH (BODYSTRUCTURE ())',
    '* SEARCH 1 x',
    '* LIST (',
    '* LIST () "/"',
    '* STATUS a',
    '* VANISHED 0:3',
    '* ESEARCH UID ALL 1:x',
    '* NAMESPACE (("" "/"',
  ])('%j', line => {
    expect(responseOf(line)).toMatchObject({
      kind: 'malformed',
      reason: expect.stringMatching(/^expected /),
    });
  });

  test('the excerpt is short and can be shown', () => {
    const response = responseOf(`* 1 FETCH (\x1b${'x'.repeat(10_000)}`);
    expect(response.kind === 'malformed' && response.excerpt.length).toBe(limits.keptExcerpt);
    expect(response).toMatchObject({ excerpt: expect.stringMatching(/^\* 1 FETCH \(\ufffdxx/) });
  });
});

describe('streamed literals', () => {
  function parseStreamed(head: string, tail: string, discard = false) {
    const events: string[] = [];
    const sink: LiteralSink = {
      write: chunk => events.push(chunk.toString()),
      end: () => events.push('end'),
      abort: () => events.push('abort'),
    };
    const size = discard ? limits.memoryLiteral + 1 : 2;
    const chunks = [`${head}{${size}}\r\n`, 'x'.repeat(size), `${tail}\r\n`];
    const [frame] = framesOf(
      chunks.map(chunk => Buffer.from(chunk)),
      discard ? undefined : { open: () => sink },
    );
    return { response: frame && parseResponse(frame), sink, events };
  }

  test('a section carries its sink on', () => {
    const { response, sink, events } = parseStreamed('* 1 FETCH (BODY[] ', ' UID 3)');
    expect(response).toMatchObject({
      uid: 3,
      sections: [{ section: '', data: { kind: 'streamed', size: 2 } }],
    });
    const data = response?.kind === 'fetch' && response.sections[0]?.data;
    expect(data && data.kind === 'streamed' && data.sink).toBe(sink);
    expect(events).toEqual(['xx', 'end']);
  });

  test.each([
    ['* 1 FETCH (X-OTHER ', ' UID x)', 'malformed'],
    ['* 1 FETCH (X-OTHER ', ' UID 3)', 'fetch'],
    ['* X-OTHER ', '', 'other'],
    ['* LIST () "/" ', '', 'malformed'],
  ])('%s…%s gives its sink up', (head, tail, kind) => {
    const { response, events } = parseStreamed(head, tail);
    expect(response?.kind).toBe(kind);
    expect(events).toEqual(['xx', 'end', 'abort']);
  });

  test('a body that had no place is malformed, not empty', () => {
    const { response } = parseStreamed('* 1 FETCH (BODY[] ', ' UID 3)', true);
    expect(response).toMatchObject({
      kind: 'malformed',
      reason: expect.stringMatching(/fit into memory/),
    });
  });
});
