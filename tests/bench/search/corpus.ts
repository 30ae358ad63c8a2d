import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordFormat } from '../../../electron/engine/archive/layout/archive-format.ts';
import { Random } from '../../fixtures/mail/random.ts';

/** Letters of a corpus, in files that three programs read. */
export interface SearchCorpus {
  readonly messages: number;
  /** An archive in the flat layout, without a journal. */
  readonly archive: string;
  /** The same files, by second names, as a Maildir for each folder. */
  readonly maildirs: string;
  /** Characters of what is written in the messages, their headers included as people read them. */
  readonly text: number;
  /** Words, the most frequent first. */
  readonly vocabulary: readonly string[];
  /** Pairs of words that stand next to each other in some message. */
  readonly pairs: readonly (readonly [string, string])[];
}

const folders = ['INBOX', 'Sent', 'Work', 'Lists', 'Family', 'Travel', 'Invoices', 'Archive'];
const words = 60_000;
const people = 3_000;
/** Milliseconds over which each folder's mail came. */
const years = 10 * 365 * 24 * 3_600_000;
const start = 1_400_000_000_000;
/** Of syllables as languages have them, so that beginnings of words are as common as they are in mail. */
const onsets = 'b br d f fl g gr h k kl l m n p pr r s sch st t tr v w z'.split(' ');
const nuclei = 'a e i o u au ei ie'.split(' ');
const codas = ['', '', 'n', 'r', 's', 't', 'l', 'ng', 'ch', 'm'];

/** Always the same letters: about 2.3 KB each, mostly plain text, some with HTML, some in base64. */
export function writeCorpus(folder: string, messages: number): SearchCorpus {
  const random = new Random(7);
  const vocabulary = someWords(random);
  const pick = zipf(vocabulary, random);
  const names = Array.from({ length: people }, () => [pick(), pick()] as const);
  const archive = join(folder, 'archive');
  const maildirs = join(folder, 'maildirs');
  mkdirSync(archive, { recursive: true });
  for (const name of folders) {
    for (const part of ['cur', 'new', 'tmp']) {
      mkdirSync(join(maildirs, name, part), { recursive: true });
    }
  }
  const own = join(archive, '.mailstow');
  mkdirSync(own);
  recordFormat(own, { layout: 'flat', extension: '.txt' }, true);
  writeFileSync(join(archive, '.uidvalidity'), folders.map(name => `${name}=7\n`).join(''));
  const pairs: [string, string][] = [];
  let text = 0;
  for (let index = 0; index < messages; index += 1) {
    const place = folders[Math.floor((index / messages) * folders.length)] as string;
    const inFolder = (index / messages) * folders.length;
    const date = start + Math.floor((inFolder % 1) * years + random.next() * 3_600_000);
    const from = address(names[Math.floor(people * random.next() ** 3)] as readonly string[]);
    const to = address(names[Math.floor(people * random.next() ** 3)] as readonly string[]);
    const subject = Array.from({ length: 3 + Math.floor(random.next() * 5) }, pick).join(' ');
    const body = paragraphs(pick, 260 + Math.floor(random.next() * 120));
    text += from.length + to.length + subject.length + body.length;
    if (index % 997 === 0) pairs.push(pairIn(body, random));
    const head = [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Date: ${new Date(date).toUTCString()}`,
      `Message-ID: <${index}.bench@example.org>`,
      'MIME-Version: 1.0',
    ];
    const file = join(archive, `MSG_${place}_${index + 1}.txt`);
    writeFileSync(file, [...head, ...formed(body, index)].join('\r\n'));
    linkSync(file, join(maildirs, place, 'cur', `${index + 1}.bench:2,S`));
  }
  return { messages, archive, maildirs, text, vocabulary, pairs };
}

function formed(body: string, index: number): string[] {
  if (index % 20 === 0) {
    const lines =
      Buffer.from(body)
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    return [
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...lines,
    ];
  }
  const plain = ['Content-Type: text/plain; charset=utf-8', ''];
  if (index % 7 !== 0) return [...plain, body];
  const html = body
    .split('\r\n')
    .map(line => `<p style="margin:0">${line}</p>`)
    .join('\r\n');
  return [
    'Content-Type: multipart/alternative; boundary="=_b"',
    ...['', '--=_b', ...plain, body],
    ...['--=_b', 'Content-Type: text/html; charset=utf-8', '', `<html><body>${html}</body></html>`],
    '--=_b--',
    '',
  ];
}

function someWords(random: Random): string[] {
  const found = new Set<string>();
  const of = (list: readonly string[]) => list[Math.floor(random.next() * list.length)] ?? '';
  while (found.size < words) {
    // Frequent words are short.
    const syllables = 1 + Math.floor(random.next() * (1 + Math.log10(found.size + 1)));
    found.add(
      Array.from({ length: syllables }, () => of(onsets) + of(nuclei) + of(codas)).join(''),
    );
  }
  return [...found];
}

/** Words as often as words are (Zipf's law). */
function zipf(vocabulary: readonly string[], random: Random): () => string {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 2; rank < vocabulary.length + 2; rank += 1) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, vocabulary.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] as string;
  };
}

function address([first = '', last = '']: readonly string[]): string {
  return `${first} ${last} <${first}.${last}@${last}.example.org>`;
}

function paragraphs(pick: () => string, count: number): string {
  const lines: string[] = [];
  for (let left = count; left > 0; left -= 11) {
    lines.push(`${Array.from({ length: Math.min(11, left) }, pick).join(' ')}.`);
  }
  return lines.join('\r\n');
}

function pairIn(body: string, random: Random): [string, string] {
  const line = body.split('\r\n')[0]?.replace('.', '').split(' ') ?? [];
  const at = Math.floor(random.next() * Math.max(1, line.length - 1));
  return [line[at] ?? '', line[at + 1] ?? ''];
}
