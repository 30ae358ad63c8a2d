import type { Failure } from '../../../shared/model/failure.ts';

/** What a thread is for. */
export type ThreadTask =
  | 'writing'
  | 'library'
  | 'indexing'
  | 'searching'
  | 'reading'
  | 'archiving'
  | 'checking'
  | 'looking';

/** The calls that a thread answers, by name: what each takes and what it gives; all can be cloned. */
export type ThreadCalls = Record<string, { readonly input: unknown; readonly output: unknown }>;

/** What goes to the thread. */
export interface ThreadRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** The answer to a thread's question. */
export type ThreadAnswer = { readonly answerTo: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure }
);

/** What comes back: an answer to a request, or a word that nobody asked for. */
export type ThreadReport =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
  | { readonly notice: unknown }
  /** What the thread wants to know; answered by a {@link ThreadAnswer} of the same number. */
  | { readonly question: unknown; readonly number: number }
  /** Stack and causes of what went wrong, for the log. */
  | { readonly defect: string };
