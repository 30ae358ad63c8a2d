import { expect, test } from 'vitest';
import { renderChart } from './chart.ts';
import { someResults } from './some-results.ts';

const chart = renderChart(someResults);

test('a bar is as long as its time, and the slowest takes the whole width', () => {
  const lengths = [...chart.matchAll(/<rect class="(?:bar|ours)"[^>]* width="([\d.]+)"/g)].map(
    ([, length]) => Number(length),
  );
  expect(lengths).toHaveLength(4);
  const [us, mbsync] = lengths;
  expect(mbsync).toBe(570);
  expect(us).toBeCloseTo((570 * 4) / 22, 1);
});

test('everything it shows is said in words', () => {
  expect(chart).toContain('M, first run: Mailstow 4.00 seconds, mbsync 22.0 seconds');
  expect(chart).toMatch(/<svg [^>]*role="img" aria-labelledby="title description"/);
});

test('long times are whole seconds', () => {
  const [first] = someResults;
  if (first === undefined) throw new Error('No results');
  expect(renderChart([{ ...first, seconds: 1234.5 }])).toContain('>1235 s</text>');
});

test('has colours for a dark page too', () => {
  expect(chart).toContain('@media (prefers-color-scheme: dark)');
});

test('names cannot break it', () => {
  const [first] = someResults;
  if (first === undefined) throw new Error('No results');
  expect(renderChart([{ ...first, race: '<M> & "L"' }])).toContain(
    '&lt;M&gt; &amp; "L", first run',
  );
});
