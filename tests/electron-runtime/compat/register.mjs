import { register } from 'node:module';

/** Sends what this runtime's Node lacks to the files beside this one, wherever it is asked for. */
register('./hooks.mjs', import.meta.url);
