import type { Failure, FailureKind, FailureScope } from '../../shared/model/failure.ts';
import { tellDefect } from './defects.ts';

export interface FailureDetails {
  readonly message: string;
  readonly nextStep: string;
  readonly serverText?: string;
  readonly mailbox?: string;
  readonly uid?: number;
  readonly cause?: unknown;
}

/** The only error the engine throws on purpose: a {@link Failure} that travels as an exception. */
export class MailstowError extends Error {
  readonly failure: Failure;

  constructor(kind: FailureKind, scope: FailureScope, details: FailureDetails) {
    const { cause, ...rest } = details;
    super(details.message, cause === undefined ? undefined : { cause });
    this.name = 'MailstowError';
    this.failure = { kind, scope, ...rest };
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
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    kind: 'defect',
    scope: 'run',
    message: `Mailstow met a state it does not know: ${words}`,
    nextStep: 'Run it again; if it happens twice, please report it with this message.',
  };
}
