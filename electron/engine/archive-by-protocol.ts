import type { RunEvent, RunRequest, RunResult } from '../../shared/model/run.ts';
import { archiveAccount } from './run/archive-account.ts';
import type { RunControl } from './run/connection/run-control.ts';

/**
 * One run by the protocol that the account is reached by.
 * @throws MailstowError as `archiveAccount` and `archiveMaildrop` do
 */
export async function archiveByProtocol(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  control?: RunControl,
): Promise<RunResult> {
  if (request.server.protocol !== 'pop3') return archiveAccount(request, emit, signal, control);
  // Loaded where it is needed only.
  const { archiveMaildrop } = await import('./pop3/run/archive-maildrop.ts');
  return archiveMaildrop(request, emit, signal, control);
}
