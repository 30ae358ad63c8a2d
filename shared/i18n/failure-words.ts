import type { TFunction } from 'i18next';
import type { FailureArg } from '../model/failure.ts';
import { type FailureCode, isFailureCode } from '../model/failure-codes.ts';
import { failures } from './en/failures.ts';
import type { ArgNames, FailureWord } from './failure-of.ts';
import { slotsOf } from './fill.ts';
import { i18n } from './i18n.ts';
import { languageOf } from './languages.ts';

export interface FailureTold {
  readonly kind: string;
  readonly code?: string | undefined;
  readonly args?: Args | undefined;
  readonly message: string;
  readonly nextStep: string;
}

type Args = Readonly<Record<string, FailureArg>>;

export interface FailureWords {
  readonly message: string;
  readonly nextStep: string;
  /** The engine's own English sentences, where those of the language say less. */
  readonly original?: string;
}

/**
 * A failure in a language. One that an earlier or later version told has its own sentences in English, and what
 * its kind tells in another language.
 * @param language as BCP 47 says it
 */
export function failureWords(language: string, told: FailureTold): FailureWords {
  const { kind, code, args = {}, message, nextStep } = told;
  const t = i18n.getFixedT(language, 'failures');
  if (isFailureCode(code) && hasAll(args, code)) {
    const values = valuesOf(t, args, code);
    return {
      message: t(`codes.${code}.message`, values),
      nextStep: t(`codes.${code}.nextStep`, values),
    };
  }
  if (languageOf(language) === 'en' || !isKnownKind(kind)) return { message, nextStep };
  return {
    message: t(`kinds.${kind}.message`),
    nextStep: t(`kinds.${kind}.nextStep`),
    original: `${message} ${nextStep}`.trim(),
  };
}

/** False where another version filled its sentences with other things. */
function hasAll(args: Args, code: FailureCode): boolean {
  return namesOf(code).every(name => Object.hasOwn(args, name));
}

/** Those that the sentences have and no other: i18next would take some names for options of its own. */
function valuesOf(
  t: TFunction<'failures'>,
  args: Args,
  code: FailureCode,
): Readonly<Record<ArgNames<FailureCode>, string | number>>;
function valuesOf(t: TFunction<'failures'>, args: Args, code: FailureCode) {
  return Object.fromEntries(namesOf(code).map(name => [name, saidArg(t, args[name] ?? '')]));
}

function namesOf(code: FailureCode): string[] {
  const { message, nextStep } = failures.codes[code];
  return [...slotsOf(message), ...slotsOf(nextStep)];
}

/** What stands for an argument in a sentence. */
export function saidArg(t: TFunction<'failures'>, arg: FailureArg): string | number {
  if (typeof arg !== 'object') return arg;
  return isWord(arg.word) ? t(`words.${arg.word}`) : arg.word;
}

function isWord(word: string): word is FailureWord {
  return Object.hasOwn(failures.words, word);
}

function isKnownKind(kind: string): kind is keyof typeof failures.kinds {
  return Object.hasOwn(failures.kinds, kind);
}
