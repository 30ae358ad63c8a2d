import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/**
 * Imported into a process under test, and by it into its threads: as the process ends, and as each thread begins, it
 * has V8 compile a function with its best compiler, and writes into the file that PROBE_FILE names which that is.
 */
const file = process.env.PROBE_FILE ?? '';

/** A bit of %GetOptimizationStatus (V8's src/runtime/runtime.h, OptimizationStatus::kTurboFanned). */
const turboFanned = 1 << 6;

function tell(): void {
  setFlagsFromString('--allow-natives-syntax');
  const status: number = new Function(`
    const sum = (a, b) => a + b;
    %PrepareFunctionForOptimization(sum);
    sum(1, 2); sum(3, 4);
    %OptimizeFunctionOnNextCall(sum);
    sum(5, 6);
    return %GetOptimizationStatus(sum);
  `)();
  const compiler = (status & turboFanned) === 0 ? 'another' : 'TurboFan';
  appendFileSync(file, `${isMainThread ? 'process' : 'thread'}: ${compiler}\n`);
}

if (isMainThread) process.on('exit', tell);
else tell();
