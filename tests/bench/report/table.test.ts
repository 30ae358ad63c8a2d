import { expect, test } from 'vitest';
import { someResults } from './some-results.ts';
import { renderTables } from './table.ts';
import { targets, verdicts } from './targets.ts';

const findings = { results: someResults, figures: [{ name: 'round trips', value: 7 }] };
const lines = renderTables(findings, verdicts(targets, findings)).split('\n');

test('times stand beside their ratio to ours, with how often they ran where that is less', () => {
  expect(lines).toContain(
    '| M, first run | 4.00 | 22.0 (5.50×), 1 run | 2.50 (0.625×) | 2.00 (0.500×) |',
  );
});

test('says which drain is the limit', () => {
  expect(lines).toContain(
    'In brackets: times ours. The limit is the faster drain: M first run drain (OpenSSL).',
  );
});

test('memory that was not measured is a dash', () => {
  expect(lines).toContain('| M, first run | 100 | 10 | – | – |');
});

test('each target is met, not met or not measured', () => {
  expect(lines).toContain('| M, first run | mbsync | ≥ 5 × | 5.50 × | met |');
  expect(lines).toContain('| M, first run | limit (drain) | ≤ 1.5 × | 2.00 × | **not met** |');
  expect(lines).toContain('| L, first run | mbsync, FSync no | ≤ 1.25 × | – | not measured |');
});

test('other figures have a table of their own', () => {
  expect(lines).toContain('| round trips | 7.00 |');
});

test('without any race there are no empty tables', () => {
  expect(renderTables({ results: [], figures: [] }, [])).not.toMatch(/Seconds|memory|figures/);
});
