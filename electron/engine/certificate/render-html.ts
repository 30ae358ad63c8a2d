import { createHash } from 'node:crypto';
import type { Certificate } from '../../../shared/model/certificate.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlStyle } from './html-style.ts';
import { type Counts, countsOf, failures, totals } from './totals.ts';
import { verdict } from './verdict.ts';
import { counted, moment, number, size } from './words.ts';

/** The style is allowed by its hash and nothing else at all, so that even a mistake in escaping runs and loads nothing. */
const styleHash = createHash('sha256').update(htmlStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** The certificate as one page that needs nothing else, on a screen and on paper. */
export function renderHtml(certificate: Certificate): string {
  const { title, sentences, state } = verdict(certificate);
  const { user, host } = certificate.account;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${title}: the archive of ${user} on ${host}`)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<h1>Mailstow certificate</h1>
<section class="verdict ${state === 'complete' ? 'good' : 'bad'}">
<p class="title">${state === 'complete' ? '✓' : '!'} ${escapeHtml(title)}</p>
${sentences.map(sentence => `<p>${escapeHtml(sentence)}</p>`).join('\n')}
</section>
${facts(certificate)}
${certificate.mailboxes.length === 0 ? '' : folders(certificate)}
${notReached(certificate)}
${exceptions(certificate)}
</body>
</html>
`;
}

function facts(certificate: Certificate): string {
  const { account, startedAt, finishedAt, stored, renamed, octets } = certificate;
  const again = renamed === 0 ? '' : `; ${counted(renamed, 'file')} renamed`;
  const entries = [
    ['Account', `${account.user} on ${account.host}`],
    ['Archive', certificate.folder],
    ['Started', moment(startedAt)],
    ['Ended', moment(finishedAt)],
    ['This run', `${counted(stored, 'file')} written, ${size(octets)}${again}`],
    ['Made by', `Mailstow ${certificate.mailstow}`],
  ];
  const pairs = entries.map(
    ([name = '', value = '']) => `<dt>${name}</dt><dd>${isolated(value)}</dd>`,
  );
  return `<dl class="facts">\n${pairs.join('\n')}\n</dl>`;
}

function folders({ mailboxes }: Certificate): string {
  const rows = mailboxes.map(
    report => `<tr><th scope="row">${isolated(report.mailbox)}</th>${cells(countsOf(report))}</tr>`,
  );
  const all = totals(mailboxes);
  const numbering = mailboxes.map(
    ({ mailbox, uidValidity }) => `<p>${isolated(mailbox)}: UIDVALIDITY ${uidValidity}</p>`,
  );
  return `<h2>Folder by folder</h2>
<div class="wide">
<table>
<thead><tr><th scope="col">Folder</th><th scope="col">On the server</th><th scope="col">Left out by your options</th><th scope="col">Asked for</th><th scope="col">In the archive</th><th scope="col">Missing</th><th scope="col">Kept, no longer on the server</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot><tr><th scope="row">${counted(mailboxes.length, 'folder')}</th>${cells(all)}</tr></tfoot>
</table>
</div>
<p class="note">Counts of messages. A message that the server deleted stays in the archive.</p>
<details class="numbering"><summary>Details</summary>
${numbering.join('\n')}
</details>`;
}

function cells(counts: Counts): string {
  const { onServer, unnamed, excluded, selected, archived, elsewhere, missing, gone } = counts;
  const cell = (value: number, remark = '') =>
    `<td>${number(value)}${remark === '' ? '' : `<small>${remark}</small>`}</td>`;
  return [
    cell(onServer, unnamed === 0 ? '' : `${number(unnamed)} not named`),
    cell(excluded),
    cell(selected),
    cell(archived, elsewhere === 0 ? '' : `${number(elsewhere)} stored in another folder`),
    missing === 0 ? cell(0) : `<td class="lack">${number(missing)}</td>`,
    cell(gone),
  ].join('');
}

function notReached(certificate: Certificate): string {
  if (certificate.notReached.length === 0) return '';
  const names = certificate.notReached.map(name => `<li>${isolated(name)}</li>`);
  return `<h2>Not finished by this run</h2>
<p class="note">The run did not come to the end of these folders. What was archived of them is still there, and the next run goes on.</p>
<ul>
${names.join('\n')}
</ul>`;
}

function exceptions(certificate: Certificate): string {
  const all = failures(certificate);
  if (all.length === 0) return '';
  const byMailbox = Map.groupBy(all, ({ mailbox }) => mailbox);
  const groups = [...byMailbox].map(
    ([mailbox, those]) => `<h3>${mailbox === undefined ? 'The account' : isolated(mailbox)}</h3>
<ul>
${those.map(exception).join('\n')}
</ul>`,
  );
  return `<h2>What went wrong</h2>\n${groups.join('\n')}`;
}

function exception({ kind, uid, message, nextStep, serverText, rawPath }: Failure): string {
  const place = uid === undefined ? '' : `<strong>Message ${uid}.</strong> `;
  const kept =
    rawPath === undefined
      ? ''
      : `<p>What the server sent is kept in <code>${escapeHtml(rawPath)}</code>.</p>`;
  const words =
    serverText === undefined
      ? ''
      : `<p>The server’s words: <code>${isolated(serverText)}</code></p>`;
  return `<li>
<p>${place}${isolated(message)}</p>
${kept}<p class="next">${isolated(nextStep)}</p>
<details><summary>Details</summary>${words}<p>Kind: ${kind}${uid === undefined ? '' : `, UID ${uid}`}</p></details>
</li>`;
}

/** A name in another direction of writing must not turn its surroundings around. */
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
