import type { Failure, FailureArg } from '../model/failure.ts';
import type { Warning } from '../model/warning.ts';
import { warnings } from './en/warnings.ts';
import { saidInEnglish } from './failure-of.ts';
import type { NamesIn } from './fill.ts';
import { type KeyOf, plainEnglish } from './plain-english.ts';

type Catalogue = typeof warnings;
export type WarningCode = KeyOf<Catalogue>;

type Names<Code extends WarningCode> = NamesIn<
  Catalogue[Extract<keyof Catalogue, Code | `${Code}_${'one' | 'other'}`>]
>;
/** What a sentence has from the failure that it tells of. */
type OfCause = 'message' | 'nextStep';
type Args<Code extends WarningCode> = {
  readonly [Name in Exclude<Names<Code>, OfCause>]: Name extends 'count' ? number : FailureArg;
};

/** All that the sentence of a code is filled with, never a secret. */
type Details<Code extends WarningCode> = ([Exclude<Names<Code>, OfCause>] extends [never]
  ? unknown
  : { readonly args: Args<Code> }) &
  (OfCause & Names<Code> extends never ? unknown : { readonly cause: Failure });

const say = plainEnglish(warnings, String);

/** A warning with its sentence in English, for logs, `--json` and reports. */
export function warningOf<Code extends WarningCode>(
  code: Code,
  ...[details]: [Names<Code>] extends [never] ? [] : [Details<Code>]
): Warning;
export function warningOf(code: WarningCode, details: Pick<Warning, 'args' | 'cause'> = {}) {
  const { args = {}, cause } = details;
  const ofCause = cause && { message: cause.message, nextStep: cause.nextStep };
  return { message: say(code, { ...saidInEnglish(args), ...ofCause }), code, ...details };
}
