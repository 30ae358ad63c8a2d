import type { RunEvent } from '../../../shared/model/run.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { FoundCredentials } from '../found-credentials.ts';

/** An event of a run, with what its failure means for the credentials that the run has. */
export function explained(event: RunEvent, found: FoundCredentials | undefined): RunEvent {
  if (event.event !== 'problem' || found === undefined) return event;
  return { ...event, failure: found.explain(event.failure) };
}

/** Work with the credentials; its failure is told as what it means for them. */
export async function explaining<Result>(
  found: FoundCredentials | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MailstowError) || found === undefined) throw error;
    const failure = found.explain(error.failure);
    throw failure === error.failure ? error : new MailstowError(failure, { cause: error.cause });
  }
}
