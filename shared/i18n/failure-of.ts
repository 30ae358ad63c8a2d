import type { Failure, FailureArg, FailureScope } from '../model/failure.ts';
import { type FailureCode, failureCodes } from '../model/failure-codes.ts';
import { failures } from './en/failures.ts';
import { fill, type NamesIn } from './fill.ts';

type Sentences = typeof failures.codes;

/** A word that a sentence can be filled with, in every language. */
export type FailureWord = keyof typeof failures.words;

/** What the sentences of a code are filled with. */
export type ArgNames<Code extends FailureCode> = NamesIn<Sentences[Code]['message' | 'nextStep']>;

export interface FailureDetails {
  /** Where it is not the code's usual one. */
  readonly scope?: FailureScope | undefined;
  readonly serverText?: string | undefined;
  readonly openidConfiguration?: string | undefined;
  readonly openidScope?: string | undefined;
  readonly mailbox?: string | undefined;
  readonly uid?: number | undefined;
}

/** The details that a code needs: all that its sentences are filled with, never a secret. */
export type DetailsOf<Code extends FailureCode, More = unknown> = [ArgNames<Code>] extends [never]
  ? [details?: FailureDetails & More]
  : [
      details: FailureDetails &
        More & { readonly args: Readonly<Record<ArgNames<Code>, FailureArg>> },
    ];

/** A failure with its sentences in English, for logs, `--json` and reports. */
export function failureOf<Code extends FailureCode>(
  code: Code,
  ...[details]: DetailsOf<Code>
): Failure {
  return failureWith(code, details);
}

interface AnyDetails extends FailureDetails {
  readonly args?: Readonly<Record<string, FailureArg>>;
}

/** The same where the compiler cannot know what the code needs. */
export function failureWith(code: FailureCode, details: AnyDetails = {}): Failure {
  const [kind, usualScope] = failureCodes[code];
  const { scope = usualScope, args, serverText, mailbox, uid } = details;
  const { openidConfiguration, openidScope } = details;
  return {
    kind,
    scope,
    code,
    ...(args !== undefined && { args }),
    ...englishOf(code, args),
    ...(serverText !== undefined && { serverText }),
    ...(openidConfiguration !== undefined && { openidConfiguration }),
    ...(openidScope !== undefined && { openidScope }),
    ...(mailbox !== undefined && { mailbox }),
    ...(uid !== undefined && { uid }),
  };
}

/** The English sentences of a code. */
export function englishOf(
  code: FailureCode,
  args: Readonly<Record<string, FailureArg>> = {},
): Pick<Failure, 'message' | 'nextStep'> {
  const { message, nextStep } = failures.codes[code];
  const values = saidInEnglish(args);
  return { message: fill(message, values), nextStep: fill(nextStep, values) };
}

/** What English sentences are filled with. */
export function saidInEnglish(
  args: Readonly<Record<string, FailureArg>>,
): Record<string, string | number> {
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, said(arg)]));
}

function said(arg: FailureArg): string | number {
  if (typeof arg !== 'object') return arg;
  const words: Readonly<Record<string, string>> = failures.words;
  return words[arg.word] ?? arg.word;
}
