import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { saveAccount } from '../calls.ts';
import { test as base, expect } from '../fixture.ts';

interface Fixtures {
  /** Sets up an account with so many messages, 0 a second for as fast as it goes, and so many folders beside. */
  readonly account: (messages: number, perSecond?: number, folders?: number) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  account: async ({ window, host }, use) => {
    const sources: ChildProcess[] = [];
    await use(async (...sizes) => {
      const { source, port } = await startSource(sizes);
      sources.push(source);
      await saveAccount(window, host.folder, port);
    });
    for (const source of sources) {
      const ended = once(source, 'exit');
      source.kill();
      await ended;
    }
  },
});

export { expect };

async function startSource(sizes: readonly (number | undefined)[]) {
  const command = [
    join(import.meta.dirname, 'mail-source.ts'),
    ...sizes.map(size => `${size ?? 0}`),
  ];
  const source = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: source.stdout }), 'line');
  return { source, port: Number(line) };
}
