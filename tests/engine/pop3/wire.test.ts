import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BodyReader } from '../../../electron/engine/pop3/wire/body-reader.ts';
import { pop3Limits } from '../../../electron/engine/pop3/wire/limits.ts';
import { type FollowUp, ReplyReader } from '../../../electron/engine/pop3/wire/reply-reader.ts';

/** As a server sends a message (RFC 1939 section 3), each line ended in `eol`. */
function stuffed(lines: readonly string[], eol: string): string {
  return lines.map(line => `${line.startsWith('.') ? '.' : ''}${line}${eol}`).join('');
}

/** Cut anywhere. */
function pieces(text: string, cuts: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text, 'latin1');
  const places = [...new Set(cuts.map(cut => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, at) => bytes.subarray(places[at - 1] ?? 0, end));
}

function read(chunks: readonly Buffer[]) {
  const taken: Buffer[] = [];
  const body = new BodyReader({ write: octets => taken.push(Buffer.from(octets)) });
  let rest = 0;
  for (const chunk of chunks) rest += chunk.length - body.push(chunk, 0);
  return { text: Buffer.concat(taken).toString('latin1'), isOver: body.isOver, rest };
}

const cuts = fc.array(fc.nat(), { maxLength: 20 });
const octet = fc.integer({ min: 0, max: 255 });
/** Mostly what a reader could stumble over. */
const content = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'..\rA \0') },
      { weight: 1, arbitrary: octet.map(each => String.fromCharCode(each)) },
    ),
    { maxLength: 8 },
  )
  .map(characters => characters.join(''));

describe('a message comes out as it went in', () => {
  test('with CRLF, lone LF within lines included', () => {
    // A line that ends in CR would end in CR CR LF, which is another line.
    const line = fc
      .tuple(content, content)
      .map(([a, b]) => a.replaceAll('\n', '') + b.replaceAll('\n', ''));
    const withLf = fc
      .tuple(line, fc.boolean(), line)
      .map(([a, has, b]) => (has ? `${a}x\n${b}` : a));
    fc.assert(
      fc.property(fc.array(withLf, { minLength: 1, maxLength: 6 }), cuts, (lines, at) => {
        const all = [
          'Subject: first',
          ...lines.map(each => (each.endsWith('\r') ? `${each}x` : each)),
        ];
        const found = read(pieces(`${stuffed(all, '\r\n')}.\r\n`, at));
        expect(found).toEqual({
          text: all.map(each => `${each}\r\n`).join(''),
          isOver: true,
          rest: 0,
        });
      }),
    );
  });

  test('with LF alone', () => {
    const line = content.map(each => each.replaceAll('\n', '').replace(/\r$/, 'x'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), cuts, (lines, at) => {
        const all = ['Subject: first', ...lines];
        const found = read(pieces(`${stuffed(all, '\n')}.\n`, at));
        expect(found).toEqual({
          text: all.map(each => `${each}\n`).join(''),
          isOver: true,
          rest: 0,
        });
      }),
    );
  });

  test('and ends where it ends, whatever follows', () => {
    fc.assert(
      fc.property(content, cuts, (after, at) => {
        const found = read(pieces(`a\r\n..b\r\n.\r\n${after}`, at));
        expect(found).toMatchObject({ text: 'a\r\n.b\r\n', isOver: true });
        expect(found.rest).toBe(after.length);
      }),
    );
  });

  test('from a server that stuffs nothing, as far as lines are no lone dots', () => {
    expect(read([Buffer.from('a\r\n.b\r\n..c\r\n.\rd\r\n.\r\n')]).text).toBe(
      'a\r\n.b\r\n.c\r\n.\rd\r\n',
    );
  });

  test('a lone LF and a dot are no end where lines end in CRLF', () => {
    expect(read([Buffer.from('a\r\nb\n.\nc\r\n.\r\n')])).toMatchObject({
      text: 'a\r\nb\n.\nc\r\n',
      isOver: true,
    });
    expect(read([Buffer.from('a\r\nb\n.\r\n')]).isOver).toBe(false);
  });

  test('of no octets at all', () => {
    for (const at of [1, 2, 3]) {
      expect(read(pieces('.\r\n', [at]))).toEqual({ text: '', isOver: true, rest: 0 });
    }
  });
});

describe('answers', () => {
  function answers(chunks: readonly Buffer[], follow: (line: string) => FollowUp) {
    const reader = new ReplyReader(follow);
    for (const chunk of chunks) reader.push(chunk);
    return reader;
  }

  test('are cut out of the stream however it is cut', () => {
    const stream =
      '+OK hello\r\n+OK list\r\n1 2\r\n..x\r\n.\r\n+OK mail\r\nA: b\r\n\r\n..\r\n.\r\n-ERR no\n+OK\r\n';
    fc.assert(
      fc.property(cuts, at => {
        const heard: string[] = [];
        answers(pieces(stream, at), line => {
          heard.push(line);
          if (line === '+OK list')
            return {
              kind: 'lines',
              line: text => heard.push(`  ${text}`),
              over: () => heard.push('  over'),
            };
          if (line !== '+OK mail') return { kind: 'nothing' };
          let text = '';
          const write = (octets: Buffer) => {
            text += octets.toString('latin1');
          };
          const target = { write };
          return { kind: 'message', target, over: () => heard.push(`  ${JSON.stringify(text)}`) };
        });
        expect(heard).toEqual([
          '+OK hello',
          '+OK list',
          '  1 2',
          '  .x',
          '  over',
          '+OK mail',
          '  "A: b\\r\\n\\r\\n.\\r\\n"',
          '-ERR no',
          '+OK',
        ]);
      }),
    );
  });

  test.each([
    ['a status', '', pop3Limits.statusLine],
    ['a listing', '+OK\r\n', pop3Limits.listLine],
  ])('%s line without end costs no more memory than its bound', (_name, before, limit) => {
    const lines: FollowUp = { kind: 'lines', line: () => undefined, over: () => undefined };
    const reader = new ReplyReader(() => lines);
    reader.push(Buffer.from(before));
    const piece = Buffer.alloc(1_000, 'x');
    let sent = 0;
    expect(() => {
      for (; sent < 10 * limit; sent += piece.length) reader.push(piece);
    }).toThrow(expect.objectContaining({ kind: 'unparsable-response' }));
    expect(sent).toBeLessThanOrEqual(limit);
  });

  test('take time that grows with their length alone', () => {
    const time = (bytes: number) => {
      const reader = new ReplyReader(() => ({
        kind: 'message',
        target: { write: () => undefined },
        over: () => undefined,
      }));
      reader.push(Buffer.from('+OK\r\nA: b\r\n'));
      const began = performance.now();
      const odd = Buffer.from('\n.\r.\n'.repeat(200));
      for (let sent = 0; sent < bytes; sent += odd.length) reader.push(odd);
      return performance.now() - began;
    };
    // The shortest of some, because a busy machine interrupts any of them.
    const least = (bytes: number) => Math.min(...Array.from({ length: 5 }, () => time(bytes)));
    least(100_000);
    expect(least(2_000_000)).toBeLessThan(60 * Math.max(least(200_000), 1));
  });
});
