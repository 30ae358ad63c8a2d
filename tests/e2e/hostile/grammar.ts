import { Random } from '../../fixtures/mail/random.ts';
import { heavyTricks, loadingTricks, runningTricks, type Trick } from './tricks.ts';

/** The words that each letter begins with; they are there once it is shown. */
export const witness = 'You have won.';

export interface HostileLetter {
  readonly subject: string;
  readonly bytes: Buffer;
  readonly internalDate: Date;
}

/** Bytes of one letter's HTML; what is larger only takes longer to make. */
const longest = 400_000;

/**
 * Letters of which each tries several things at once: scripts, loads, and what freezes a page, each written in one of
 * the ways in which markup can be written. The same for the same seed; the first is the newest.
 */
export function hostileLetters(count: number, seed: number): HostileLetter[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => hostileLetter(index, random));
}

function hostileLetter(index: number, random: Random): HostileLetter {
  const kinds = [runningTricks, loadingTricks, heavyTricks] as const;
  // Every trick of every kind comes in turn, beside others by chance.
  const own = kinds.map(kind => trickOf(kind, index, random));
  const others = Array.from({ length: random.integer(0, 3) }, () =>
    trickOf(random.pick([...kinds]), random.integer(0, 1_000), random),
  );
  const tricks = shuffled([...own, ...others], random).map(trick => written(trick, random));
  const html = `<p>${witness}</p>\n${tricks.join('\n')}`.slice(0, longest);
  const subject = `Hostile ${String(index + 1).padStart(4, '0')}`;
  const internalDate = new Date(Date.UTC(2025, 5, 30) - index * 3_600_000);
  const { encoding, body } = encoded(html, random);
  const header = [
    'From: Lottery Office <lottery@example.com>',
    'To: "Accounts Team" <accounts@example.org>',
    `Subject: ${subject}`,
    `Date: ${internalDate.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <hostile-${index}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
  ].join('\r\n');
  return { subject, bytes: Buffer.from(`${header}\r\n\r\n${body}\r\n`), internalDate };
}

function trickOf(kind: readonly Trick[], index: number, random: Random): string {
  return kind[index % kind.length]?.(random) ?? '';
}

/** One of the ways in which the same markup can stand in a page. */
function written(html: string, random: Random): string {
  return random.pick<(markup: string) => string>([
    markup => markup,
    markup => markup,
    markup => markup.replace(/<(\w+)/g, (_, name: string) => `<${mixed(name, random)}`),
    markup => markup.replace(/<(\w+) /g, '<$1/'),
    markup => markup.replace(/<(\w+) /g, '<$1\n\t\f'),
    markup => markup.replace(/="([^"<>\s]*)"/g, '=$1'),
    markup => markup.replaceAll('"', "'"),
    markup => `<!--><!--[if gte mso 9]>${markup}<![endif]-->${markup}`,
    markup => `<svg><desc>${markup}</desc></svg>`,
    markup => `<svg><style><!--</style>${markup}--></style></svg>${markup}`,
    markup => `<math><mtext><table><mglyph><style><!--</style>${markup}`,
    markup => `<form><math><mtext></form><form><mglyph><style></math>${markup}`,
    markup => `<noscript><p title="</noscript>${markup}">`,
    markup => `<title></title>${markup}<textarea></textarea>`,
    markup => `<select><option>${markup}</select>`,
    markup => `<table><tr>${markup}<td>${markup}</table>`,
    markup => `<template>${markup}</template>${markup}`,
    markup => `<xmp></xmp>${markup}<plaintext>${markup}`,
    markup => `<![CDATA[${markup}]]>${markup}`,
    markup => `<a title="${markup.replaceAll('"', '&quot;')}">1</a>${markup}`,
    markup => `<p id="<!--">${markup}<p id="-->">`,
    markup => `<${markup}`,
    markup => markup.slice(0, -1),
    markup => markup.replaceAll('<', '<\0'),
    markup => markup.replaceAll('=', '\u00a0= ').replaceAll('script', 'scr\u0000ipt'),
  ])(html);
}

function mixed(name: string, random: Random): string {
  return [...name]
    .map(letter => (random.next() < 0.5 ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
}

function encoded(html: string, random: Random): { encoding: string; body: string } {
  if (random.next() < 0.5) {
    const base64 = Buffer.from(html).toString('base64');
    return { encoding: 'base64', body: base64.replace(/.{76}/g, '$&\r\n') };
  }
  return { encoding: '8bit', body: html.replaceAll('\0', '\ufffd').replace(/\r?\n/g, '\r\n') };
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const keyed = items.map(item => ({ item, key: random.next() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
