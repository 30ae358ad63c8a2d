import type { Failure } from '../../../shared/model/failure.ts';

/** What a thread is for. */
export type ThreadTask = 'writing' | 'library' | 'reading' | 'archiving' | 'checking' | 'looking';

/** The calls that a thread answers, by name: what each takes and what it gives; all can be cloned. */
export type ThreadCalls = Record<string, { readonly input: unknown; readonly output: unknown }>;

/** What goes to the thread. */
export interface ThreadRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** What comes back: an answer to a request, or a word that nobody asked for. */
export type ThreadReport =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
  | { readonly notice: unknown }
  /** Stack and causes of what went wrong, for the log. */
  | { readonly defect: string };
