import {
  type DetailsOf,
  type FailureDetails,
  failureOf,
  failureWith,
} from '../../shared/i18n/failure-of.ts';
import type { Failure, FailureKind } from '../../shared/model/failure.ts';
import type { FailureCode } from '../../shared/model/failure-codes.ts';
import { tellDefect } from './defects.ts';

interface Cause {
  readonly cause?: unknown;
}

/**
 * The only error the engine throws on purpose: a {@link Failure} that travels as an exception. It is made of a
 * code and what the code's sentences are filled with, or of a failure that was told before.
 */
export class MailstowError<Code extends FailureCode = FailureCode> extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, details?: Cause);
  constructor(code: Code, ...details: DetailsOf<Code, Cause>);
  constructor(what: Code | Failure, details: FailureDetails & Cause = {}) {
    const { cause } = details;
    const failure = typeof what === 'string' ? failureWith(what, details) : what;
    super(failure.message, cause === undefined ? undefined : { cause });
    this.name = 'MailstowError';
    this.failure = failure;
  }

  get kind(): FailureKind {
    return this.failure.kind;
  }
}

/** Any thrown value as a Failure; what is not ours is a defect. Stacks and causes go to the log, see defects.ts. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof MailstowError) {
    if (thrown.cause !== undefined || thrown.kind === 'defect') tellDefect(thrown);
    return thrown.failure;
  }
  tellDefect(thrown);
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return failureOf('unknown-state', { args: { reason } });
}
