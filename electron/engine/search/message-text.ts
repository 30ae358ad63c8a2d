import { attachedName } from '../mail/attachments.ts';
import { contentsOf } from '../mail/bodies.ts';
import { addressLine, parseAddresses } from '../mail/header/addresses.ts';
import { quickWords } from '../mail/html/quick-words.ts';
import type { MessageFile } from '../mail/message-file.ts';
import { opened } from '../mail/opened.ts';
import { isInline, mentionedPictures } from '../mail/pictures.ts';
import { readBodies } from '../mail/read-bodies.ts';
import { type Part, readStructure } from '../mail/structure.ts';

/** A file that came with a message. */
export interface TextFile {
  readonly name: string;
  readonly part: Part;
}

/** What of a message can be found without reading its files: index, phrases and snippets are made of the same. */
export interface MessageText {
  readonly from: string;
  /** All recipients. */
  readonly to: string;
  readonly subject: string;
  /** Plain texts and pages, as they are read. */
  readonly bodies: readonly string[];
  readonly files: readonly TextFile[];
  /** That the files are parts of: the message, or what is wrapped in its signature. */
  readonly source: MessageFile;
  /** There is more text than is read. */
  readonly isCut: boolean;
}

/** Characters of the bodies of a message that are found. */
const longestText = 1_000_000;
/** Files of a message that are found by their names. */
const mostFiles = 500;
/** Bytes of a text that are searched for files that were written into it. */
const searched = 256 * 1024;

export function messageText(file: MessageFile, headersOnly: boolean): MessageText {
  const structure = readStructure(file);
  const { header } = structure.root;
  const head = {
    from: addressLine(header.from),
    to: [header.to, header.cc, parseAddresses(header.first('bcc') ?? '')]
      .filter(addresses => addresses.length > 0)
      .map(addressLine)
      .join(', '),
    subject: header.subject,
  };
  if (headersOnly) return { ...head, bodies: [], files: [], source: file, isCut: false };
  const { root, file: source } = opened(structure, file);
  const contents = contentsOf(root, source, searched);
  const read = readBodies(source, contents.bodies);
  const bodies: string[] = [];
  let left = longestText;
  for (const { plain, rich } of read.bodies) {
    for (const { isHtml, text } of [...plain, ...rich]) {
      if (left <= 0) break;
      const words = isHtml ? quickWords(text) : text;
      bodies.push(words.slice(0, left));
      left -= words.length;
    }
  }
  const mentioned = mentionedPictures(contents, source);
  const files = contents.files.filter(part => !isInline(part, mentioned));
  return {
    ...head,
    bodies,
    files: files
      .slice(0, mostFiles)
      .map((part, index) => ({ name: attachedName(part, index + 1), part })),
    source,
    isCut: read.isCut || left < 0 || files.length > mostFiles,
  };
}
