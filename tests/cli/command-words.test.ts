import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandWords } from '../../electron/cli/command-words.ts';
import { MailstowError } from '../../electron/engine/errors.ts';

const words = (text: string) => commandWords(text, '--password-command');
const problemOf = (text: string) => {
  try {
    words(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    return error.message;
  }
};

describe('the words of a command', () => {
  test.each([
    ['pass show mail', ['pass', 'show', 'mail']],
    ['  pass\t\'a b\'  "c d" ', ['pass', 'a b', 'c d']],
    ['x \'\' ""', ['x', '', '']],
    ['x \'it"s\' "it\'s"', ['x', 'it"s', "it's"]],
    ["x a'b'c", ['x', 'abc']],
    ["x '$HOME | rm' --y='a;b'", ['x', '$HOME | rm', '--y=a;b']],
    ["sh -c 'gpg -d x | head -1'", ['sh', '-c', 'gpg -d x | head -1']],
    ['x a*b ?c [d] #e a~b', ['x', 'a*b', '?c', '[d]', '#e', 'a~b']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.skipIf(process.platform === 'win32')('with backslashes', () => {
    expect(words(String.raw`x a\ b \" "\"\n\$" \|`)).toEqual([
      ...['x', 'a b', '"', String.raw`"\n$`, '|'],
    ]);
  });

  test.each([
    'a | b',
    'a; b',
    'a && b',
    'a > b',
    'a $(b)',
    'a $B',
    'a `b`',
    'a "$B"',
    '~/bin/a',
    'a\nb',
  ])('%j means something in a shell alone: refused', text => {
    expect(problemOf(text)).toMatch(/^--password-command runs a program, not a shell, and /);
  });

  test('without an end, or without a program', () => {
    expect(problemOf("a 'b")).toBe("--password-command has a ' without its end.");
    for (const text of ['', '  ', "''", '"" a']) {
      expect(problemOf(text)).toBe('--password-command names no program.');
    }
  });

  test('any words come through quotes as they are', () => {
    const word = fc.string({ unit: 'grapheme' }).filter(each => !each.includes("'"));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), given => {
        fc.pre(given[0] !== '');
        expect(words(given.map(each => `'${each}'`).join(' '))).toEqual(given);
      }),
    );
  });

  test.skipIf(process.platform === 'win32')(
    'are those of a shell, or none',
    { timeout: 120_000 },
    () => {
      const text = fc.string({ unit: fc.constantFrom(...`ab '"\\|$~;`), maxLength: 8 });
      // A shell reads on in the next line.
      const whole = text.filter(each => !each.endsWith('\\'));
      const seen: { ours: string[]; given: string }[] = [];
      fc.assert(
        fc.property(whole, given => {
          try {
            seen.push({ ours: words(`x ${given}`), given });
          } catch (error) {
            if (!(error instanceof MailstowError)) throw error;
          }
        }),
        { numRuns: 2000 },
      );
      expect(seen.length).toBeGreaterThan(100);
      const lines = seen.map(({ given }) => `printf '%s\\0' x ${given}\nprintf '\\1'`);
      const { stdout } = spawnSync('sh', { input: lines.join('\n'), encoding: 'utf8' });
      const theirs = stdout.split('\u0001').slice(0, -1);
      expect(theirs.map(each => each.split('\0').slice(0, -1))).toEqual(
        seen.map(({ ours }) => ours),
      );
    },
  );
});
