import { describe, expect, test } from 'vitest';
import { Lexer } from '../../../electron/engine/wire/lexer.ts';
import { limits } from '../../../electron/engine/wire/limits.ts';
import { frameOf } from './frames.ts';

const lexerOf = (text: string) => new Lexer(frameOf(`${text}\r\n`));

describe('numbers', () => {
  test.each(['0', '1', '4294967295'])('%s is a number', digits => {
    expect(lexerOf(digits).expectNumber()).toBe(Number(digits));
  });

  test.each(['4294967296', '99999999999999999999', 'x', '-1', ''])('%s is none', digits => {
    expect(() => lexerOf(digits).expectNumber()).toThrow(/expected a number/);
  });

  test.each(['0', '9007199254740993', '9223372036854775807'])('%s keeps its precision', digits => {
    expect(lexerOf(digits).expectBigNumber()).toBe(BigInt(digits));
  });

  test.each(['9223372036854775808', '9'.repeat(5000), ''])('%s is beyond 63 bits', digits => {
    expect(() => lexerOf(digits).expectBigNumber()).toThrow(/expected a number/);
  });
});

describe('strings', () => {
  test.each([
    ['""', ''],
    ['"a b"', 'a b'],
    ['"a\\"b\\\\"', 'a"b\\'],
    ['"\\\\"', '\\'],
    ['"\\Sent"', '\\Sent'],
    ['"Gr\xc3\xbc\xc3\x9fe"', 'Grüße'],
    ['"Gr\xfc\xdfe"', 'Grüße'],
    ['{3}\r\na\r\n', 'a\r\n'],
    ['~{2}\r\n\0a', '\0a'],
  ])('%j', (text, value) => {
    const lexer = lexerOf(text);
    expect(lexer.string()).toBe(value);
    expect(lexer.done).toBe(true);
  });

  test.each(['"', '"abc', '"abc\\"', '"\\'])('%s has no end', text => {
    expect(() => lexerOf(text).string()).toThrow('expected the end of a quoted string at octet 0');
  });

  test('NIL in any case is null, and a word that begins like it is not', () => {
    expect(lexerOf('NIL').expectNstring()).toBeNull();
    expect(lexerOf('nil)').expectNstring()).toBeNull();
    expect(lexerOf('NILS').nil()).toBe(false);
    expect(() => lexerOf('NILS').expectNstring()).toThrow('expected a string or NIL');
  });

  test('an astring may be an atom with a bracket in it', () => {
    expect(lexerOf('a]b c').expectAstring()).toBe('a]b');
    expect(() => lexerOf('(a').expectAstring()).toThrow('expected a string at octet 0');
  });

  test('a brace that is not at the end of its segment is no literal', () => {
    expect(lexerOf('{3} x').literal()).toBeUndefined();
  });
});

describe('lists', () => {
  test('spaces are taken as they come', () => {
    const lexer = lexerOf('( a  b c(d)) x');
    const words: string[] = [];
    lexer.expectList(() => {
      if (!lexer.list(() => words.push(`in ${lexer.word()}`))) words.push(lexer.word() ?? '?');
    });
    expect(words).toEqual(['a', 'b', 'c', 'in d']);
    expect(lexer.space()).toBe(true);
    expect(lexer.word()).toBe('x');
  });

  test('a list without end is an error, and its place is named behind a literal', () => {
    expect(() => lexerOf('(a b').skipValue()).toThrow('expected a value at octet 4');
    expect(() => lexerOf('({1}\r\na b').skipValue()).toThrow('at octet 2 behind literal 1');
  });

  test('nesting is bounded', () => {
    const nested = (depth: number) => '('.repeat(depth) + ')'.repeat(depth);
    expect(() => lexerOf(nested(limits.depth)).skipValue()).not.toThrow();
    expect(() => lexerOf(nested(limits.depth + 1)).skipValue()).toThrow('nested lists');
    expect(() => lexerOf('('.repeat(1_000_000)).skipValue()).toThrow('nested lists');
  });
});
