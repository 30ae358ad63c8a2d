import { ours } from '../contestants.ts';
import { contestantNames } from './contestant-names.ts';
import type { Result } from './results.ts';
import { threeDigits } from './three-digits.ts';

const width = 860;
const barsFrom = 190;
const barsTo = 760;
const lineHeight = 22;
const barHeight = 14;
const headHeight = 34;

interface Row {
  readonly title: string;
  readonly results: readonly Result[];
}

/**
 * Bars of the medians as an SVG that stands alone: one group for each row of the table, each drawn to
 * the scale of its slowest, because a group compares and the groups do not.
 */
export function renderChart(results: readonly Result[]): string {
  const rows = [...Map.groupBy(results, each => `${each.race}, ${each.phase}`)].map(
    ([title, group]): Row => ({ title, results: inOrder(group) }),
  );
  const heights = rows.map(row => headHeight + row.results.length * lineHeight);
  const height = heights.reduce((sum, each) => sum + each, 0) + 20;
  const groups = rows.map((row, n) => {
    const top = heights.slice(0, n).reduce((sum, each) => sum + each, 0);
    return renderGroup(row, top);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">How long each program takes</title>
<desc id="description">${escapeXml(rows.map(inWords).join(' '))}</desc>
<style>
svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
.back { fill: #ffffff; }
text { fill: #1f2328; }
.head { font-weight: 600; }
.bar { fill: #8c959f; }
.ours { fill: #0969da; }
@media (prefers-color-scheme: dark) {
  .back { fill: #0d1117; }
  text { fill: #e6edf3; }
  .bar { fill: #6e7681; }
  .ours { fill: #4493f8; }
}
</style>
<rect class="back" width="${width}" height="${height}"/>
${groups.join('\n')}
</svg>
`;
}

function inOrder(results: readonly Result[]): Result[] {
  const placeOf = ({ contestant }: Result) => contestantNames.indexOf(contestant);
  return results.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function renderGroup({ title, results }: Row, top: number): string {
  const slowest = Math.max(...results.map(each => each.seconds));
  const head = `<text class="head" x="10" y="${top + 24}">${escapeXml(title)}</text>`;
  const bars = results.map(({ contestant, seconds }, n) => {
    const y = top + headHeight + n * lineHeight;
    const length = Math.max(1, ((barsTo - barsFrom) * seconds) / slowest).toFixed(1);
    const kind = contestant === ours ? 'ours' : 'bar';
    return [
      `<text x="${barsFrom - 8}" y="${y + 12}" text-anchor="end">${escapeXml(contestant)}</text>`,
      `<rect class="${kind}" x="${barsFrom}" y="${y}" width="${length}" height="${barHeight}"/>`,
      `<text x="${barsFrom + Number(length) + 6}" y="${y + 12}">${threeDigits(seconds)} s</text>`,
    ].join('\n');
  });
  return [head, ...bars].join('\n');
}

function inWords({ title, results }: Row): string {
  const times = results.map(each => `${each.contestant} ${threeDigits(each.seconds)} seconds`);
  return `${title}: ${times.join(', ')}.`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
