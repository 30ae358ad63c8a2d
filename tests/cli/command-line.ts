import { runMailstow } from '../../electron/cli/run-mailstow.ts';

/** What mailstow says to a command line, in this process. */
export async function said(...argv: string[]) {
  const told = { stdout: '', stderr: '' };
  const into = (name: keyof typeof told) => ({
    write(text: string | Uint8Array) {
      told[name] += text;
    },
  });
  const streams = { stdout: into('stdout'), stderr: into('stderr') };
  const { signal } = new AbortController();
  const code = await runMailstow(argv, { ...streams, stdin: process.stdin, env: {} }, signal);
  return { code, ...told };
}
