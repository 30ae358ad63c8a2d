#!/usr/bin/env node
import { asProcess } from './as-process.ts';
import { runImapcl } from './run-imapcl.ts';
import { tuneForRun } from './tune-for-run.ts';

tuneForRun();
await asProcess(runImapcl);
