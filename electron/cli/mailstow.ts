#!/usr/bin/env node
import { runMailstow } from './run-mailstow.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  // Once: a second signal ends the process at once, as without us.
  process.once(name, () => stop.abort());
}
// A reader that went away (`mailstow … | head`) must not turn a good run into a crash.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

process.exitCode = await runMailstow(process.argv.slice(2), process, stop.signal);
