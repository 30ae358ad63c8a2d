import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Ended, entryOf, exitCodeFrom } from './run-process.ts';

/** What a server says before it is gone. */
interface LastWords {
  readonly greeting: string;
  /** Its answer to the first command. */
  answer(command: string): string;
}

/**
 * Runs a command at a server that answers the first command and resets the connection before that answer is heard, so
 * that the second command meets a connection that is gone. The process stands still (SIGSTOP) meanwhile, as on a busy
 * computer.
 */
export async function brokenOff(
  name: 'imapcl' | 'mailstow',
  words: LastWords,
  args: (port: number) => readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> {
  const door = createServer();
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const child = spawn(process.execPath, [entryOf(name), ...args(address.port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  door.on('connection', socket => {
    socket.on('error', () => undefined);
    socket.write(words.greeting);
    socket.once('data', data => void answerAndReset(child, socket, words.answer(`${data}`)));
  });
  const said = { stdout: '', stderr: '' };
  for (const which of ['stdout', 'stderr'] as const) {
    child[which].setEncoding('utf8').on('data', (text: string) => {
      said[which] += text;
    });
  }
  try {
    const [code] = await once(child, 'close');
    return { ...said, code: exitCodeFrom(code) };
  } finally {
    child.kill('SIGKILL');
    door.close();
  }
}

async function answerAndReset(child: ChildProcess, socket: Socket, answer: string): Promise<void> {
  child.kill('SIGSTOP');
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${child.pid}/status`, 'utf8'))) await wait(1);
  socket.write(answer, () => {
    socket.resetAndDestroy();
    // The reset is on its way before this side goes on to anything else.
    setImmediate(() => child.kill('SIGCONT'));
  });
}
