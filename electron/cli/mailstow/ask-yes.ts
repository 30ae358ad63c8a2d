import { createInterface } from 'node:readline';
import { printable } from '../../engine/report/words.ts';
import type { Surroundings } from './command.ts';

/**
 * Asks on the terminal.
 * @returns whether the person typed `yes`
 */
export async function askYes(
  question: string,
  { stdin, stderr, signal }: Pick<Surroundings, 'stdin' | 'stderr' | 'signal'>,
): Promise<boolean> {
  const lines = createInterface({ input: stdin });
  const typed = Promise.withResolvers<string>();
  lines.once('line', typed.resolve).once('close', () => typed.resolve(''));
  const stop = () => lines.close();
  signal.addEventListener('abort', stop);
  try {
    stderr.write(`${printable(question)} Type yes to go on: `);
    return (await typed.promise).trim().toLowerCase() === 'yes';
  } finally {
    signal.removeEventListener('abort', stop);
    lines.close();
  }
}
