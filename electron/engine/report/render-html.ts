import { createHash } from 'node:crypto';
import type { Failure } from '../../../shared/model/failure.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import { sumOf, sumParts } from '../../../shared/model/sum.ts';
import { english } from './english.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlStyle } from './html-style.ts';
import type { ReportWords } from './report-words.ts';
import { accountName, otherFolder } from './sentences.ts';
import { type Counts, countsOf, failures, totals } from './totals.ts';
import { verdict } from './verdict.ts';

/** The style is allowed by its hash and nothing else at all, so that even a mistake in escaping runs and loads nothing. */
const styleHash = createHash('sha256').update(htmlStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** The report as one page that needs nothing else, on a screen and on paper. */
export function renderHtml(report: CompletenessReport, words: ReportWords = english): string {
  const { title, sentences, isGood } = verdict(report, words);
  const { user, host } = report.account;
  const said = saidIn(words);
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(words.say('pageTitle', { title, user, host }))}</title>
<style>${htmlStyle}</style>
</head>
<body>
<h1>${said('heading')}</h1>
<section class="verdict ${isGood ? 'good' : 'bad'}">
<p class="title">${isGood ? safe : needs} ${escapeHtml(title)}</p>
${sentences.map(sentence => `<p>${escapeHtml(sentence)}</p>`).join('\n')}
</section>
${sum(report, words)}
${facts(report, words)}
${report.mailboxes.length === 0 ? '' : folders(report, words)}
${notReached(report, words)}
${others(report, words)}
${exceptions(report, words)}
${toKnow(report, words)}
</body>
</html>
`;
}

/** The signs of the window: scalloped is safe, a diamond needs somebody. */
const safe =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M14.73 1.81A4.2 4.2 0 0 1 19.46 4.54A4.2 4.2 0 0 1 22.19 9.27A4.2 4.2 0 0 1 22.19 14.73A4.2 4.2 0 0 1 19.46 19.46A4.2 4.2 0 0 1 14.73 22.19A4.2 4.2 0 0 1 9.27 22.19A4.2 4.2 0 0 1 4.54 19.46A4.2 4.2 0 0 1 1.81 14.73A4.2 4.2 0 0 1 1.81 9.27A4.2 4.2 0 0 1 4.54 4.54A4.2 4.2 0 0 1 9.27 1.81A4.2 4.2 0 0 1 14.73 1.81Z"/><path class="ink" d="m7.8 12.3 2.9 2.9 5.6-6"/></svg>';
const needs =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><rect fill="currentColor" x="4" y="4" width="16" height="16" rx="4" transform="rotate(45 12 12)"/><path class="ink" d="M12 7.3v5.4M12 16.3v.01"/></svg>';

/** The proof as an equation. */
function sum({ verdict: found }: CompletenessReport, words: ReportWords): string {
  const counts = sumOf(found);
  if (counts === undefined) return '';
  const terms = sumParts.map(
    part =>
      `<div><dt>${escapeHtml(words.say(`sum.${part}`))}</dt><dd>${words.number(counts[part])}</dd></div>`,
  );
  return `<dl class="sum">\n${terms.join('\n')}\n</dl>`;
}

/** Says it as HTML. */
function saidIn({ say }: ReportWords): ReportWords['say'] {
  return (key, values) => escapeHtml(say(key, values));
}

function facts(report: CompletenessReport, words: ReportWords): string {
  const { account, startedAt, finishedAt } = report;
  const said = saidIn(words);
  const pairs = [
    [said('account'), accountName(words, account)],
    [said('archive'), report.folder],
    [said('started'), words.moment(startedAt)],
    [said('ended'), words.moment(finishedAt)],
    [said('thisRun'), work(report, words)],
    [said('madeBy'), `Mailstow ${report.mailstow}`],
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd>${isolated(value)}</dd>`);
  return `<dl class="facts">\n${pairs.join('\n')}\n</dl>`;
}

function work({ stored, renamed, storedBytes }: CompletenessReport, words: ReportWords): string {
  const written = words.say('written', { count: stored, size: words.size(storedBytes) });
  return renamed === 0 ? written : `${written}; ${words.say('renamed', { count: renamed })}`;
}

function folders({ mailboxes }: CompletenessReport, words: ReportWords): string {
  const said = saidIn(words);
  const rows = mailboxes.map(
    report =>
      `<tr><th scope="row">${isolated(report.mailbox)}</th>${cells(countsOf(report), words)}</tr>`,
  );
  const all = totals(mailboxes);
  const numbering = mailboxes.map(
    ({ mailbox, uidValidity }) => `<p>${isolated(mailbox)}: UIDVALIDITY ${uidValidity}</p>`,
  );
  const titles = [
    said('folder'),
    said('onServer'),
    said('excluded'),
    said('selected'),
    said('archived'),
    said('missingColumn'),
    said('gone'),
  ];
  const sum = said('folders', { count: mailboxes.length });
  return `<h2>${said('folderByFolder')}</h2>
<div class="wide">
<table>
<thead><tr>${titles.map(title => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot><tr><th scope="row">${sum}</th>${cells(all, words)}</tr></tfoot>
</table>
</div>
<p class="note">${said('countsNote')}</p>
<details class="numbering"><summary>${said('details')}</summary>
${numbering.join('\n')}
</details>`;
}

function cells(counts: Counts, words: ReportWords): string {
  const { onServer, unnamed, excluded, selected, archived, elsewhere, missing, gone } = counts;
  const said = saidIn(words);
  const cell = (value: number, remark = '') =>
    `<td>${words.number(value)}${remark === '' ? '' : `<small>${remark}</small>`}</td>`;
  return [
    cell(onServer, unnamed === 0 ? '' : said('notNamed', { messages: unnamed })),
    cell(excluded),
    cell(selected),
    cell(archived, elsewhere === 0 ? '' : said('elsewhere', { messages: elsewhere })),
    missing === 0 ? cell(0) : `<td class="lack">${words.number(missing)}</td>`,
    cell(gone),
  ].join('');
}

function notReached(report: CompletenessReport, words: ReportWords): string {
  if (report.notReached.length === 0) return '';
  const said = saidIn(words);
  const names = report.notReached.map(name => `<li>${isolated(name)}</li>`);
  return `<h2>${said('notReached')}</h2>
<p class="note">${said('notReachedNote')}</p>
<ul>
${names.join('\n')}
</ul>`;
}

function others(report: CompletenessReport, words: ReportWords): string {
  if (report.others.length === 0) return '';
  const lines = report.others.map(other => `<li>${isolated(otherFolder(words, other))}</li>`);
  return `<h2>${saidIn(words)('otherFolders')}</h2>
<ul>
${lines.join('\n')}
</ul>`;
}

function toKnow({ warnings }: CompletenessReport, words: ReportWords): string {
  if (warnings.length === 0) return '';
  const lines = warnings.map(warning => {
    const { text, isEnglish } = words.warning(warning);
    return `<li${isEnglish ? ' lang="en"' : ''}>${isolated(text)}</li>`;
  });
  return `<h2>${saidIn(words)('toKnow')}</h2>
<ul>
${lines.join('\n')}
</ul>`;
}

function exceptions(report: CompletenessReport, words: ReportWords): string {
  const all = failures(report);
  if (all.length === 0) return '';
  const said = saidIn(words);
  const byMailbox = Map.groupBy(all, ({ mailbox }) => mailbox);
  const groups = [...byMailbox].map(
    ([
      mailbox,
      those,
    ]) => `<h3>${mailbox === undefined ? said('theAccount') : isolated(mailbox)}</h3>
<ul>
${those.map(each => exception(each, words)).join('\n')}
</ul>`,
  );
  return `<h2>${said('wentWrong')}</h2>\n${groups.join('\n')}`;
}

function exception(failure: Failure, words: ReportWords): string {
  const { kind, uid, serverText, rawPath } = failure;
  const said = saidIn(words);
  const { message, nextStep, original } = words.failure(failure);
  const place = uid === undefined ? '' : `<strong>${said('message', { uid })}</strong> `;
  const kept =
    rawPath === undefined ? '' : `<p>${said('keptIn')} <code>${escapeHtml(rawPath)}</code>.</p>`;
  const exact = original === undefined ? '' : `<p lang="en">${isolated(original)}</p>`;
  const spoken =
    serverText === undefined
      ? ''
      : `<p>${said('serverWords')} <code>${isolated(serverText)}</code></p>`;
  const what = `${said('kind')} ${escapeHtml(kind)}${uid === undefined ? '' : `, UID ${uid}`}`;
  return `<li>
<p>${place}${isolated(message)}</p>
${kept}<p class="next">${isolated(nextStep)}</p>
<details><summary>${said('details')}</summary>${exact}${spoken}<p>${what}</p></details>
</li>`;
}

/** A name in another direction of writing must not turn its surroundings around. */
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
