import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiteralSink, LiteralStore } from '../../../electron/engine/wire/frame.ts';
import { Framer } from '../../../electron/engine/wire/framer.ts';
import { limits } from '../../../electron/engine/wire/limits.ts';
import { frameOf, framesOf, written } from './frames.ts';

const traces = new URL('../../fixtures/traces/', import.meta.url);
const traceNames = readdirSync(traces).filter(name => name.endsWith('.trace'));

/** Keeps what its sinks get. */
class RecordingStore implements LiteralStore {
  readonly opened: { size: number; prefix: string }[] = [];
  readonly events: string[] = [];
  readonly #give: (size: number) => Buffer | undefined;

  constructor(give: (size: number) => Buffer | undefined = () => undefined) {
    this.#give = give;
  }

  open(size: number, prefix: Buffer): Buffer | LiteralSink {
    this.opened.push({ size, prefix: prefix.toString('latin1') });
    const { events } = this;
    return (
      this.#give(size) ?? {
        write: (chunk: Buffer) => events.push(`write ${chunk.toString('latin1')}`),
        end: () => events.push('end'),
        abort: () => events.push('abort'),
      }
    );
  }
}

describe('chunks', () => {
  test('there are traces to cut', () => {
    expect(traceNames.length).toBeGreaterThan(5);
  });

  test.each(traceNames)('%s gives the same frames octet by octet and in random cuts', name => {
    const octets = readFileSync(new URL(name, traces));
    const whole = framesOf([octets]).map(written);
    expect(whole.length).toBeGreaterThan(3);
    expect(framesOf(Array.from(octets, octet => Buffer.of(octet))).map(written)).toEqual(whole);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: octets.length - 1 })), cuts => {
        const ends = [...cuts, octets.length].sort((a, b) => a - b);
        const chunks = ends.map((end, index) => octets.subarray(ends[index - 1] ?? 0, end));
        expect(framesOf(chunks).map(written)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test('a response within one chunk is sliced, not copied', () => {
    const chunk = Buffer.from('* 1 FETCH (BODY[] {3}\r\nabc)\r\n');
    const [frame] = framesOf([chunk]);
    const [literal] = frame?.literals ?? [];
    expect(literal?.kind === 'memory' && literal.bytes.buffer === chunk.buffer).toBe(true);
    expect(frame?.segments[0]?.buffer).toBe(chunk.buffer);
  });
});

describe('line ends', () => {
  test.each([
    ['* OK a\r\n* OK b\r\n', ['* OK a', '* OK b']],
    ['* OK a\n* OK b\n', ['* OK a', '* OK b']],
    ['* OK a\r\n\r\n* OK b\r\n', ['* OK a', '', '* OK b']],
    ['* OK a\rb\r\n', ['* OK a\rb']],
  ])('%j', (text, lines) => {
    const frames = framesOf([Buffer.from(text)]);
    expect(frames.map(frame => written(frame).segments.join('|'))).toEqual(lines);
  });

  test('a lone LF behind a literal announcement', () => {
    expect(written(frameOf('* 1 FETCH (BODY[] {2}\nab)\n'))).toEqual({
      segments: ['* 1 FETCH (BODY[] {2}', ')'],
      literals: ['ab'],
    });
  });
});

describe('literal announcements', () => {
  test.each(['{2}', '~{2}', '{2+}', '{2-}', '{02}'])('%s announces two octets', announcement => {
    expect(written(frameOf(`* X ${announcement}\r\n\r\n y\r\n`))).toEqual({
      segments: [`* X ${announcement}`, ' y'],
      literals: ['\r\n'],
    });
  });

  test.each([
    '* LIST () "/" "a{3}',
    '* LIST () "/" "a\\"{3}',
    '* X {3} ',
    '* X {}',
    '* X {a}',
    '* X 3}',
    '* OK what is {3}',
    'A7 BAD Unknown command: "A7 FOO" {3}',
    'A7 NO [ALERT] wrong {3}',
    '+ go on {3}',
  ])('%s announces nothing', line => {
    expect(written(frameOf(`${line}\r\n`))).toEqual({ segments: [line], literals: [] });
  });

  test('the code of a status response may hold one', () => {
    expect(written(frameOf('* NO [BADCHARSET ({5}\r\nutf-8)] x\r\n')).literals).toEqual(['utf-8']);
  });

  test('several in one response, one of them empty', () => {
    expect(written(frameOf('* X {1}\r\na {0}\r\n {2}\r\nbc\r\n'))).toEqual({
      segments: ['* X {1}', ' {0}', ' {2}', ''],
      literals: ['a', '', 'bc'],
    });
  });
});

describe('the store', () => {
  const chunks = ['* 1 FETCH (BODY[] {6}\r\nab', 'cd', 'ef)\r\n'].map(text => Buffer.from(text));

  test('gives memory for a literal that spans chunks', () => {
    const memory = Buffer.alloc(6);
    const store = new RecordingStore(() => memory);
    const [frame] = framesOf(chunks, store);
    expect(store.opened).toEqual([{ size: 6, prefix: '* 1 FETCH (BODY[] {6}' }]);
    expect(frame?.literals).toEqual([{ kind: 'memory', bytes: memory }]);
    expect(memory.toString()).toBe('abcdef');
  });

  test('gives a sink that takes the octets as they come', () => {
    const store = new RecordingStore();
    const [frame] = framesOf(chunks, store);
    expect(store.events).toEqual(['write ab', 'write cd', 'write ef', 'end']);
    expect(frame && written(frame)).toEqual({
      segments: ['* 1 FETCH (BODY[] {6}', ')'],
      literals: ['streamed 6'],
    });
  });

  test('its sinks are aborted when the connection ends within the response', () => {
    const store = new RecordingStore();
    const framer = new Framer(() => expect.unreachable(), store);
    framer.push(Buffer.from('* 1 FETCH (BODY[1] {2}\r\na'));
    framer.push(Buffer.from('b BODY[2] {2}\r\nc'));
    framer.end();
    expect(store.events).toEqual(['write a', 'write b', 'end', 'write c', 'abort', 'abort']);
    expect(framer.insideResponse).toBe(false);
  });

  test('a literal too large for memory is passed over where there is none, and the stream goes on', () => {
    const size = limits.memoryLiteral + 1;
    const frames = framesOf([
      Buffer.from(`* 1 FETCH (BODY[] {${size}}\r\n`),
      Buffer.alloc(size, 'x'),
      Buffer.from(')\r\n* 2 EXISTS\r\n'),
    ]);
    expect(frames.map(frame => written(frame))).toEqual([
      { segments: [`* 1 FETCH (BODY[] {${size}}`, ')'], literals: [`streamed ${size}`] },
      { segments: ['* 2 EXISTS'], literals: [] },
    ]);
  });
});

describe('the state between chunks', () => {
  test('insideResponse follows lines, literals and their ends', () => {
    const framer = new Framer(() => undefined);
    const states = ['* 1 FE', 'TCH (X {3}\r\n', 'abc', ')', '\r\n'].map(text => {
      framer.push(Buffer.from(text));
      return framer.insideResponse;
    });
    expect(states).toEqual([true, true, true, true, false]);
  });

  test('reset within a response gives back the rest of the chunk, unframed', () => {
    const lines: string[] = [];
    let injected = '';
    const framer = new Framer(frame => {
      lines.push(...written(frame).segments);
      injected = framer.reset().toString();
    });
    framer.push(Buffer.from('A1 OK begin TLS now\r\n* 1 EXISTS\r\nmore'));
    expect(lines).toEqual(['A1 OK begin TLS now']);
    expect(injected).toBe('* 1 EXISTS\r\nmore');
    framer.push(Buffer.from('A2 OK encrypted\r\n'));
    expect(lines[1]).toBe('A2 OK encrypted');
  });

  test('reset gives back a line whose end has not come', () => {
    const framer = new Framer(() => expect.unreachable());
    framer.push(Buffer.from('* 1 EX'));
    expect(framer.reset().toString()).toBe('* 1 EX');
    expect(framer.reset().length).toBe(0);
  });
});

describe('limits', () => {
  const lost = expect.objectContaining({
    failure: expect.objectContaining({ kind: 'unparsable-response', scope: 'account' }),
  });

  test('a line without end', () => {
    const framer = new Framer(() => expect.unreachable());
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const pushAll = () => {
      for (let pushed = 0; pushed <= limits.responseText; pushed += chunk.length) {
        framer.push(chunk);
      }
    };
    expect(pushAll).toThrow(lost);
    expect(framer.insideResponse).toBe(false);
  });

  test.each([limits.literal + 1, '9'.repeat(40)])('a literal of %s octets', size => {
    expect(() => framesOf([Buffer.from(`* 1 FETCH (BODY[] {${size}}\r\n`)])).toThrow(lost);
  });

  test.each([0, 3])('as many zeros before the size as anybody sends: %s', size => {
    const announced = `{${'0'.repeat(400)}${size}}`;
    expect(framesOf([Buffer.from(`* X ${announced}\r\nabcdef\r\n`)]).map(written)[0]).toEqual({
      segments: [`* X ${announced}`, 'abcdef'.slice(size)],
      literals: ['abcdef'.slice(0, size)],
    });
  });

  test('the largest literal there can be is announced without allocating it', () => {
    const framer = new Framer(() => expect.unreachable());
    framer.push(Buffer.from(`* 1 FETCH (BODY[] {${limits.literal}}\r\nabc`));
    expect(framer.insideResponse).toBe(true);
  });

  test('literals without number', () => {
    const chunk = Buffer.from('{0}\r\n'.repeat(limits.literals + 1));
    expect(() => framesOf([chunk])).toThrow(lost);
  });

  test('more memory than a response may take', () => {
    const size = limits.memoryLiteral;
    const literal = Buffer.concat([Buffer.from(`{${size}}\r\n`), Buffer.alloc(size)]);
    const chunks = Array.from({ length: limits.responseMemory / size + 1 }, () => literal);
    expect(() => framesOf(chunks)).toThrow(lost);
  });
});
