import type { FailureArg } from '../model/failure.ts';
import { warnings } from './en/warnings.ts';
import { type FailureTold, type FailureWords, failureWords, saidArg } from './failure-words.ts';
import { slotsOf } from './fill.ts';
import { i18n } from './i18n.ts';
import type { WarningCode } from './warning-of.ts';

interface Told {
  readonly message: string;
  readonly code?: string | undefined;
  readonly args?: Args | undefined;
  readonly cause?: FailureTold | undefined;
}

type Args = Readonly<Record<string, FailureArg>>;

export interface WarningWords {
  readonly text: string;
  /** The engine's own sentence: an earlier or later version told it. */
  readonly isEnglish: boolean;
}

const texts: ReadonlyMap<string, string> = new Map(Object.entries(warnings));

/**
 * A warning in a language. One that an earlier or later version told has its own sentence in English.
 * @param language as BCP 47 says it
 */
export function warningWords(language: string, told: Told): WarningWords {
  const { message, code, args = {}, cause } = told;
  const all: Args = { ...args, ...(cause && ofCause(failureWords(language, cause))) };
  if (!isWarningCode(code) || !hasAll(all, code)) return { text: message, isEnglish: true };
  const said = i18n.getFixedT(language, 'failures');
  // Those that the sentence has and no other: i18next would take some names for options of its own.
  const values = namesOf(code).map(name => [name, saidArg(said, all[name] ?? '')] as const);
  const text = i18n.getFixedT(language, 'warnings')(code, Object.fromEntries(values));
  return { text, isEnglish: false };
}

/** False where another version filled its sentence with other things. */
function hasAll(args: Args, code: WarningCode): boolean {
  // The plural form is chosen by `count`.
  return namesOf(code).every(name =>
    name === 'count' ? typeof args.count === 'number' : Object.hasOwn(args, name),
  );
}

function namesOf(code: WarningCode): string[] {
  return slotsOf(textOf(code) ?? '');
}

function ofCause({ message, nextStep }: FailureWords): Args {
  return { message, nextStep };
}

function isWarningCode(code: string | undefined): code is WarningCode {
  return code !== undefined && textOf(code) !== undefined;
}

/** Of plural forms the one that has all that they are filled with. */
function textOf(code: string): string | undefined {
  return texts.get(`${code}_other`) ?? texts.get(code);
}
