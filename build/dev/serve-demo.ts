import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../electron/web/serve.ts';

/**
 * The process side of `npm run dev`: browser mode itself, with its guard and its sign-in, on data of its own. Ends when
 * the process that started it does.
 */
const [data = '', port = '0'] = process.argv.slice(2);
const mail = join(data, 'Mail');
// The window comes from Vite; nothing that was built is handed out.
const window = join(data, 'window');
for (const folder of [mail, window]) mkdirSync(folder, { recursive: true });

const served = await serve({
  userData: join(data, 'browser'),
  bind: '127.0.0.1',
  port: Number(port),
  names: [],
  roots: [data],
  window,
});

let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await served.close();
  process.exit();
}
process.on('disconnect', end);
// A terminal interrupts this process too, and the one that started it says when to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', end);
process.send?.({ address: served.address });
