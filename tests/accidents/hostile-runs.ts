import { runImapcl } from '../../electron/cli/run-imapcl.ts';
import { runMailstow } from '../../electron/cli/run-mailstow.ts';

/**
 * A program that runs the commands on one archive after another, for tests that trace it: one start of Node for all.
 * Arguments: port, auth file, layout, archives. Prints a JSON line for each command: {@link Outcome}.
 */
export interface Outcome {
  readonly archive: string;
  readonly command: string;
  readonly code: number;
  readonly said: string;
  readonly milliseconds: number;
}

const [port = '', authFile = '', layout = '', ...archives] = process.argv.slice(2);
const { signal } = new AbortController();

for (const archive of archives) {
  const run = ['127.0.0.1', '-p', port, '-a', authFile, '--layout', layout, '-o', archive];
  await tell(archive, 'imapcl', streams => runImapcl([...run, '--all-mailboxes'], streams, signal));
  for (const command of ['verify', 'status', 'certificate']) {
    await tell(archive, command, streams => {
      const surroundings = { ...streams, stdin: process.stdin, env: {} };
      return runMailstow([command, archive], surroundings, signal);
    });
  }
}

async function tell(
  archive: string,
  command: string,
  work: (streams: Record<'stdout' | 'stderr', { write(text: string): void }>) => Promise<number>,
): Promise<void> {
  let said = '';
  const stream = {
    write: (text: string) => {
      said += text;
    },
  };
  const began = performance.now();
  const code = await work({ stdout: stream, stderr: stream });
  const milliseconds = Math.round(performance.now() - began);
  const outcome: Outcome = {
    archive,
    command,
    code: code > 127 ? code - 256 : code,
    said,
    milliseconds,
  };
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
