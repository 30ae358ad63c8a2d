/** The page's only style; light and dark, narrow and wide, and on paper. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f9f9; --paper: #ffffff; --ink: #132020; --soft: #4a5a5a; --line: #d9e2e2;
  --good: #1c8049; --good-ink: #146c3c; --bad: #b66a00; --bad-ink: #845000; --on-sign: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121919; --paper: #182121; --ink: #e6eeed; --soft: #a8b8b7; --line: #2d3b3b;
    --good: #3fb574; --good-ink: #74d59b; --bad: #e3a02f; --bad-ink: #f2bf66; --on-sign: #08150e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 56rem; padding: 2rem 1.5rem 3rem;
  background: var(--page); color: var(--ink);
  font: .875rem/1.25rem system-ui, sans-serif;
}
h1 { margin: 0 0 1.5rem; font-size: 1rem; font-weight: 600; color: var(--soft); }
h2 { margin: 2.5rem 0 .75rem; font-size: 1rem; }
h3 { margin: 1.25rem 0 .5rem; font-size: .875rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
.verdict { overflow-wrap: anywhere; }
.verdict p { max-width: 45rem; font-size: 1rem; line-height: 1.5rem; }
.verdict .title { display: flex; gap: .75rem; align-items: center; margin: 0 0 .5rem; font-size: 1.75rem; line-height: 2.25rem; font-weight: 600; letter-spacing: -.018em; }
.title svg { flex: none; width: 2.25rem; height: 2.25rem; }
.ink { fill: none; stroke: var(--on-sign); stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.good svg { color: var(--good); }
.bad svg { color: var(--bad); }
.sum { display: flex; margin: 1.5rem 0; padding: 1rem 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--paper); font-variant-numeric: tabular-nums; }
.sum > div { display: grid; flex: 1 1 0; grid-template-columns: 2rem minmax(0, 1fr); }
.sum > div:first-child { grid-template-columns: 0 minmax(0, 1fr); }
.sum dt { grid-column: 2; color: var(--soft); font-size: .75rem; line-height: 1rem; }
.sum dd { grid-row: 1; grid-column: 2; margin: 0; font-size: 1rem; line-height: 1.5rem; font-weight: 600; }
.sum > div + div::before { grid-row: 1; justify-self: center; font-size: 1rem; line-height: 1.5rem; color: var(--soft); content: "+" / ""; }
.sum > div:nth-child(2)::before { content: "=" / ""; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1.5rem 0 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; }
th:not(:first-child) { width: 6.75rem; }
thead th { font-size: .875rem; font-weight: 600; color: var(--soft); vertical-align: bottom; }
tbody th, tfoot th { font-weight: 400; }
th:first-child { padding-left: 0; text-align: left; min-width: 10rem; overflow-wrap: anywhere; }
td small { display: block; font-weight: 400; color: var(--soft); font-size: .8125rem; }
tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--line); font-weight: 600; }
tfoot th:first-child { font-weight: 600; }
td.lack { color: var(--bad-ink); font-weight: 600; }
.note { color: var(--soft); font-size: .875rem; margin-top: .75rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .75rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.next { color: var(--soft); }
details { margin-top: .25rem; font-size: .875rem; }
summary { cursor: pointer; color: var(--soft); }
details p { margin-left: 1rem; }
code { font: .875em ui-monospace, monospace; }
@media (max-width: 40rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .sum { display: grid; gap: .5rem; }
  .sum > div, .sum > div:first-child { grid-template-columns: 1.5rem max-content minmax(0, 1fr); column-gap: .5rem; align-items: baseline; }
  .sum dd { min-width: 4rem; text-align: right; }
  .sum dt { grid-row: 1; grid-column: 3; }
  .facts dd { margin-bottom: .5rem; }
}
@page { margin: 16mm; }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb;
    --good: #146c3c; --good-ink: #146c3c; --bad: #845000; --bad-ink: #845000; --on-sign: #fff;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  svg { print-color-adjust: exact; }
  .wide { overflow: visible; }
  th, td { padding: 3pt 5pt; }
  th:not(:first-child) { width: 11%; }
  .numbering { display: none; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, li, .verdict, .sum { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
}
`;
