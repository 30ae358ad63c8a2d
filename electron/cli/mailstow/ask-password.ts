import { MailstowError } from '../../engine/errors.ts';
import { printable } from '../../engine/report/words.ts';
import type { Surroundings } from './command.ts';

const ends: ReadonlySet<string> = new Set(['\r', '\n', '\u0004']);
const interrupt = '\u0003';
const rubsOut: ReadonlySet<string> = new Set(['\u007f', '\b']);

/**
 * Asks on the terminal without showing what is typed.
 * @throws MailstowError `credentials-file` where there is no terminal or nothing was typed, `stopped`
 */
export async function askPassword(
  question: string,
  { stdin, stderr, signal }: Pick<Surroundings, 'stdin' | 'stderr' | 'signal'>,
): Promise<string> {
  if (!stdin.isTTY) throw new MailstowError('no-terminal-for-password');
  // Ahead of the question: who types at once must not see it either.
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stderr.write(printable(question));
  try {
    const password = await readLine(stdin, signal);
    if (password === '') throw new MailstowError('no-password-typed');
    return password;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

function readLine(stdin: NodeJS.ReadStream, signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const typed: string[] = [];
  const read = (text: string): void => {
    const characters = [...text];
    for (const [index, character] of characters.entries()) {
      if (ends.has(character)) {
        // What was typed ahead belongs to the next question.
        stdin.off('data', read).pause();
        const ahead = characters
          .slice(index + 1)
          .join('')
          .replace(/^\n/, '');
        if (ahead !== '') stdin.unshift(ahead, 'utf8');
        resolve(typed.join(''));
        return;
      }
      if (character === interrupt) reject(stopped());
      else if (rubsOut.has(character)) typed.pop();
      else typed.push(character);
    }
  };
  const stop = () => reject(stopped());
  const hangUp = () => reject(new MailstowError('terminal-gone'));
  // Paused behind the question before, it stays so until it is told (Node's stream.pause).
  stdin.on('data', read).once('end', hangUp).resume();
  signal.addEventListener('abort', stop);
  return promise.finally(() => {
    stdin.off('data', read).off('end', hangUp);
    signal.removeEventListener('abort', stop);
  });
}

function stopped(): MailstowError {
  return new MailstowError('stopped-at-password');
}
