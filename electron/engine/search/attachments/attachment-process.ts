import { drawBytes } from './draw-bytes.ts';
import { isolated } from './isolated.ts';
import { readBytes } from './read-bytes.ts';
import type { FromReader, ToReader } from './reader-messages.ts';
import { ReceivedFile } from './received-file.ts';

/** Of Electron's `process` in a utility process. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ToReader }) => void): void;
  postMessage(message: FromReader): void;
}

const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };
let file: ReceivedFile | undefined;

if (parentPort !== undefined) parentPort.on('message', ({ data }) => void hear(data));
else {
  process.on('message', (message: ToReader) => void hear(message));
  // Nobody is left who could want an answer.
  process.on('disconnect', () => process.exit());
}
say({ ready: isolated() });

async function hear(message: ToReader): Promise<void> {
  if ('begin' in message) file = new ReceivedFile(message.begin);
  else file?.take(message.piece);
  if (file === undefined) return;
  if (!file.isDone) {
    say({ more: true });
    return;
  }
  const received = file;
  file = undefined;
  if (received.announced.isDrawn === true) {
    say({ drawn: await drawBytes(received, page => say({ page })) });
  } else say(await readBytes(received));
}

function say(message: FromReader): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message);
}
