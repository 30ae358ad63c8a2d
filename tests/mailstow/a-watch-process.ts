import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { entryOf, exitCodeFrom } from '../imapcl/run-process.ts';
import type { mailstowAccount } from './account.ts';

/** `mailstow watch` as a process, which the test ends. */
export function startWatch(
  { access, place, env }: Awaited<ReturnType<typeof mailstowAccount>>,
  ...more: readonly string[]
) {
  const args = [entryOf('mailstow'), 'watch', ...access, '--folder', place.out, ...more];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const said = { stdout: '', stderr: '' };
  let wake = () => {};
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      wake();
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', kill);
    wake();
    return exitCodeFrom(code);
  });
  return {
    get stdout() {
      return said.stdout;
    },
    get stderr() {
      return said.stderr;
    },
    ended,
    async says(where: 'stdout' | 'stderr', words: string): Promise<void> {
      while (!said[where].includes(words)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${said.stderr}`);
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    },
    end(signal: 'SIGINT' | 'SIGTERM'): Promise<number> {
      child.kill(signal);
      return ended;
    },
  };
}
