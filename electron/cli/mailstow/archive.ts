import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { exitCodeNameOf } from '../../../shared/model/exit-codes.ts';
import type { RunEvent } from '../../../shared/model/run.ts';
import { filled } from '../argument-values.ts';
import { Printer } from '../printer.ts';
import { keepShared } from '../private-files.ts';
import { loggedRun, withLog } from '../with-log.ts';
import { withTrace } from '../with-trace.ts';
import { deletionWords, requestOf } from './archive-options.ts';
import type { Action } from './command.ts';
import { credentialsOf } from './credentials-of.ts';
import { explained, explaining } from './explained.ts';
import type { archiveRunOptions } from './option-tables.ts';
import { mustExist, remembering } from './profile-archive.ts';
import { readProfile } from './profiles.ts';

/** What makes it another account than the profile's. */
const accessOptions = ['server', 'port', 'security', 'user'] as const;

export const archive: Action<typeof archiveRunOptions> = async (given, surroundings) => {
  const [name] = given.operands;
  const { json = false, quiet = false, log, trace, moved = false, ...others } = given.values;
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
  const result = await withLog(log, async file => {
    const warn = (text: string) => printer.warning(text);
    const hide = (user: string, token: string) => file.hide(user, token);
    const found = await findCredentials(surroundings, warn, hide);
    const { credentials } = found;
    const remember = profile && remembering(profile, request.folder, surroundings.env);
    const emit = (event: RunEvent) => {
      printer.event(explained(event, found));
      const failure = remember?.(event);
      if (failure !== undefined) printer.warning(failure.message);
    };
    const run = () => loggedRun(file, { ...request, credentials }, emit, surroundings.signal);
    return explaining(found, () => withTrace(filled(trace, '--trace'), run));
  });
  printer.done(result, request.selection);
  if (!json && !quiet) {
    const page = join(resolve(request.folder), defaults.ownFolder, 'certificate.html');
    surroundings.stderr.write(`Completeness report: ${page}\n`);
  }
  return exitCodeNameOf(result);
};
