import type { RunRequest } from '../../../shared/model/run.ts';
import type { SentCredentials } from '../sign-in/sent-credentials.ts';

/** As it goes to the thread. */
type SentRequest = Omit<RunRequest, 'credentials'> & { readonly credentials: SentCredentials };

/** A question of the thread beside those for tokens: it can sign in, and whoever started it is to archive what there is. */
export const catchUpQuestion = 'catch-up';

/** What the thread of a watch answers; its events come as notices. */
export type WatchCalls = {
  /** Never answered but by what ends the watch. */
  readonly watch: { readonly input: SentRequest; readonly output: never };
  readonly hold: { readonly input: undefined; readonly output: undefined };
  readonly release: { readonly input: undefined; readonly output: undefined };
  readonly wake: { readonly input: undefined; readonly output: undefined };
  /** Into this file the conversation with the server is recorded from now on; undefined ends that. */
  readonly record: { readonly input: string | undefined; readonly output: undefined };
  readonly stop: { readonly input: undefined; readonly output: undefined };
};
