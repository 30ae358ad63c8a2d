import { createHash } from 'node:crypto';
import type { Failure } from '../../../shared/model/failure.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import { english } from './english.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlStyle } from './html-style.ts';
import type { ReportWords } from './report-words.ts';
import { type Counts, countsOf, failures, totals } from './totals.ts';
import { verdict } from './verdict.ts';

/** The style is allowed by its hash and nothing else at all, so that even a mistake in escaping runs and loads nothing. */
const styleHash = createHash('sha256').update(htmlStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** The report as one page that needs nothing else, on a screen and on paper. */
export function renderHtml(report: CompletenessReport, words: ReportWords = english): string {
  const { title, sentences, isGood } = verdict(report, words);
  const { user, host } = report.account;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(words.pageTitle(title, user, host))}</title>
<style>${htmlStyle}</style>
</head>
<body>
<h1>${words.heading}</h1>
<section class="verdict ${isGood ? 'good' : 'bad'}">
<p class="title">${isGood ? '✓' : '!'} ${escapeHtml(title)}</p>
${sentences.map(sentence => `<p>${escapeHtml(sentence)}</p>`).join('\n')}
</section>
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

function facts(report: CompletenessReport, words: ReportWords): string {
  const { account, startedAt, finishedAt, stored, renamed, storedBytes } = report;
  const entries = [
    [words.account, words.accountOn(account.user, account.host)],
    [words.archive, report.folder],
    [words.started, words.moment(startedAt)],
    [words.ended, words.moment(finishedAt)],
    [words.thisRun, words.written(stored, storedBytes, renamed)],
    [words.madeBy, `Mailstow ${report.mailstow}`],
  ];
  const pairs = entries.map(
    ([name = '', value = '']) => `<dt>${name}</dt><dd>${isolated(value)}</dd>`,
  );
  return `<dl class="facts">\n${pairs.join('\n')}\n</dl>`;
}

function folders({ mailboxes }: CompletenessReport, words: ReportWords): string {
  const rows = mailboxes.map(
    report =>
      `<tr><th scope="row">${isolated(report.mailbox)}</th>${cells(countsOf(report), words)}</tr>`,
  );
  const all = totals(mailboxes);
  const numbering = mailboxes.map(
    ({ mailbox, uidValidity }) => `<p>${isolated(mailbox)}: UIDVALIDITY ${uidValidity}</p>`,
  );
  const { folder, onServer, excluded, selected, archived, lacking, gone } = words;
  const titles = [folder, onServer, excluded, selected, archived, lacking, gone];
  return `<h2>${words.folderByFolder}</h2>
<div class="wide">
<table>
<thead><tr>${titles.map(title => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot><tr><th scope="row">${words.folders(mailboxes.length)}</th>${cells(all, words)}</tr></tfoot>
</table>
</div>
<p class="note">${words.countsNote}</p>
<details class="numbering"><summary>${words.details}</summary>
${numbering.join('\n')}
</details>`;
}

function cells(counts: Counts, words: ReportWords): string {
  const { onServer, unnamed, excluded, selected, archived, elsewhere, missing, gone } = counts;
  const cell = (value: number, remark = '') =>
    `<td>${words.number(value)}${remark === '' ? '' : `<small>${remark}</small>`}</td>`;
  return [
    cell(onServer, unnamed === 0 ? '' : words.notNamed(unnamed)),
    cell(excluded),
    cell(selected),
    cell(archived, elsewhere === 0 ? '' : words.elsewhere(elsewhere)),
    missing === 0 ? cell(0) : `<td class="lack">${words.number(missing)}</td>`,
    cell(gone),
  ].join('');
}

function notReached(report: CompletenessReport, words: ReportWords): string {
  if (report.notReached.length === 0) return '';
  const names = report.notReached.map(name => `<li>${isolated(name)}</li>`);
  return `<h2>${words.notReached}</h2>
<p class="note">${words.notReachedNote}</p>
<ul>
${names.join('\n')}
</ul>`;
}

function others(report: CompletenessReport, words: ReportWords): string {
  if (report.others.length === 0) return '';
  const lines = report.others.map(
    ({ mailbox, reason, messages }) =>
      `<li>${isolated(mailbox || words.withoutName)}: ${words.otherFolder(reason, messages)}</li>`,
  );
  return `<h2>${words.otherFolders}</h2>
<ul>
${lines.join('\n')}
</ul>`;
}

function toKnow({ warnings }: CompletenessReport, words: ReportWords): string {
  if (warnings.length === 0) return '';
  const lines = warnings.map(({ message }) => `<li lang="en">${isolated(message)}</li>`);
  return `<h2>${words.toKnow}</h2>
<ul>
${lines.join('\n')}
</ul>`;
}

function exceptions(report: CompletenessReport, words: ReportWords): string {
  const all = failures(report);
  if (all.length === 0) return '';
  const byMailbox = Map.groupBy(all, ({ mailbox }) => mailbox);
  const groups = [...byMailbox].map(
    ([mailbox, those]) => `<h3>${mailbox === undefined ? words.theAccount : isolated(mailbox)}</h3>
<ul>
${those.map(each => exception(each, words)).join('\n')}
</ul>`,
  );
  return `<h2>${words.wentWrong}</h2>\n${groups.join('\n')}`;
}

function exception(failure: Failure, words: ReportWords): string {
  const { kind, uid, serverText, rawPath } = failure;
  const { message, nextStep, original } = words.failure(failure);
  const place = uid === undefined ? '' : `<strong>${words.message(uid)}</strong> `;
  const kept =
    rawPath === undefined ? '' : `<p>${words.keptIn} <code>${escapeHtml(rawPath)}</code>.</p>`;
  const exact = original === undefined ? '' : `<p lang="en">${isolated(original)}</p>`;
  const said =
    serverText === undefined
      ? ''
      : `<p>${words.serverWords} <code>${isolated(serverText)}</code></p>`;
  return `<li>
<p>${place}${isolated(message)}</p>
${kept}<p class="next">${isolated(nextStep)}</p>
<details><summary>${words.details}</summary>${exact}${said}<p>${words.kind} ${kind}${uid === undefined ? '' : `, UID ${uid}`}</p></details>
</li>`;
}

/** A name in another direction of writing must not turn its surroundings around. */
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
