import type { RunRequest, RunResult } from '../../../shared/model/run.ts';
import type { SentCredentials } from '../sign-in/sent-credentials.ts';

/** As it goes to the thread. */
type SentRunRequest = Omit<RunRequest, 'credentials'> & {
  readonly credentials: SentCredentials;
};

/** What the thread of a run answers; its events come as notices. */
export type RunCalls = {
  readonly archive: { readonly input: SentRunRequest; readonly output: RunResult };
  /** Into this file the conversation with the server is recorded from now on; undefined ends that. */
  readonly record: { readonly input: string | undefined; readonly output: undefined };
  readonly pause: { readonly input: undefined; readonly output: undefined };
  readonly resume: { readonly input: undefined; readonly output: undefined };
  readonly stop: { readonly input: undefined; readonly output: undefined };
};
