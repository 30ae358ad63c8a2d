import type { RunRequest, RunResult } from '../../../shared/model/run.ts';

/** What the thread of a run answers; its events come as notices. */
export type RunCalls = {
  readonly archive: { readonly input: RunRequest; readonly output: RunResult };
  readonly pause: { readonly input: undefined; readonly output: undefined };
  readonly resume: { readonly input: undefined; readonly output: undefined };
  readonly stop: { readonly input: undefined; readonly output: undefined };
};
