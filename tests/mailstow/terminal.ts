import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { isInstalled } from '../tools.ts';

const entry = resolve(import.meta.dirname, '../../electron/cli/mailstow.ts');

/** util-linux's `script` gives a process a terminal; that of BSD takes other arguments. */
export const hasTerminals = process.platform === 'linux' && isInstalled('script');

/** A question that the terminal shows, and what is typed once it is there. */
export type Dialogue = readonly (readonly [question: string, typed: Typed])[];

/** As it is, or made of what the terminal has shown so far. */
type Typed = string | ((shown: string) => Promise<string>);

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs mailstow on a terminal. @returns what the terminal showed, and the exit code */
export function onTerminal(
  args: readonly string[],
  dialogue: Dialogue,
  environment: Environment = {},
) {
  return sourceOnTerminal([entry, ...args], dialogue, { env: environment });
}

/** The same of any source that Node runs, with its arguments. */
export async function sourceOnTerminal(
  source: readonly string[],
  dialogue: Dialogue,
  { env: environment, cwd }: { readonly env: Environment; readonly cwd?: string },
) {
  // Some shells stay beside the command, and die of a Ctrl+C that it outlived.
  const words = [process.execPath, ...source].map(word => `'${word}'`).join(' ');
  const env = { ...process.env, ...environment };
  const child = spawn('script', ['-qec', `exec ${words}`, '/dev/null'], {
    env,
    cwd,
    timeout: 60_000,
  });
  const left = [...dialogue];
  let shown = '';
  let answered = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [question, typed] = left[0] ?? [];
    if (question === undefined || typed === undefined) return;
    const at = shown.indexOf(question, answered);
    if (at < 0) return;
    answered = at + question.length;
    left.shift();
    if (typeof typed === 'string') child.stdin.write(typed);
    else void typed(shown).then(text => child.stdin.write(text));
  });
  const [code] = await once(child, 'close');
  return { shown, code };
}
