import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { MailstowError } from '../engine/errors.ts';

/** Bytes; no password or token is as long. */
const longestLine = 64 * 1024;

/**
 * The first line that a program prints. It has this terminal for its own questions and complaints, and as long as it needs.
 * @param words the program and its arguments; no shell reads them
 * @throws MailstowError 'password-command-failed', which names the program and nothing that it printed; 'stopped-at-password'
 */
export async function passwordFromCommand(
  [program, ...args]: readonly [string, ...string[]],
  signal: AbortSignal,
): Promise<string> {
  const failed = (problem: string) =>
    new MailstowError('password-command-failed', { args: { program, problem } });
  const stopped = () => new MailstowError('stopped-at-password');
  if (signal.aborted) throw stopped();
  const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'inherit'], windowsHide: true });
  const stop = () => child.kill();
  signal.addEventListener('abort', stop);
  try {
    const [line, [code, killedBy]] = await Promise.all([
      firstLine(child),
      once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    if (signal.aborted) throw stopped();
    if (killedBy !== null) throw failed(`it was ended by ${killedBy}`);
    if (code !== 0) throw failed(`it ended with exit code ${code}`);
    if (line === undefined) throw failed('its first line is too long');
    const password = new TextDecoder('utf-8', { fatal: true }).decode(line).replace(/\r$/, '');
    if (password === '') throw failed('its first line is empty');
    if (password.includes('\0')) throw failed('its first line contains a NUL character');
    return password;
  } catch (error) {
    if (error instanceof MailstowError) throw error;
    const problem = error instanceof TypeError ? 'its first line is not UTF-8' : describe(error);
    throw failed(problem);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What comes behind it is read and forgotten, so that the program can end. @returns undefined where it is too long */
async function firstLine({ stdout }: ChildProcess): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  let isWhole = false;
  for await (const piece of (stdout ?? []) as AsyncIterable<Buffer>) {
    if (isWhole || length > longestLine) continue;
    const end = piece.indexOf('\n');
    isWhole = end >= 0;
    const part = isWhole ? piece.subarray(0, end) : piece;
    pieces.push(part);
    length += part.length;
  }
  return length > longestLine ? undefined : Buffer.concat(pieces);
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such program';
  if (code === 'EACCES') return 'it can’t be run';
  return String(code ?? 'unknown error');
}
