import { PassThrough } from 'node:stream';
import { runMailstow } from '../../electron/cli/run-mailstow.ts';

/** The command within the test's own process: a hundred cost what one process does. */
export async function mailstowHere(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; stdout: Buffer; stderr: string }> {
  const pieces: Buffer[] = [];
  let stderr = '';
  const { signal } = new AbortController();
  const streams = {
    // Nobody is at a terminal.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    stdout: { write: (text: string | Uint8Array) => void pieces.push(Buffer.from(text)) },
    stderr: {
      write: (text: string) => {
        stderr += text;
      },
    },
    env,
  };
  const code = await runMailstow(args, streams, signal);
  return { code: code > 127 ? code - 256 : code, stdout: Buffer.concat(pieces), stderr };
}
