#!/usr/bin/env node
import { asProcess } from './as-process.ts';
import { runMailstow } from './run-mailstow.ts';

await asProcess(runMailstow);
