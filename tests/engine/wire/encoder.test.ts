import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Argument,
  atom,
  encodeCommand,
  list,
  string,
} from '../../../electron/engine/wire/encoder.ts';
import { Lexer } from '../../../electron/engine/wire/lexer.ts';
import { frameOf } from './frames.ts';

const plain = { literalPlus: false, literalMinus: false, utf8: false };
const mailbox = (name: string): Argument => ({ kind: 'mailbox', name });
const rawMailbox = (octets: string): Argument => ({ kind: 'raw-mailbox', octets });

function sent(args: readonly Argument[], options = {}): string[] {
  const parts = encodeCommand('A1', 'X', args, { ...plain, ...options });
  return parts.map(part => part.toString('latin1'));
}

describe('arguments on the wire', () => {
  test.each<[string, readonly Argument[], string]>([
    ['none', [], 'A1 X\r\n'],
    ['an atom', [atom('1:*')], 'A1 X 1:*\r\n'],
    ['a string', [string('a "b" \\')], 'A1 X "a \\"b\\" \\\\"\r\n'],
    ['an empty string', [string('')], 'A1 X ""\r\n'],
    ['a mailbox', [mailbox('Entwürfe & Co')], 'A1 X "Entw&APw-rfe &- Co"\r\n'],
    ['a pattern', [mailbox('*')], 'A1 X "*"\r\n'],
    ['a mailbox as it came', [rawMailbox('R&D')], 'A1 X "R&D"\r\n'],
    ['lists', [list([atom('A'), list([]), string('b')])], 'A1 X (A () "b")\r\n'],
  ])('%s', (_, args, expected) => {
    expect(sent(args)).toEqual([expected]);
  });

  test('a string beyond ASCII waits for the server to ask for it', () => {
    expect(sent([string('ü'), string('é'), atom('z')])).toEqual([
      'A1 X {2}\r\n',
      '\xc3\xbc {2}\r\n',
      '\xc3\xa9 z\r\n',
    ]);
  });

  test('under LITERAL+ it does not wait', () => {
    const long = 'ü'.repeat(3000);
    expect(sent([string('ü')], { literalPlus: true })).toEqual(['A1 X {2+}\r\n\xc3\xbc\r\n']);
    expect(sent([string(long)], { literalPlus: true })).toHaveLength(1);
  });

  test('under LITERAL- it waits above 4096 octets', () => {
    expect(sent([string('ü'.repeat(2048))], { literalMinus: true })).toHaveLength(1);
    expect(sent([string('ü'.repeat(2049))], { literalMinus: true })).toHaveLength(2);
  });

  test('where UTF-8 is enabled it is quoted', () => {
    expect(sent([string('ü"'), mailbox('日')], { utf8: true })).toEqual([
      'A1 X "\xc3\xbc\\"" "\xe6\x97\xa5"\r\n',
    ]);
    expect(sent([rawMailbox('\xfc')], { utf8: true })).toEqual(['A1 X {1}\r\n', '\xfc\r\n']);
  });
});

describe('what must never be sent', () => {
  const bad = ['\r', '\n', '\0', 'a\r\nA2 LOGOUT', 'ü\n', 'ü\0'];

  test.each(bad)('%j', text => {
    for (const options of [{}, { utf8: true }, { literalPlus: true }]) {
      expect(() => sent([string(text)], options)).toThrow(/was not sent/);
      expect(() => sent([rawMailbox(Buffer.from(text).toString('latin1'))], options)).toThrow();
      expect(() => sent([list([atom(text)])], options)).toThrow(/was not sent/);
    }
    expect(() => sent([mailbox(text)], { utf8: true })).toThrow(/mailbox name .* was not sent/);
  });

  test('half a character', () => {
    expect(() => sent([string('\ud800')])).toThrow(/half a character/);
    expect(() => sent([mailbox('\ud800')], { utf8: true })).toThrow(/half a character/);
  });

  test('the refusal does not repeat the value', () => {
    expect(() => sent([string('hunter2\n')])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});

test('what is sent reads back as what was given, in every mode', () => {
  const text = fc
    .string({ unit: 'binary' })
    .map(value => value.replace(/[\0\r\n]/g, ''))
    .filter(value => value.isWellFormed());
  fc.assert(
    fc.property(text, text, fc.boolean(), fc.boolean(), (first, second, literalPlus, utf8) => {
      const args = [string(first), list([string(second)])];
      const lexer = new Lexer(frameOf(sent(args, { literalPlus, utf8 }).join('')));
      expect(lexer.expectAtom('the tag')).toBe('A1');
      lexer.expectSpace();
      expect(lexer.expectAtom('the name')).toBe('X');
      lexer.expectSpace();
      expect(lexer.string()).toBe(first);
      lexer.expectSpace();
      lexer.expectList(() => expect(lexer.string()).toBe(second));
      expect(lexer.done).toBe(true);
    }),
    { numRuns: 300 },
  );
});
