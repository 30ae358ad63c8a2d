/** The page's only style; light and dark, narrow and wide, and on paper. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2129; --soft: #5b6472; --line: #d9dee5;
  --good: #0f6b3a; --good-field: #e7f5ec; --bad: #9b1c1c; --bad-field: #fdecec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191e; --ink: #e6e9ee; --soft: #a3acb9; --line: #353c46;
    --good: #7bd8a2; --good-field: #15301f; --bad: #ffa6a0; --bad-field: #3a1b1b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 64rem; padding: 2rem 1.25rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0 0 1rem; font-size: 1rem; font-weight: 600; color: var(--soft); }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.25rem; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
.verdict { padding: 1.25rem 1.5rem; border-radius: .5rem; border-left: .375rem solid; overflow-wrap: anywhere; }
.verdict p { color: var(--ink); }
.verdict .title { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.25; font-weight: 700; color: inherit; }
.good { background: var(--good-field); border-color: var(--good); color: var(--good); }
.bad { background: var(--bad-field); border-color: var(--bad); color: var(--bad); }
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
td.lack { color: var(--bad); font-weight: 700; }
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
  .facts dd { margin-bottom: .5rem; }
}
@page { margin: 16mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb;
    --good: #0f6b3a; --good-field: #fff; --bad: #9b1c1c; --bad-field: #fff;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .verdict { border: 1.5pt solid; border-left-width: 6pt; }
  .wide { overflow: visible; }
  th, td { padding: 3pt 5pt; }
  th:not(:first-child) { width: 11%; }
  .numbering { display: none; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, li, .verdict { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
}
`;
