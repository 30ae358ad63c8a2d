import { contentsOf } from '../../../mail/bodies.ts';
import { decodeBytes } from '../../../mail/decode-part.ts';
import { addressLine } from '../../../mail/header/addresses.ts';
import { sanitise } from '../../../mail/html/sanitise.ts';
import { MessageFile } from '../../../mail/message-file.ts';
import { readBodies } from '../../../mail/read-bodies.ts';
import { type Part, readStructure } from '../../../mail/structure.ts';
import { kindOf, mostBytes } from '../kinds.ts';
import type { FormatFile, ReadFormat } from './format-file.ts';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';

/** Messages within messages that are read. */
const deepest = 10;
/** Files of one message that are looked into. */
const mostFiles = 200;

/** A message that is a file of another: its header, its words, and what is in its own files. */
export async function readMessage(
  { bytes, depth }: FormatFile,
  words: Words,
  readFormat: ReadFormat,
): Promise<void> {
  const file = new MessageFile(bytes);
  const { root, isPartial } = readStructure(file);
  const { header } = root;
  for (const line of [header.from, header.to, header.cc].map(addressLine)) words.line(line);
  words.line(header.subject);
  const { bodies, files, isEncrypted } = contentsOf(root, file, bytes.length);
  if (isEncrypted || isPartial) words.cut();
  const read = readBodies(file, bodies);
  if (read.isCut) words.cut();
  for (const { plain, rich } of read.bodies) {
    if (words.isFull) return;
    const isPlain = plain.some(({ text }) => text.trim() !== '');
    for (const { isHtml, text } of isPlain ? plain : rich)
      words.line(isHtml ? wordsOfPage(text, words) : text);
  }
  if (files.length > mostFiles) words.cut();
  for (const part of files.slice(0, mostFiles)) {
    if (words.isFull) return;
    words.line(part.name);
    await readFile(file, part, depth, words, readFormat);
  }
}

function wordsOfPage(html: string, words: Words): string {
  const page = sanitise(html, { remote: false, imageAddress: () => undefined, elements: 100_000 });
  if (page.isCut) words.cut();
  return page.words;
}

async function readFile(
  file: MessageFile,
  part: Part,
  depth: number,
  words: Words,
  readFormat: ReadFormat,
): Promise<void> {
  const { name, type, parameters } = part;
  const kind = kindOf(name, type);
  if (kind === undefined) return;
  if (depth >= deepest) {
    words.cut();
    return;
  }
  const most = mostBytes(kind);
  // Base64 with its line ends is a third and some longer than what it stands for.
  const limit = Math.ceil(most.bytes * 1.4);
  if (part.end - part.start > limit) words.cut();
  const { bytes } = decodeBytes(file, part, limit);
  try {
    await readFormat(
      { name, type, kind, charset: parameters.get('charset'), bytes, depth: depth + 1 },
      words,
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // The other files can be read.
    words.cut();
  }
  words.add('\n');
}
