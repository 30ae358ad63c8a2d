#!/usr/bin/env node
import { asProcess } from './as-process.ts';
import { runMailstow } from './run-mailstow.ts';
import { tuneForRun } from './tune-for-run.ts';

await asProcess((argv, process, signal) => runMailstow(argv, process, signal, tuneForRun));
