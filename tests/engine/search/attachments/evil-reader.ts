import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { isolated } from '../../../../electron/engine/search/attachments/isolated.ts';
import type { ToReader } from '../../../../electron/engine/search/attachments/reader-messages.ts';

/** In the place of the reader: a program that has been taken over, and tries what it can reach. */
const before = Object.keys(process.env).filter(name => !name.startsWith('NODE_CHANNEL'));
process.send?.({ ready: isolated() });
process.on('disconnect', () => process.exit());
process.on('message', async (message: ToReader) => {
  if ('begin' in message) {
    if (message.begin.name === 'exit.txt') process.exit(3);
    if (message.begin.name === 'stuck.txt') for (;;) {}
    process.send?.({ more: true });
    return;
  }
  const port = Number(Buffer.from(message.piece ?? []).toString());
  const tries = {
    reads: isDone(() => readFileSync('/etc/hostname')),
    writes: isDone(() => writeFileSync('/tmp/mailstow-evil', 'x')),
    starts: isDone(() => {
      if (spawnSync('true').status !== 0) throw new Error('not started');
    }),
    connects: await reaches(port),
    environment: before,
    compiles: isDone(() => new Function('return 1')()),
  };
  process.send?.({ reading: { text: JSON.stringify(tries), cut: false }, isSpent: false });
});

function isDone(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function reaches(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
}
