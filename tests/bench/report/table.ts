import { drains, ours } from '../contestants.ts';
import { contestantNames } from './contestant-names.ts';
import { type Findings, fastest } from './findings.ts';
import type { Figure, Result } from './results.ts';
import type { Verdict } from './targets.ts';
import { threeDigits } from './three-digits.ts';

/** All tables, as Markdown. */
export function renderTables(findings: Findings, targets: readonly Verdict[]): string {
  return [
    ...(findings.results.length === 0 ? [] : raceTables(findings)),
    ...(findings.figures.length === 0 ? [] : ['## Other figures', figuresTable(findings.figures)]),
    '## Targets',
    targetsTable(targets),
  ].join('\n\n');
}

function raceTables(findings: Findings): string[] {
  return [
    '## Seconds (median)',
    timesTable(findings),
    '## Peak memory (MB, the greatest)',
    table(findings, each => megabytes(each.peakMemory)),
  ];
}

function figuresTable(figures: readonly Figure[]): string {
  return markdown(
    ['', 'measured'],
    figures.map(each => [each.name, threeDigits(each.value)]),
  );
}

function timesTable(findings: Findings): string {
  const most = Math.max(...findings.results.map(each => each.runs));
  const cells = table(findings, each => {
    const us = fastest(findings, each.race, each.phase, [ours]);
    const ratio =
      us && each.contestant !== ours ? ` (${threeDigits(each.seconds / us.seconds)}×)` : '';
    return `${threeDigits(each.seconds)}${ratio}${runs(each, most)}`;
  });
  const limits = rowsOf(findings.results).flatMap(({ race, phase }) => {
    const limit = fastest(findings, race, phase, drains);
    return limit ? [`${race} ${phase} ${limit.contestant}`] : [];
  });
  const note = 'In brackets: times ours. The limit is the faster drain:';
  return `${cells}\n\n${note} ${limits.join('; ')}.`;
}

/** Marks what ran less often than the others. */
function runs(result: Result, most: number): string {
  if (result.runs === most) return '';
  return result.runs === 1 ? ', 1 run' : `, ${result.runs} runs`;
}

function table({ results }: Findings, cell: (result: Result) => string): string {
  const names = contestantNames.filter(name => results.some(each => each.contestant === name));
  const rows = rowsOf(results).map(({ race, phase }) => [
    `${race}, ${phase}`,
    ...names.map(name => {
      const found = fastest({ results }, race, phase, [name]);
      return found ? cell(found) : '–';
    }),
  ]);
  return markdown(['', ...names], rows);
}

function rowsOf(results: readonly Result[]): Pick<Result, 'race' | 'phase'>[] {
  const rows = Map.groupBy(results, each => `${each.race}, ${each.phase}`);
  return [...rows.values()].flatMap(group => group.slice(0, 1));
}

function targetsTable(targets: readonly Verdict[]): string {
  const rows = targets.map(({ what, against, bound, limit, unit, value, met }) => [
    what,
    against,
    `${bound === 'at most' ? '≤' : '≥'} ${limit} ${unit}`,
    value === undefined ? '–' : `${threeDigits(value)} ${unit}`,
    met === undefined ? 'not measured' : met ? 'met' : '**not met**',
  ]);
  return markdown(['', 'against', 'target', 'measured', ''], rows);
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : (bytes / 1e6).toFixed(0);
}
