import { runMailstow } from '../../electron/cli/run-mailstow.ts';

/** What mailstow says to a command line, in this process. */
export function said(...argv: string[]) {
  return saidIn({}, argv);
}

export interface Here {
  readonly stdin?: NodeJS.ReadStream;
  readonly signal?: AbortSignal;
  /** Told what goes to stdout as it comes. */
  onStdout?(text: string): void;
}

/** The same with an environment. No terminal is there, unless this process has one. */
export async function saidIn(
  env: Readonly<Record<string, string>>,
  argv: readonly string[],
  { stdin = process.stdin, signal = new AbortController().signal, onStdout }: Here = {},
) {
  const told = { stdout: '', stderr: '' };
  const stdout = {
    write(text: string | Uint8Array) {
      told.stdout += text;
      onStdout?.(String(text));
    },
  };
  const stderr = {
    write(text: string) {
      told.stderr += text;
    },
  };
  const code = await runMailstow(argv, { stdout, stderr, stdin, env }, signal);
  return { code, ...told };
}
