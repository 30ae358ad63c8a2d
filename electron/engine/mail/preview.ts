import { contentsOf } from './bodies.ts';
import { decodeText } from './decode-part.ts';
import { quickWords } from './html/quick-words.ts';
import { MessageFile } from './message-file.ts';
import { opened } from './opened.ts';
import { readStructure } from './structure.ts';

/** Bytes of a message in which its first words are looked for, and of a text. */
const looked = 64 * 1024;
const readOfText = 16 * 1024;
/** Characters of a text that are made tidy, and of a preview. */
const tidied = 4_000;
const longest = 200;

/** What is not to be seen: padding that mail programs hide behind the first line, and marks of direction. */
const invisible =
  /\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const rulers = /[-_=*~#+.]{4,}/g;

/** The first words of a message, on one line, of a message of any size; '' where it has none. */
export function previewOf(file: MessageFile): string {
  const start = new MessageFile(Buffer.from(file.read(0, looked)));
  const { root, file: words } = opened(readStructure(start), start);
  const { bodies } = contentsOf(root, words, 0);
  for (const { plain, rich } of bodies) {
    for (const part of [...plain, ...rich]) {
      const { text } = decodeText(words, part, readOfText);
      const line = tidy(part.type === 'text/html' ? quickWords(text) : text);
      if (line !== '') return line;
    }
  }
  return '';
}

/** Without what the message answers. */
function tidy(text: string): string {
  const line = text
    .slice(0, tidied)
    .split('\n')
    .filter(each => !each.startsWith('>'))
    .join(' ')
    .replace(invisible, '')
    .replace(rulers, ' ')
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}
