import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { exitCodeNameOf } from '../../../shared/model/exit-codes.ts';
import type { RunEvent } from '../../../shared/model/run.ts';
import { filled } from '../argument-values.ts';
import { Printer } from '../printer.ts';
import { keepShared } from '../private-files.ts';
import { loggedRun, withLog } from '../with-log.ts';
import { withTrace } from '../with-trace.ts';
import { credentialsOf } from './account-options.ts';
import { requestOf } from './archive-options.ts';
import type { Action } from './command.ts';
import type { archiveRunOptions } from './option-tables.ts';
import { readProfile } from './profiles.ts';

export const archive: Action<typeof archiveRunOptions> = async (given, surroundings) => {
  const [name] = given.operands;
  const { json = false, quiet = false, log, trace, moved = false, ...rest } = given.values;
  const saved = name === undefined ? {} : await readProfile(name, surroundings.env);
  const values = { ...saved, ...rest };
  const printer = new Printer(surroundings, { json, quiet });
  const request = { ...requestOf(values, Date.now()), moved };
  if (request.sharedFolder) keepShared();
  const findCredentials = credentialsOf(values);
  const result = await withLog(log, async file => {
    const credentials = await findCredentials(surroundings, text => printer.warning(text));
    const emit = (event: RunEvent) => printer.event(event);
    const run = () => loggedRun(file, { ...request, credentials }, emit, surroundings.signal);
    return withTrace(filled(trace, '--trace'), run);
  });
  printer.done(result, request.selection);
  if (!json && !quiet) {
    const page = join(resolve(request.folder), defaults.ownFolder, 'certificate.html');
    surroundings.stderr.write(`Completeness report: ${page}\n`);
  }
  return exitCodeNameOf(result);
};
