import { createRequire, syncBuiltinESMExports } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { app } from 'electron';
import './newer-electron.mjs';

/** What the app's Node 24 has and this runtime's Node 20 has not; each only where it is missing. */

// What its V8 13.0 makes of the engine at full speed runs into a trap (SIGTRAP in the run's thread, after 3,000 to 20,000
// messages); V8 13.6 does not. The compiler below it is enough.
setFlagsFromString('--no-turbofan');

const threads = createRequire(import.meta.url)('node:worker_threads');
const begin = new URL('./thread.mjs', import.meta.url);
/** Milliseconds; what never returns is ended all the same. */
const patience = 1_000;

const running = new Set();

threads.Worker = class extends threads.Worker {
  constructor(module, options) {
    super(begin, { ...options, argv: [String(module)] });
    running.add(this);
    this.once('exit', () => running.delete(this));
  }

  /** Ends a thread between two of its turns: amid a call of the database the whole process would end with it. */
  async terminate() {
    if (this.threadId === -1) return undefined;
    const exited = new Promise(resolve => this.once('exit', resolve));
    const channel = new threads.BroadcastChannel(`end of thread ${this.threadId}`);
    channel.postMessage(undefined);
    const timer = setTimeout(() => super.terminate(), patience);
    try {
      return await exited;
    } finally {
      clearTimeout(timer);
      channel.close();
    }
  }
};
syncBuiltinESMExports();

app.on('will-quit', event => {
  if (running.size === 0) return;
  event.preventDefault();
  Promise.all([...running].map(thread => thread.terminate())).then(() => app.quit());
});

/** Of Node 22.1. */
URL.parse ??= (address, base) => {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
};
