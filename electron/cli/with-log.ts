import type { RunEvent, RunRequest, RunResult } from '../../shared/model/run.ts';
import { archiveByProtocol } from '../engine/archive-by-protocol.ts';
import { toFailure } from '../engine/errors.ts';
import { type Log, noLog } from '../log/log.ts';
import { logRun, sentences } from '../log/run-log.ts';

/**
 * Work whose story goes into the log of `--log FILE`, where that is given.
 * @throws MailstowError 'arguments' where the file cannot be written, and whatever `work` throws
 */
export async function withLog<Result>(
  file: string | undefined,
  work: (log: Log) => Promise<Result>,
): Promise<Result> {
  if (file === undefined) return work(noLog);
  // Loaded where it is needed only: its library costs memory.
  const { openLog } = await import('../log/log-file.ts');
  const log = openLog(file);
  try {
    return await work(log);
  } catch (error) {
    log.error(`Ended early: ${sentences(toFailure(error))}`);
    throw error;
  } finally {
    log.close();
  }
}

/** A run that is logged while it goes. @throws as `archiveByProtocol` does */
export async function loggedRun(
  log: Log,
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<RunResult> {
  const run = logRun(log, request);
  const tell = (event: RunEvent) => {
    run.event(event);
    emit(event);
  };
  const result = await archiveByProtocol(request, tell, signal);
  run.done(result);
  return result;
}
