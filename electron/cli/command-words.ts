import { wrong } from './argument-values.ts';

/** What only a shell gives a meaning: a person who writes it expects a shell, and there is none. */
const ofShells = new Set('|&;<>()$`\n');

const isWindows = process.platform === 'win32';

/**
 * The words of a command line as a POSIX shell cuts them: at blanks, with quotes and backslashes (on Windows a backslash
 * is part of a path). Nothing is expanded, and nothing else of a shell is understood.
 * @param option where it was given, for the words of a failure
 * @throws MailstowError of kind `arguments` for what only a shell understands; it quotes no more than that character
 */
export function commandWords(text: string, option: string): [string, ...string[]] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const next = text[at + 1];
    if (quote === "'") {
      if (character === quote) quote = undefined;
      else word += character;
    } else if (character === quote) quote = undefined;
    else if (quote === undefined && (character === "'" || character === '"')) {
      quote = character;
      word ??= '';
    } else if (character === '\\' && !isWindows && next !== undefined) {
      // Between double quotes a backslash stands for itself before anything else.
      const isPlain = quote === '"' && !'"\\$`'.includes(next);
      word = `${word ?? ''}${isPlain ? '\\' : ''}${next}`;
      at += 1;
    } else if (quote === '"' ? '$`'.includes(character) : ofShells.has(character)) {
      throw onlyInShells(character, option);
    } else if (quote === undefined && /[ \t]/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === '~' && word === undefined) throw onlyInShells('~', option);
    else word = (word ?? '') + character;
  }
  if (quote !== undefined) throw wrong(`${option} has a ${quote} without its end`, 'Add it.');
  if (word !== undefined) words.push(word);
  const [program, ...rest] = words;
  if (program === undefined || program === '') {
    throw wrong(`${option} names no program`, 'Name a program, with its arguments.');
  }
  return [program, ...rest];
}

function onlyInShells(character: string, option: string) {
  const shown = character === '\n' ? 'a line break' : character;
  return wrong(
    `${option} runs a program, not a shell, and ${shown} means something only in a shell`,
    `Quote it if it is meant literally; if you want a shell, write: sh -c '…'`,
  );
}
