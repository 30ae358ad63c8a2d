import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('everything has a default', () => {
  expect(readOptions([], ['S', 'M'])).toEqual({
    presets: ['S', 'M'],
    rounds: 3,
    json: 'bench-results/bench.json',
    svg: 'bench-results/bench.svg',
  });
});

test('presets are a list', () => {
  expect(readOptions(['--presets', 'M,S', '--rounds', '5'], ['S', 'M', 'L'])).toMatchObject({
    presets: ['M', 'S'],
    rounds: 5,
  });
});

test.each([
  [['--presets', 'S,XL'], 'No preset is called XL; there are S, M.'],
  [['--rounds', '0'], '--rounds takes a whole number from 1, not 0.'],
  [['--rounds', 'many'], '--rounds takes a whole number from 1, not many.'],
])('%j is refused in words', (args, words) => {
  expect(() => readOptions(args, ['S', 'M'])).toThrow(words);
});
