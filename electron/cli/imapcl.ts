#!/usr/bin/env node
import { asProcess } from './as-process.ts';
import { runImapcl } from './run-imapcl.ts';

await asProcess(runImapcl);
