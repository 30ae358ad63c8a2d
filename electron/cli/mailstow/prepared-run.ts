import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import type { Log } from '../../log/log.ts';
import { filled } from '../argument-values.ts';
import { Printer } from '../printer.ts';
import { keepShared } from '../private-files.ts';
import { withLog } from '../with-log.ts';
import { withTrace } from '../with-trace.ts';
import { deletionWords, requestOf } from './archive-options.ts';
import type { Action, Surroundings } from './command.ts';
import { credentialsOf } from './credentials-of.ts';
import { explained, explaining } from './explained.ts';
import type { archiveRunOptions } from './option-tables.ts';
import { mustExist, remembering } from './profile-archive.ts';
import { readProfile } from './profiles.ts';

/** What makes it another account than the profile's. */
const accessOptions = ['server', 'port', 'security', 'user'] as const;

/** A run whose options were read and whose account is known. */
export interface PreparedRun {
  readonly request: RunRequest;
  readonly log: Log;
  readonly printer: Printer;
  readonly json: boolean;
  readonly quiet: boolean;
  /** What an event means for this account; the profile remembers that there is mail. */
  heard(event: RunEvent): RunEvent;
}

/** Reads what `archive` and `watch` are given, and does the work with it. @throws what the work throws, explained */
export async function prepared<Result>(
  given: Parameters<Action<typeof archiveRunOptions>>[0],
  surroundings: Surroundings,
  work: (run: PreparedRun) => Promise<Result>,
): Promise<Result> {
  const [name] = given.operands;
  const {
    json = false,
    quiet = false,
    log: logFile,
    trace,
    moved = false,
    ...others
  } = given.values;
  const { 'new-archive': anew = false, ...rest } = others;
  const saved = name === undefined ? undefined : await readProfile(name, surroundings.env);
  const values = { ...saved?.options, ...rest };
  const printer = new Printer(surroundings, { json, quiet });
  const options = requestOf(values, Date.now());
  const profile = name === undefined || saved === undefined ? undefined : { name, ...saved };
  const goesOn = profile !== undefined && !anew && mustExist(profile, options.folder);
  const request = { ...options, moved, mustExist: goesOn };
  if (request.sharedFolder) keepShared();
  const { deleteAfter } = request;
  if (deleteAfter !== undefined) printer.warning(deletionWords(deleteAfter));
  const isOfProfile = accessOptions.every(option => rest[option] === undefined);
  const findCredentials = credentialsOf(values, isOfProfile ? name : undefined);
  return withLog(logFile, async log => {
    const warn = (text: string) => printer.warning(text);
    const hide = (user: string, token: string) => log.hide(user, token);
    const found = await findCredentials(surroundings, warn, hide);
    const { credentials } = found;
    const remember = profile && remembering(profile, request.folder, surroundings.env);
    const heard = (event: RunEvent) => {
      const failure = remember?.(event);
      if (failure !== undefined) printer.warning(failure.message);
      return explained(event, found);
    };
    const ready = { request: { ...request, credentials }, log, printer, json, quiet, heard };
    return explaining(found, () => withTrace(filled(trace, '--trace'), () => work(ready)));
  });
}
